import rule from '../../../src/rules/security/docker-socket.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM docker:cli\nCMD ["docker", "ps"]',
    'FROM alpine\n# mount /var/run/docker.sock\nRUN true',
    'FROM alpine\nLABEL usage="docker run -v /var/run/docker.sock:/var/run/docker.sock x"',
    'FROM alpine\nENV DOCKER_HOST=tcp://docker:2376',
    'FROM alpine\nVOLUME /var/run/docker',
    'FROM alpine AS test\nENV S=/var/run/docker.sock\nFROM alpine\nCOPY --from=test /a /a',
    'FROM alpine\nRUN cp docker.sock /tmp',
  ],
  invalid: [
    {
      code: 'FROM alpine\nVOLUME ["/var/run/docker.sock"]',
      finds: [['socket', '/var/run/docker.sock']],
      says: [
        'Whoever can write to `/var/run/docker.sock` can start a privileged container, and so is root on the host.',
      ],
    },
    {
      code: 'FROM alpine\nENV DOCKER_HOST=unix:///run/docker.sock',
      finds: [['socket', 'unix:///run/docker.sock']],
    },
    {
      code: 'FROM alpine\nRUN chmod 666 /var/run/docker.sock && ls /var/run/docker.sock',
      finds: [['socket', '/var/run/docker.sock']],
    },
    {
      code: 'FROM alpine\nRUN --mount=type=bind,target=/var/run/docker.sock docker ps',
      finds: [['socket', '--mount=type=bind,target=/var/run/docker.sock']],
    },
  ],
});
