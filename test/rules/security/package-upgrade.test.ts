import rule from '../../../src/rules/security/package-upgrade.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian\nRUN apt-get update && apt-get upgrade -y',
    'FROM alpine\nRUN apk upgrade --no-cache',
    'FROM archlinux\nRUN pacman -Syu --noconfirm git',
    'FROM opensuse/leap\nRUN zypper dup -y',
    'FROM debian\nRUN echo apt-get dist-upgrade',
    { code: 'FROM debian\nRUN apk upgrade openssl && pip install --upgrade pip', options: { upgrade: true } },
    { code: 'FROM archlinux\nRUN pacman -Syu --noconfirm', options: { upgrade: true } },
  ],
  invalid: [
    {
      code: 'FROM debian\nRUN apt-get update && apt-get -y dist-upgrade',
      finds: [['distUpgrade', 'dist-upgrade']],
      says: [
        '`apt-get dist-upgrade` may install and remove whatever the archive asks for on the day of the build: the same Dockerfile makes another system.',
      ],
    },
    { code: 'FROM debian\nRUN apt full-upgrade -y', finds: [['distUpgrade', 'full-upgrade']] },
    {
      code: 'FROM debian\nRUN apt-get upgrade -y && dnf upgrade -y && apk upgrade',
      options: { upgrade: true },
      finds: [
        ['upgrade', 'upgrade'],
        ['upgrade', 'upgrade'],
        ['upgrade', 'upgrade'],
      ],
    },
  ],
});
