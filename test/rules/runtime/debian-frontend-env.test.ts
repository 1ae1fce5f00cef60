import rule from '../../../src/rules/runtime/debian-frontend-env.ts';
import { testRule } from '../../support/rule-tester.ts';

const debian = 'FROM debian:13\n';

testRule(rule, {
  valid: [
    `${debian}ARG DEBIAN_FRONTEND=noninteractive`,
    `${debian}RUN DEBIAN_FRONTEND=noninteractive apt-get install -y git`,
    // Taken back.
    `${debian}ENV DEBIAN_FRONTEND=noninteractive\nRUN apt-get update\nENV DEBIAN_FRONTEND=`,
    `${debian}ENV DEBIAN_FRONTEND=noninteractive\nENV DEBIAN_FRONTEND dialog`,
    // Not in the image that ships.
    'FROM debian:13 AS build\nENV DEBIAN_FRONTEND=noninteractive\nRUN make\n\nFROM debian:13\nCOPY --from=build /a /a',
    `${debian}ENV DEBIAN_FRONTEND=$MODE`,
    `${debian}ENV OTHER=noninteractive`,
    `${debian}ONBUILD ENV DEBIAN_FRONTEND=noninteractive`,
  ],
  invalid: [
    {
      code: `${debian}ENV DEBIAN_FRONTEND=noninteractive\nRUN apt-get update`,
      finds: [['stays', 'DEBIAN_FRONTEND=noninteractive']],
      says: [
        'ENV leaves `DEBIAN_FRONTEND=noninteractive` in the image, where apt and debconf stay mute for whoever works in a container.',
      ],
      fixed: `${debian}ARG DEBIAN_FRONTEND=noninteractive\nRUN apt-get update`,
    },
    {
      code: `${debian}env DEBIAN_FRONTEND   "noninteractive"\n`,
      finds: [['stays', 'DEBIAN_FRONTEND   "noninteractive"']],
      fixed: `${debian}arg DEBIAN_FRONTEND="noninteractive"\n`,
    },
    {
      code: `${debian}ENV LANG=C.UTF-8 \\\n    DEBIAN_FRONTEND=noninteractive \\\n    TZ=UTC\n`,
      finds: [['stays', 'DEBIAN_FRONTEND=noninteractive']],
      fixed: `${debian}ARG DEBIAN_FRONTEND=noninteractive\nENV LANG=C.UTF-8 \\\n    TZ=UTC\n`,
    },
    {
      code: `FROM debian:13 AS base\nENV DEBIAN_FRONTEND=noninteractive\n\nFROM base AS app\nRUN a\n\nFROM base\nCOPY --from=app /a /a`,
      finds: [['stays', 'DEBIAN_FRONTEND=noninteractive']],
      fixed: `FROM debian:13 AS base\nARG DEBIAN_FRONTEND=noninteractive\n\nFROM base AS app\nRUN a\n\nFROM base\nCOPY --from=app /a /a`,
    },
    {
      code: `${debian}ENV DEBIAN_FRONTEND=dialog\nENV DEBIAN_FRONTEND=noninteractive`,
      finds: [['stays', 'DEBIAN_FRONTEND=noninteractive']],
      fixed: null,
    },
    {
      code: `${debian}ENV DEBIAN_FRONTEND=noninteractive MODE=$DEBIAN_FRONTEND`,
      finds: [['stays', 'DEBIAN_FRONTEND=noninteractive']],
      fixed: null,
    },
  ],
});
