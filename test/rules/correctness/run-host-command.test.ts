import rule from '../../../src/rules/correctness/run-host-command.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian:13\nRUN apt-get install -y ssh vim',
    'FROM debian:13\nRUN --mount=type=ssh git clone git@example.org:a/b',
    'FROM debian:13\nRUN ssh-keyscan example.org >> /etc/ssh/ssh_known_hosts',
    'FROM debian:13\nRUN echo kill',
    'FROM debian:13\nCMD service nginx start',
  ],
  invalid: [
    {
      code: 'FROM debian:13\nRUN service mysql start && mysql -e "create database a"',
      finds: [['senseless', 'service']],
      says: ['`service` starts a service that ends with its RUN.'],
    },
    {
      code: 'FROM debian:13\nRUN top -b -n 1 | head; kill 1\nONBUILD RUN ["/bin/mount", "/x"]',
      finds: [
        ['senseless', 'top'],
        ['senseless', 'kill'],
        ['senseless', '"/bin/mount"'],
      ],
    },
  ],
});
