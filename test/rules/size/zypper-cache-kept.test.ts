import rule from '../../../src/rules/size/zypper-cache-kept.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM opensuse/leap\nRUN zypper install -y git && zypper clean --all',
    'FROM opensuse/leap\nRUN zypper -y install git; rm -rf /var/cache/zypp/*',
    'FROM opensuse/leap\nRUN --mount=type=cache,target=/var/cache/zypp zypper install -y git',
    'FROM opensuse/leap\nRUN --mount=type=tmpfs,target=/var/cache zypper install -y git',
    'FROM opensuse/leap AS build\nRUN zypper install -y gcc\nFROM scratch\nCOPY --from=build /x /x',
    'FROM opensuse/leap\nRUN zypper remove -y git',
    'FROM opensuse/leap\nRUN zypper install -y git && cleanup-image',
    'FROM opensuse/leap\nRUN zypper in -y git && zypper cc',
  ],
  invalid: [
    {
      code: 'FROM opensuse/leap\nRUN zypper install -y git',
      finds: [['kept', 'zypper install']],
      says: ['`zypper install` leaves the metadata of the repositories in its cache, which then stays in the layer.'],
      fixed: 'FROM opensuse/leap\nRUN zypper install -y git && zypper clean --all',
    },
    {
      code: 'FROM opensuse/leap\nRUN zypper -y update \\\n && zypper -y install git \\\n && mkdir /x\n',
      finds: [['kept', 'zypper -y update']],
      fixed:
        'FROM opensuse/leap\nRUN zypper -y update \\\n && zypper -y install git \\\n && mkdir /x \\\n && zypper clean --all\n',
    },
    {
      code: 'FROM opensuse/leap\nRUN zypper clean --all && zypper install -y git',
      finds: [['kept', 'zypper install']],
      fixed: 'FROM opensuse/leap\nRUN zypper clean --all && zypper install -y git && zypper clean --all',
    },
    // Where it may not have run, calling it again may fail.
    {
      code: 'FROM opensuse/leap\nRUN if test -x /usr/bin/zypper; then zypper install -y git; fi',
      finds: [['kept', 'zypper install']],
      fixed: null,
    },
    {
      code: 'FROM opensuse/leap\nRUN apt-get install git || zypper install -y git',
      finds: [['kept', 'zypper install']],
      fixed: null,
    },
  ],
});
