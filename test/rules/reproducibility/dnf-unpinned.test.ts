import rule from '../../../src/rules/reproducibility/dnf-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM fedora\nRUN dnf install -y git-2.51.0',
    'FROM fedora\nRUN microdnf install -y git-2.51.0',
    'FROM fedora\nRUN dnf module install -y nodejs:22',
    'FROM fedora\nRUN dnf install -y ./x.rpm',
    'FROM fedora\nARG V\nRUN dnf install -y git-${V}',
    'FROM fedora\nARG PACKAGES\nRUN dnf install -y $PACKAGES',
    { code: 'FROM fedora\nRUN microdnf install -y git && dnf clean all', options: { allow: ['*'] } },
  ],
  invalid: [
    {
      code: 'FROM fedora\nRUN microdnf install -y git && dnf clean all',
      finds: [['unpinned', 'microdnf install']],
      says: ['No version is named for `git`: the same Dockerfile installs another one on another day.'],
    },
    { code: 'FROM photon:5\nRUN tdnf install -y git', finds: [['unpinnedToo', 'tdnf install']] },
    {
      code: 'FROM fedora\nRUN dnf install -y $NAME',
      options: { variables: true },
      finds: [['unpinned', 'dnf install']],
    },
  ],
});
