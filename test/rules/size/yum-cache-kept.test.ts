import rule from '../../../src/rules/size/yum-cache-kept.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM centos:7\nRUN yum install -y git && yum clean all',
    'FROM centos:7\nRUN yum -y install git; rm -rf /var/cache/yum/*',
    'FROM centos:7\nRUN --mount=type=cache,target=/var/cache/yum yum install -y git',
    'FROM centos:7\nRUN --mount=type=tmpfs,target=/var/cache yum install -y git',
    'FROM centos:7 AS build\nRUN yum install -y gcc\nFROM scratch\nCOPY --from=build /x /x',
    'FROM centos:7\nRUN yum remove -y git',
    'FROM rockylinux:9\nRUN yum install -y git && dnf clean all',
    'FROM centos:7\nRUN yum install -y git && cleanup-image',
    'FROM centos\nRUN yum install -y git && rm -rf /var/cache/{yum,dnf}',
  ],
  invalid: [
    {
      code: 'FROM centos:7\nRUN yum install -y git',
      finds: [['kept', 'yum install']],
      says: ['`yum install` leaves the metadata of the repositories in its cache, which then stays in the layer.'],
      fixed: 'FROM centos:7\nRUN yum install -y git && yum clean all',
    },
    {
      code: 'FROM centos:7\nRUN yum -y update \\\n && yum -y install git \\\n && mkdir /x\n',
      finds: [['kept', 'yum -y update']],
      fixed: 'FROM centos:7\nRUN yum -y update \\\n && yum -y install git \\\n && mkdir /x \\\n && yum clean all\n',
    },
    {
      code: 'FROM centos:7\nRUN yum -y update',
      finds: [['keptToo', 'yum -y update']],
      fixed: 'FROM centos:7\nRUN yum -y update && yum clean all',
    },
    {
      code: 'FROM centos:7\nRUN yum clean all && yum install -y git',
      finds: [['kept', 'yum install']],
      fixed: 'FROM centos:7\nRUN yum clean all && yum install -y git && yum clean all',
    },
    // Where it may not have run, calling it again may fail.
    {
      code: 'FROM centos:7\nRUN if test -x /usr/bin/yum; then yum install -y git; fi',
      finds: [['kept', 'yum install']],
      fixed: null,
    },
    {
      code: 'FROM centos:7\nRUN apt-get install git || yum install -y git',
      finds: [['kept', 'yum install']],
      fixed: null,
    },
    {
      code: 'FROM centos:7\nRUN sudo yum install -y git',
      finds: [['kept', 'yum install']],
      fixed: 'FROM centos:7\nRUN sudo yum install -y git && sudo yum clean all',
    },
    {
      code: 'FROM centos:7\nRUN yum install -y gcc && make && yum remove -y gcc',
      finds: [['kept', 'yum install']],
      fixed: 'FROM centos:7\nRUN yum install -y gcc && make && yum remove -y gcc && yum clean all',
    },
    {
      code: 'FROM centos:7\nRUN su app -c "yum install -y git"',
      finds: [['kept', 'yum install']],
      fixed: null,
    },
  ],
});
