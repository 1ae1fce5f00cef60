import rule from '../../../src/rules/size/apt-lists-kept.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*',
    'FROM debian\nRUN apt-get update; apt-get install -y git; rm -r /var/lib/apt/lists /var/cache/apt',
    'FROM debian\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/{apt,dpkg}/',
    'FROM debian\nRUN apt-get update && apt-get install -y git && find /var/lib/apt/lists -type f -delete',
    'FROM debian\nRUN apt-get update && apt-get install -y git && apt-get dist-clean',
    'FROM debian\nRUN apt-get update && apt-get install -y git && /usr/local/bin/clean-layer.sh',
    'FROM debian\nRUN --mount=type=cache,target=/var/lib/apt apt-get update && apt-get install -y git',
    'FROM debian\nRUN --mount=type=cache,target=/var/lib/apt/lists,sharing=locked apt-get update && apt-get install -y git',
    'FROM debian\nRUN --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update && apt-get install -y git',
    'FROM debian AS build\nRUN apt-get update && apt-get install -y gcc\nFROM scratch\nCOPY --from=build /x /x',
    'FROM debian\nRUN apt-get install -y git',
    'FROM debian\nRUN apt-get update\nRUN apt-get install -y git',
    'FROM debian\nRUN ["apt-get", "update"]',
    'FROM alpine\nRUN apk update && apk add git',
  ],
  invalid: [
    {
      code: 'FROM debian\nRUN apt-get update && apt-get install -y git',
      finds: [['kept', 'apt-get update']],
      says: [
        '`apt-get update` leaves the package lists in the layer, which nothing reads once the packages are installed.',
      ],
      fixed: 'FROM debian\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*',
    },
    {
      code: 'FROM debian\r\nRUN apt-get -qq update \\\r\n    && apt-get install -y \\\r\n        # for the build\r\n        git \\\r\n    && apt-get clean\r\nCMD a\r\n',
      finds: [['kept', 'apt-get -qq update']],
      fixed:
        'FROM debian\r\nRUN apt-get -qq update \\\r\n    && apt-get install -y \\\r\n        # for the build\r\n        git \\\r\n    && apt-get clean \\\r\n    && rm -rf /var/lib/apt/lists/*\r\nCMD a\r\n',
    },
    {
      code: 'FROM debian\nRUN apt-get update && apt-get install -y \\\n    git \\\n    less\n',
      finds: [['kept', 'apt-get update']],
      fixed:
        'FROM debian\nRUN apt-get update && apt-get install -y \\\n    git \\\n    less \\\n    && rm -rf /var/lib/apt/lists/*\n',
    },
    {
      code: 'FROM debian\nRUN <<EOF\nset -e\napt update\napt install -y git\nEOF',
      finds: [['kept', 'apt update']],
      fixed: 'FROM debian\nRUN <<EOF\nset -e\napt update\napt install -y git\nrm -rf /var/lib/apt/lists/*\nEOF',
    },
    {
      code: 'FROM debian\nRUN sudo apt-get update && sudo apt-get install -y git',
      finds: [['kept', 'apt-get update']],
      fixed: 'FROM debian\nRUN sudo apt-get update && sudo apt-get install -y git && sudo rm -rf /var/lib/apt/lists/*',
    },
    // The lists are removed before they are fetched again.
    {
      code: 'FROM debian\nRUN rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y git',
      finds: [['kept', 'apt-get update']],
      fixed:
        'FROM debian\nRUN rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*',
    },
    // A later RUN installs from these lists.
    {
      code: 'FROM debian\nRUN apt-get update && apt-get install -y git\nRUN apt-get install -y less',
      finds: [['shared', 'apt-get update']],
      says: [
        '`apt-get update` leaves the package lists in the layer, where `apt-get install` in a later RUN finds them out of date.',
      ],
      fixed: null,
    },
    {
      code: 'FROM debian AS a\nRUN apt-get update && apt-get install -y git\nFROM a\nRUN apt-get install -y less',
      finds: [['shared', 'apt-get update']],
      fixed: null,
    },
    // A script may.
    {
      code: 'FROM debian\nRUN apt-get update && apt-get install -y git\nRUN ./setup.sh',
      finds: [['kept', 'apt-get update']],
      fixed: null,
      fixedUnsafely:
        'FROM debian\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\nRUN ./setup.sh',
    },
    {
      code: 'FROM debian\nRUN ["bash", "-c", "apt-get update && apt-get install -y git"]',
      finds: [['kept', 'apt-get update']],
      fixed: null,
    },
    {
      code: 'FROM debian\nONBUILD RUN apt-get update && apt-get install -y git',
      finds: [['kept', 'apt-get update']],
      fixed: 'FROM debian\nONBUILD RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*',
    },
    {
      code: 'FROM debian\nRUN apt-get update',
      options: { alone: true },
      finds: [['kept', 'apt-get update']],
      fixed: 'FROM debian\nRUN apt-get update && rm -rf /var/lib/apt/lists/*',
    },
  ],
});
