import rule from '../../../src/rules/security/ssh-exposed.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nEXPOSE 80 2222 220 8022-8030',
    'FROM alpine\nRUN apk add openssh-client',
    'FROM debian\nRUN apt-get install -y openssh-client && ssh-keyscan github.com',
    'FROM debian AS test\nEXPOSE 22\nFROM debian\nCOPY --from=test /a /a',
    'FROM alpine\nEXPOSE $PORT',
    'FROM alpine\nRUN apk add openssh && ssh -V',
    'FROM debian\nRUN apt-get remove -y openssh-server',
  ],
  invalid: [
    {
      code: 'FROM debian\nRUN apt-get install -y openssh-server\nEXPOSE 80 22/tcp',
      finds: [['port', '22/tcp']],
      says: [
        'Port 22 is for sshd: keys, passwords and updates of a second way in, which `docker exec` makes needless.',
      ],
    },
    {
      code: 'FROM debian\nARG SSH=22\nEXPOSE ${SSH} 20-25',
      finds: [
        ['port', '${SSH}'],
        ['port', '20-25'],
      ],
    },
    {
      code: 'FROM debian\nRUN apt-get install -y curl openssh-server',
      finds: [['server', 'openssh-server']],
      says: ['An sshd in the image is a second way in, with keys and updates of its own; `docker exec` needs none.'],
    },
    { code: 'FROM alpine\nRUN apk add openssh\nCMD ["/usr/sbin/sshd", "-D"]', finds: [['server', '"/usr/sbin/sshd"']] },
  ],
});
