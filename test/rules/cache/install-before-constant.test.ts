import rule from '../../../src/rules/cache/install-before-constant.ts';
import { testRule } from '../../support/rule-tester.ts';

const APT = 'RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*';

testRule(rule, {
  valid: [
    `FROM debian:13\n${APT}\nCOPY . /app`,
    `FROM debian:13\nCOPY requirements.txt /app/\n${APT}`,
    `FROM debian:13\nCOPY . /\n${APT}`,
    `FROM debian:13\nCOPY --from=build . /app\n${APT}`,
    `FROM debian:13\nCOPY . /app\nRUN ./add-repository.sh\n${APT}`,
    'FROM debian:13\nCOPY . /app\nRUN apt-get update && apt-get install -y ./tool.deb',
    'FROM debian:13\nCOPY . /app\nRUN apt-get update && apt-get install -y $(cat packages.txt)',
    'FROM debian:13\nCOPY . /app\nRUN xargs apt-get install -y < packages.txt',
    'FROM python:3.13\nCOPY . /app\nRUN pip install flask',
  ],
  invalid: [
    {
      code: `FROM debian:13\nWORKDIR /app\n# The source.\nCOPY . .\n\n# Packages.\n${APT}\nCMD ["./run"]`,
      finds: [['source', 'apt-get install']],
      says: [
        '`.`, copied in line 4, changes with every edit, and `apt-get install`, which does not need it, runs anew each time.',
      ],
      fixed: null,
      fixedUnsafely: `FROM debian:13\nWORKDIR /app\n# Packages.\n${APT}\n# The source.\nCOPY . .\n\nCMD ["./run"]`,
    },
    {
      code: 'FROM alpine:3.22\r\nCOPY ./ /app\r\nRUN apk add --no-cache curl',
      finds: [['source', 'apk add']],
      fixed: null,
      fixedUnsafely: 'FROM alpine:3.22\r\nRUN apk add --no-cache curl\r\nCOPY ./ /app',
    },
    {
      code: `FROM debian:13\nCOPY . /app\nENV DEBIAN_FRONTEND=noninteractive\n${APT}`,
      finds: [['source', 'apt-get install']],
      fixed: null,
    },
  ],
});
