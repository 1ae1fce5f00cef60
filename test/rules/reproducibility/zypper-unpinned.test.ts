import rule from '../../../src/rules/reproducibility/zypper-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM opensuse/leap:15.6\nRUN zypper -n install git=2.43.0',
    "FROM opensuse/leap:15.6\nRUN zypper -n in 'git>=2.43'",
    'FROM opensuse/leap:15.6\nRUN zypper -n in ./x.rpm',
    'FROM opensuse/leap:15.6\nARG V\nRUN zypper -n in git=$V',
    'FROM opensuse/leap:15.6\nRUN zypper -n in pattern:devel',
    'FROM opensuse/leap:15.6\nARG PACKAGES\nRUN zypper -n in $PACKAGES',
    { code: 'FROM opensuse/leap:15.6\nRUN zypper -n in git', options: { allow: ['*'] } },
  ],
  invalid: [
    {
      code: 'FROM opensuse/leap:15.6\nRUN zypper -n in git',
      finds: [['unpinned', 'zypper -n in']],
      says: ['No version is named for `git`: the same Dockerfile installs another one on another day.'],
    },
    {
      code: 'FROM opensuse/leap:15.6\nRUN zypper --non-interactive install $NAME',
      options: { variables: true },
      finds: [['unpinned', 'zypper --non-interactive install']],
    },
  ],
});
