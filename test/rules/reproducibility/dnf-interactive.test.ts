import rule from '../../../src/rules/reproducibility/dnf-interactive.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM fedora\nRUN dnf install -y git',
    'FROM fedora\nRUN dnf --assumeyes install git',
    'FROM fedora\nRUN dnf -qy install git',
    'FROM fedora\nRUN yes | dnf install git',
    'FROM fedora\nRUN echo defaultyes=True >> /etc/dnf/dnf.conf && dnf install git',
    'FROM registry.access.redhat.com/ubi9-minimal\nRUN microdnf install -y git && microdnf clean all',
    'FROM registry.access.redhat.com/ubi8/ubi-minimal:8.10\nRUN microdnf install git',
    'FROM oraclelinux:8-slim\nRUN microdnf install git',
    'FROM corp/base\nRUN microdnf install git',
    'FROM registry.access.redhat.com/ubi9-minimal\nONBUILD RUN microdnf install git',
    'FROM fedora\nRUN dnf clean all',
    'FROM fedora\nARG FLAGS\nRUN dnf $FLAGS install git',
  ],
  invalid: [
    {
      code: 'FROM fedora\nRUN dnf install git',
      finds: [['asks', 'dnf install']],
      fixed: 'FROM fedora\nRUN dnf install -y git',
    },
    {
      code: 'FROM fedora\nRUN dnf5 upgrade && \\\n    dnf group install editors\n',
      finds: [
        ['asksToo', 'dnf5 upgrade'],
        ['asks', 'dnf group install'],
      ],
      fixed: 'FROM fedora\nRUN dnf5 upgrade -y && \\\n    dnf group install -y editors\n',
    },
    {
      code: 'FROM registry.access.redhat.com/ubi9-minimal\nRUN microdnf update && microdnf install --nodocs git',
      finds: [
        ['asksToo', 'microdnf update'],
        ['asks', 'microdnf install'],
      ],
      fixed: 'FROM registry.access.redhat.com/ubi9-minimal\nRUN microdnf update -y && microdnf install -y --nodocs git',
    },
    {
      code: 'FROM oraclelinux:9-slim\nRUN microdnf install git',
      finds: [['asks', 'microdnf install']],
      fixed: 'FROM oraclelinux:9-slim\nRUN microdnf install -y git',
    },
    {
      code: 'FROM corp/base\nRUN microdnf install git',
      options: { unsure: true },
      finds: [['asks', 'microdnf install']],
      fixed: 'FROM corp/base\nRUN microdnf install -y git',
    },
    {
      code: 'FROM photon:5\nRUN tdnf install git',
      finds: [['asksToo', 'tdnf install']],
      fixed: 'FROM photon:5\nRUN tdnf install -y git',
    },
  ],
});
