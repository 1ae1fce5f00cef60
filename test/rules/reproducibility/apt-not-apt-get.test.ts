import rule from '../../../src/rules/reproducibility/apt-not-apt-get.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian\nRUN apt-get update && apt-get install -y git',
    'FROM debian\nRUN apt-cache show git; apt-mark hold git',
    'FROM debian\nRUN apt-get install -y apt',
    'FROM debian\nRUN echo apt install git',
    'FROM debian\nRUN rm -rf /var/lib/apt',
    'FROM debian\nRUN ls /usr/bin/apt',
    'FROM debian\nCMD apt install git',
  ],
  invalid: [
    {
      code: 'FROM debian\nRUN apt update && \\\n    DEBIAN_FRONTEND=noninteractive apt install -y git\n',
      finds: [
        ['apt', 'apt'],
        ['apt', 'apt'],
      ],
      fixed: 'FROM debian\nRUN apt-get update && \\\n    DEBIAN_FRONTEND=noninteractive apt-get install -y git\n',
    },
    {
      code: 'FROM debian\nRUN sudo /usr/bin/apt -y full-upgrade; apt -y upgrade',
      finds: [
        ['apt', '/usr/bin/apt'],
        ['apt', 'apt'],
      ],
      fixed: 'FROM debian\nRUN sudo /usr/bin/apt-get -y full-upgrade; apt-get -y upgrade --with-new-pkgs',
    },
    {
      code: 'FROM debian\nRUN ["apt", "install", "-y", "git"]',
      finds: [['apt', '"apt"']],
      fixed: 'FROM debian\nRUN ["apt-get", "install", "-y", "git"]',
    },
    {
      code: "FROM debian\nRUN apt install -y 'php*'; apt search git; apt list --installed",
      finds: [
        ['apt', 'apt'],
        ['apt', 'apt'],
        ['apt', 'apt'],
      ],
      fixed: "FROM debian\nRUN apt install -y 'php*'; apt-cache search git; apt list --installed",
      fixedUnsafely: "FROM debian\nRUN apt-get install -y 'php*'; apt-cache search git; apt list --installed",
    },
  ],
});
