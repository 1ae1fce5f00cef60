import rule from '../../../src/rules/size/dnf-cache-kept.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM fedora\nRUN dnf install -y git && dnf clean all',
    'FROM fedora\nRUN dnf -y install git; rm -rf /var/cache/dnf/*',
    'FROM fedora\nRUN --mount=type=cache,target=/var/cache/dnf dnf install -y git',
    'FROM fedora\nRUN --mount=type=tmpfs,target=/var/cache dnf install -y git',
    'FROM fedora AS build\nRUN dnf install -y gcc\nFROM scratch\nCOPY --from=build /x /x',
    'FROM fedora\nRUN dnf remove -y git',
    'FROM fedora\nRUN dnf install -y git && cleanup-image',
    'FROM fedora\nRUN --mount=type=cache,target=/var/cache/libdnf5 dnf install -y git',
    'FROM fedora\nRUN dnf install -y git && rm -rf /var/cache/libdnf5',
  ],
  invalid: [
    {
      code: 'FROM fedora\nRUN dnf install -y git',
      finds: [['kept', 'dnf install']],
      says: ['`dnf install` leaves the metadata of the repositories in its cache, which then stays in the layer.'],
      fixed: 'FROM fedora\nRUN dnf install -y git && dnf clean all',
    },
    {
      code: 'FROM fedora\nRUN dnf -y update \\\n && dnf -y install git \\\n && mkdir /x\n',
      finds: [['kept', 'dnf -y update']],
      fixed: 'FROM fedora\nRUN dnf -y update \\\n && dnf -y install git \\\n && mkdir /x \\\n && dnf clean all\n',
    },
    {
      code: 'FROM fedora\nRUN dnf clean all && dnf install -y git',
      finds: [['kept', 'dnf install']],
      fixed: 'FROM fedora\nRUN dnf clean all && dnf install -y git && dnf clean all',
    },
    {
      code: 'FROM fedora\nRUN dnf install -y git || true',
      finds: [['kept', 'dnf install']],
      fixed: null,
    },
    // Where it may not have run, calling it again may fail.
    {
      code: 'FROM fedora\nRUN if test -x /usr/bin/dnf; then dnf install -y git; fi',
      finds: [['kept', 'dnf install']],
      fixed: null,
    },
    {
      code: 'FROM fedora\nRUN apt-get install git || dnf install -y git',
      finds: [['kept', 'dnf install']],
      fixed: null,
    },
    {
      code: 'FROM registry.access.redhat.com/ubi9/ubi-minimal\nRUN microdnf install -y git',
      finds: [['kept', 'microdnf install']],
      fixed: 'FROM registry.access.redhat.com/ubi9/ubi-minimal\nRUN microdnf install -y git && microdnf clean all',
    },
    {
      code: 'FROM fedora\nRUN dnf5 install -y git',
      finds: [['kept', 'dnf5 install']],
      fixed: 'FROM fedora\nRUN dnf5 install -y git && dnf5 clean all',
    },
  ],
});
