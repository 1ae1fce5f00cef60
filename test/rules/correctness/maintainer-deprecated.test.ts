import rule from '../../../src/rules/correctness/maintainer-deprecated.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM a\nLABEL maintainer="x"',
    'FROM a\nLABEL org.opencontainers.image.authors="x"',
    'FROM a\n# MAINTAINER x',
    'FROM a\nENV MAINTAINER=x',
    'FROM a\nRUN <<EOF\nMAINTAINER x\nEOF',
  ],
  invalid: [
    {
      code: 'FROM a\nMAINTAINER Jo Doe <jo@example.org>\n',
      finds: [['deprecated', 'MAINTAINER']],
      fixed: 'FROM a\nLABEL org.opencontainers.image.authors="Jo Doe <jo@example.org>"\n',
    },
    {
      code: 'FROM a\nmaintainer "Jo $Doe"',
      finds: [['deprecated', 'maintainer']],
      fixed: 'FROM a\nlabel org.opencontainers.image.authors="Jo \\$Doe"',
    },
    {
      code: 'FROM a\nLABEL org.opencontainers.image.authors=x\nMAINTAINER x',
      finds: [['deprecated', 'MAINTAINER']],
      fixed: null,
    },
    { code: 'MAINTAINER a\nFROM b', finds: [['deprecated', 'MAINTAINER']], fixed: null },
    { code: 'FROM a\nMAINTAINER a \\\n  b', finds: [['deprecated', 'MAINTAINER']], fixed: null },
  ],
});
