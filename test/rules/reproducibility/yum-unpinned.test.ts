import rule from '../../../src/rules/reproducibility/yum-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM amazonlinux:2\nRUN yum install -y git-2.40.1',
    'FROM amazonlinux:2\nRUN yum install -y ./x.rpm https://example.org/y.rpm',
    'FROM amazonlinux:2\nRUN yum groupinstall -y @tools',
    'FROM amazonlinux:2\nARG V\nRUN yum install -y git-$V',
    'FROM amazonlinux:2\nARG PACKAGES\nRUN yum install -y $PACKAGES',
    'FROM amazonlinux:2\nRUN yum clean all',
    { code: 'FROM amazonlinux:2\nRUN yum -y install git-2.1 gcc-c++', options: { allow: ['*'] } },
  ],
  invalid: [
    {
      code: 'FROM amazonlinux:2\nRUN yum -y install git-2.1 gcc-c++',
      finds: [['unpinned', 'yum -y install']],
      says: ['No version is named for `gcc-c++`: the same Dockerfile installs another one on another day.'],
    },
    {
      code: 'FROM amazonlinux:2\nRUN yum install -y $NAME',
      options: { variables: true },
      finds: [['unpinned', 'yum install']],
    },
  ],
});
