import rule from '../../../src/rules/style/sort-packages.ts';
import { testRule } from '../../support/rule-tester.ts';

const list = (...packages: string[]): string =>
  `FROM debian:13\nRUN apt-get update && apt-get install -y \\\n    ${packages.join(' \\\n    ')} \\\n && rm -rf /var/lib/apt/lists/*\n`;

testRule(rule, {
  valid: [
    list('curl', 'git', 'vim'),
    list('a', 'B', 'c'),
    list('vim', 'git'),
    'FROM debian:13\nRUN apt-get install -y vim git curl',
    // A comment belongs to the package below it.
    'FROM debian:13\nRUN apt-get install -y \\\n    vim \\\n    # for the build\n    git \\\n    curl',
    list('vim', 'git$VERSION', 'curl'),
    list('vim', '"git"', 'curl'),
    'FROM debian:13\nRUN apt-get remove -y \\\n    vim \\\n    git \\\n    curl',
    // Their order may matter.
    'FROM python:3.13\nRUN pip install \\\n    wheel \\\n    flask \\\n    django',
    'FROM debian:13\nRUN apt-get install -y \\\n    vim git \\\n    curl',
  ],
  invalid: [
    {
      code: list('vim', 'git=1:2.47.*', 'curl', 'g++'),
      finds: [['unsorted', 'git=1:2.47.*']],
      says: ['`git=1:2.47.*` stands behind `vim`: in a sorted list a package is found, and is not added twice.'],
      fixed: list('curl', 'g++', 'git=1:2.47.*', 'vim'),
    },
    {
      code: '# escape=`\nFROM --platform=linux/amd64 alpine\nRUN apk add `\n  b `\n  c `\n  a\n',
      finds: [['unsorted', 'a']],
      fixed: '# escape=`\nFROM --platform=linux/amd64 alpine\nRUN apk add `\n  a `\n  b `\n  c\n',
    },
    {
      code: 'FROM debian:13\r\nRUN apt-get install -y \\\r\n\tb \\\r\n\ta \\\r\n\tc',
      finds: [['unsorted', 'a']],
      fixed: 'FROM debian:13\r\nRUN apt-get install -y \\\r\n\ta \\\r\n\tb \\\r\n\tc',
    },
  ],
});
