import rule from '../../../src/rules/reproducibility/zypper-interactive.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM opensuse/leap:15.6\nRUN zypper -n install git',
    'FROM opensuse/leap:15.6\nRUN zypper --non-interactive in git',
    'FROM opensuse/leap:15.6\nRUN zypper install -y git',
    'FROM opensuse/leap:15.6\nRUN zypper in --no-confirm git',
    'FROM opensuse/leap:15.6\nRUN zypper refresh && zypper addrepo https://example.org/x.repo && zypper clean',
    'FROM opensuse/leap:15.6\nRUN yes | zypper install git',
    'FROM opensuse/leap:15.6\nARG FLAGS\nRUN zypper $FLAGS install git',
  ],
  invalid: [
    {
      code: 'FROM opensuse/leap:15.6\nRUN zypper install git',
      finds: [['asks', 'zypper install']],
      fixed: 'FROM opensuse/leap:15.6\nRUN zypper --non-interactive install git',
    },
    {
      code: 'FROM opensuse/leap:15.6\nRUN zypper --quiet rm git && zypper dup',
      finds: [
        ['asks', 'zypper --quiet rm'],
        ['asksToo', 'zypper dup'],
      ],
      fixed: 'FROM opensuse/leap:15.6\nRUN zypper --non-interactive --quiet rm git && zypper --non-interactive dup',
    },
  ],
});
