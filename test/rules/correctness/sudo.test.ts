import rule from '../../../src/rules/correctness/sudo.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian:13\nRUN apt-get update && apt-get install -y sudo',
    'FROM debian:13\nRUN usermod -aG sudo app',
    'FROM debian:13\nRUN echo sudo make me a sandwich',
    'FROM debian:13\nRUN rm /etc/sudoers.d/sudo',
    'FROM debian:13\nRUN command -v sudo && which sudo',
    'FROM debian:13\nRUN echo "app ALL=(ALL) ALL" > /etc/sudoers.d/app\nCMD sudo run',
    'FROM debian:13\nRUN ./sudo.sh',
    'FROM debian:13\nRUN useradd -m ci && sudo -u ci mkdir /home/ci/bin && sudo -H --user=ci touch /home/ci/x',
  ],
  invalid: [
    {
      code: 'FROM debian:13\nRUN sudo apt-get update && sudo apt-get install -y git\n',
      finds: [
        ['root', 'sudo'],
        ['root', 'sudo'],
      ],
      says: [
        'The build is root here already: sudo only drops variables of the environment.',
        'The build is root here already: sudo only drops variables of the environment.',
      ],
      fixed: null,
      fixedUnsafely: 'FROM debian:13\nRUN apt-get update && apt-get install -y git\n',
    },
    { code: 'FROM debian:13\nRUN sudo -u root make', finds: [['root', 'sudo']], fixed: null },
    {
      code: 'FROM debian:13\nRUN useradd app\nUSER app\nRUN sudo -E make',
      finds: [['user', 'sudo']],
      says: [
        'sudo needs a rule without a password, which stays in the image and makes `app` root: `USER root` does not.',
      ],
      fixed: null,
    },
    { code: 'FROM acme/unknown\nONBUILD RUN sudo make', finds: [['sudo', 'sudo']], fixed: null },
    {
      code: 'FROM debian:13\nRUN sudo -u app make',
      options: { otherAccounts: true },
      finds: [['root', 'sudo']],
      fixed: null,
    },
    { code: 'FROM debian:13\nRUN ["sudo", "make"]', finds: [['root', '"sudo"']], fixed: null },
    {
      code: 'FROM debian:13\nRUN echo x | sudo tee /y',
      finds: [['root', 'sudo']],
      fixed: null,
      fixedUnsafely: 'FROM debian:13\nRUN echo x | tee /y',
    },
  ],
});
