import rule from '../../../src/rules/reproducibility/apt-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian\nRUN apt-get install -y curl=8.14.1-2',
    'FROM debian\nRUN apt-get install -y curl/bookworm-backports',
    'FROM debian\nRUN apt-get install -y ./tool.deb /tmp/x.deb',
    'FROM debian\nARG V\nRUN apt-get install -y curl=$V',
    'FROM debian\nARG PACKAGES\nRUN apt-get install -y $PACKAGES',
    'FROM debian\nRUN apt-get update && apt-get remove -y curl',
    'FROM debian\nRUN echo apt-get install curl',
    {
      code: 'FROM debian\nRUN apt-get update && apt-get install -y git=1 curl wget less vim',
      options: { allow: ['*'] },
    },
  ],
  invalid: [
    {
      code: 'FROM debian\nRUN apt-get update && apt-get install -y git=1 curl wget less vim',
      finds: [['unpinned', 'apt-get install']],
      says: [
        'No version is named for `curl`, `wget`, `less` and 1 more: the same Dockerfile installs another one on another day.',
      ],
    },
    { code: 'FROM debian\nRUN apt-get build-dep -y curl', finds: [['unpinnedToo', 'apt-get build-dep']] },
    {
      code: 'FROM debian\nRUN apt install -y git && aptitude install -y x',
      finds: [
        ['unpinnedToo', 'apt install'],
        ['unpinnedToo', 'aptitude install'],
      ],
    },
    {
      code: 'FROM debian\nRUN apt-get install -y --no-install-recommends $NAME',
      options: { variables: true },
      finds: [['unpinned', 'apt-get install']],
    },
  ],
});
