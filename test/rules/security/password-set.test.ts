import rule from '../../../src/rules/security/password-set.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian\nRUN adduser --disabled-password --gecos "" app',
    'FROM debian\nRUN useradd -m app && usermod -L app && passwd -l root',
    "FROM debian\nRUN useradd -p '!' app && usermod -p '*' root",
    'FROM debian\nRUN --mount=type=secret,id=pw echo "root:$(cat /run/secrets/pw)" | chpasswd',
    'FROM debian\nRUN echo "root:$(openssl rand -hex 16)" | chpasswd',
    'FROM debian\nRUN echo "app:$PASSWORD" | chpasswd -e',
    'FROM debian\nRUN echo passwd && cat /etc/passwd | grep root',
    'FROM debian AS build\nRUN echo root:root | chpasswd\nFROM debian\nCOPY --from=build /a /a',
    'FROM debian\nRUN useradd -m -p $HASH app',
    'FROM debian\nRUN mkpasswd -p x && mysqladmin -u root password',
  ],
  invalid: [
    {
      code: 'FROM debian\nRUN apt-get update && echo "root:toor" | chpasswd',
      finds: [['written', '"root:toor"']],
      says: [
        'The password of `root` is the same in every container of the image, and everybody who has the image can read or guess it.',
      ],
    },
    { code: 'FROM debian\nRUN echo "${USER}:hunter2" | chpasswd', finds: [['written', '"${USER}:hunter2"']] },
    { code: 'FROM debian\nRUN chpasswd <<< "app:secret"', finds: [['written', '"app:secret"']] },
    { code: "FROM debian\nRUN useradd -m -p '$6$x$y' app", finds: [['written', "'$6$x$y'"]] },
    { code: 'FROM debian\nRUN printf "pw\\npw\\n" | passwd app', finds: [['written', '"pw\\npw\\n"']] },
    {
      code: 'FROM alpine\nRUN passwd -d root',
      finds: [['emptied', 'passwd']],
      says: ['`root` gets an empty password: whoever reaches a login, `su` or sshd is let in.'],
    },
    { code: 'FROM debian\nRUN usermod --password="" app', finds: [['emptied', '--password=""']] },
  ],
});
