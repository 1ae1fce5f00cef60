import rule from '../../../src/rules/reproducibility/zypper-dist-upgrade.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM opensuse/leap:15.6\nRUN zypper -n update',
    'FROM opensuse/leap:15.6\nRUN zypper -n patch',
    'FROM opensuse/leap:15.6\nRUN zypper -n install dup',
    'FROM opensuse/leap:15.6\nRUN echo "zypper dup"',
    'FROM debian\nRUN apt-get -y dist-upgrade',
    'FROM opensuse/leap:15.6\nCMD zypper dup',
  ],
  invalid: [
    {
      code: 'FROM opensuse/leap:15.6\nRUN zypper --non-interactive dup && zypper clean',
      finds: [['upgraded', 'zypper --non-interactive dup']],
      says: ['`zypper dup` turns the base image into whatever release its repositories have that day.'],
    },
    {
      code: 'FROM opensuse/tumbleweed\nRUN zypper -n dist-upgrade',
      finds: [['upgraded', 'zypper -n dist-upgrade']],
    },
  ],
});
