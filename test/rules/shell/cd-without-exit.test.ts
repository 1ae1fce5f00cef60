import rule from '../../../src/rules/shell/cd-without-exit.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nRUN cd /src && make',
    'FROM alpine\nRUN cd /src || exit 1; make',
    'FROM alpine\nRUN set -eux; cd /src; make',
    'FROM alpine\nSHELL ["/bin/sh", "-ec"]\nRUN cd /src; make',
    'FROM alpine\nRUN make; cd /src',
    'FROM alpine\nRUN cd /src && make && cd ..; cd /; cd; ls',
    'FROM alpine\nRUN if cd /src; then make; fi',
    'FROM alpine\nRUN <<EOF\nset -e\ncd /src\nmake\nEOF\n',
    'FROM alpine\nSHELL ["pwsh", "-c"]\nRUN cd /src; make',
  ],
  invalid: [
    {
      code: 'FROM alpine\nRUN cd /src; make',
      finds: [['goesOn', 'cd /src']],
      says: ['Where `cd /src` fails, the next command runs in the directory before it.'],
      fixed: null,
    },
    {
      code: 'FROM debian\nSHELL ["/bin/bash", "-c"]\nRUN <<EOF\nmake && pushd "a b"\nrm -r *\npopd\nls\nEOF\n',
      finds: [
        ['goesOn', 'pushd "a b"'],
        ['goesOn', 'popd'],
      ],
      fixed: null,
    },
  ],
});
