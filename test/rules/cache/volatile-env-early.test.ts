import rule from '../../../src/rules/cache/volatile-env-early.ts';
import { testRule } from '../../support/rule-tester.ts';

const APT = 'RUN apt-get update && apt-get install -y curl';

testRule(rule, {
  valid: [
    `FROM debian:13\n${APT}\nARG VERSION\nENV APP_VERSION=$VERSION`,
    `FROM debian:13\nARG NODE_VERSION=22\nENV NODE_VERSION=$NODE_VERSION\n${APT}`,
    `FROM debian:13\nENV LANG=C.UTF-8\n${APT}`,
    `FROM debian:13\nARG VERSION\nENV APP_VERSION=$VERSION\nRUN make`,
    `FROM debian:13\nARG VERSION\nENV APP_VERSION=$VERSION\nRUN apt-get install -y app=$APP_VERSION`,
    `FROM debian:13\nLABEL version=1.2\n${APT}`,
    `FROM debian:13\nCOPY . .\nARG VERSION\nENV APP_VERSION=$VERSION\n${APT}`,
    `FROM debian:13 AS base\nARG VERSION\nFROM base\nLABEL version=$VERSION\n${APT}`,
  ],
  invalid: [
    {
      code: `FROM debian:13\nARG VERSION\nENV APP_VERSION=$VERSION\n${APT}\nRUN make`,
      finds: [['early', '$VERSION']],
      says: [
        'ENV of `VERSION`, which is another with each build, stands before `apt-get install` in line 4, which is built anew with it.',
      ],
      fixed: null,
      fixedUnsafely: `FROM debian:13\n${APT}\nARG VERSION\nENV APP_VERSION=$VERSION\nRUN make`,
    },
    {
      code: `FROM debian:13\n# What it is.\nARG BUILD_DATE\nARG VCS_REF\nLABEL created="\${BUILD_DATE}" \\\n  revision="\${VCS_REF}"\n\n${APT}`,
      finds: [['early', '${BUILD_DATE}']],
      fixed: null,
      fixedUnsafely: `FROM debian:13\n\n${APT}\n# What it is.\nARG BUILD_DATE\nARG VCS_REF\nLABEL created="\${BUILD_DATE}" \\\n  revision="\${VCS_REF}"`,
    },
    {
      code: `FROM debian:13\nARG VERSION\nENV APP_VERSION=$VERSION PATH=/app:$PATH\n${APT}`,
      finds: [['early', '$VERSION']],
      fixed: null,
    },
    {
      code: `FROM debian:13\nARG VERSION\nENV A=$VERSION\nENV B=$VERSION\n${APT}`,
      finds: [['early', '$VERSION']],
      fixed: null,
      fixedUnsafely: null,
    },
  ],
});
