import rule from '../../../src/rules/reproducibility/yum-interactive.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM centos:7\nRUN yum install -y git',
    'FROM centos:7\nRUN yum -y --setopt=tsflags=nodocs install git',
    'FROM centos:7\nRUN yum install --assumeyes git',
    'FROM centos:7\nRUN yes | yum install git',
    'FROM centos:7\nRUN echo assumeyes=1 >> /etc/yum.conf\nRUN yum install git',
    'FROM centos:7\nARG FLAGS\nRUN yum install $FLAGS git',
    'FROM centos:7\nRUN yum makecache && yum clean all && yum list git',
    'FROM centos:7\nRUN rpm -i git.rpm',
  ],
  invalid: [
    {
      code: 'FROM centos:7\nRUN yum install git && yum clean all',
      finds: [['asks', 'yum install']],
      fixed: 'FROM centos:7\nRUN yum install -y git && yum clean all',
    },
    {
      code: 'FROM centos:7\nRUN yum groupinstall "Development Tools"; yum update',
      finds: [
        ['asks', 'yum groupinstall'],
        ['asksToo', 'yum update'],
      ],
      fixed: 'FROM centos:7\nRUN yum groupinstall -y "Development Tools"; yum update -y',
    },
  ],
});
