import rule from '../../../src/rules/security/sudoers-nopasswd.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian\nRUN echo "app ALL=(ALL) ALL" > /etc/sudoers.d/app\nUSER app',
    'FROM debian\nRUN echo "app ALL=NOPASSWD: /usr/bin/mount" > /etc/sudoers.d/app\nUSER app',
    'FROM debian\nRUN echo "app ALL=(ALL) NOPASSWD: ALL" > /etc/sudoers.d/app',
    'FROM debian AS dev\nRUN echo "a ALL=(ALL) NOPASSWD:ALL" >> /etc/sudoers\nUSER a\nFROM debian\nCOPY --from=dev /a /a\nUSER a',
    // To work in, or with containers of its own.
    'FROM debian AS devcontainer-dev\nRUN echo "dev ALL=(ALL) NOPASSWD: ALL" > /etc/sudoers.d/dev\nUSER dev\nCMD ["serve"]',
    'FROM debian\nRUN useradd -m runner && usermod -aG docker runner && echo "%sudo ALL=(ALL) NOPASSWD:ALL" > /etc/sudoers\nUSER runner\nCMD ["run.sh"]',
    'FROM debian\nRUN echo NOPASSWD=1 ALL\nUSER app',
    'FROM debian\n# %sudo ALL=(ALL) NOPASSWD: ALL\nRUN true\nUSER app',
    'FROM debian\nLABEL note="NOPASSWD: ALL"\nUSER app',
  ],
  invalid: [
    {
      code: 'FROM debian\nRUN useradd app && echo "app ALL=(ALL) NOPASSWD: ALL" > /etc/sudoers.d/app\nUSER app',
      finds: [['nopasswd', 'NOPASSWD']],
      says: [
        'With `NOPASSWD: ALL` the account is root in all but name: what takes over its program needs only `sudo`.',
      ],
    },
    {
      code: "FROM debian\nRUN sed -i 's/%sudo.*/%sudo ALL=NOPASSWD:SETENV:ALL/' /etc/sudoers\nUSER 1000",
      finds: [['nopasswd', 'NOPASSWD']],
    },
    {
      code: 'FROM debian\nCOPY <<EOF /etc/sudoers.d/app\napp ALL=(ALL:ALL) NOPASSWD: ALL\nEOF\nUSER app',
      finds: [['nopasswd', 'NOPASSWD']],
    },
  ],
});
