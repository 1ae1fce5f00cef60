import rule from '../../../src/rules/correctness/shell-form-in-shell-less.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM scratch\nCOPY app /app\nENTRYPOINT ["/app"]',
    'FROM scratch\nADD rootfs.tar.xz /\nRUN true\nCMD bash',
    'FROM scratch\nCOPY --from=build / /\nCMD run',
    'FROM scratch\nCOPY --from=busybox /bin/busybox /bin/sh\nRUN true',
    'FROM gcr.io/distroless/cc-debian13\nCOPY --from=busybox:1.37 /bin /usr/bin\nRUN true',
    'FROM gcr.io/distroless/base-debian13:debug\nSHELL ["/busybox/sh", "-c"]\nRUN true',
    'FROM acme/unknown\nRUN true',
    'FROM busybox\nRUN true',
    'FROM scratch\nRUN --mount=from=busybox,target=/bin true',
    'FROM scratch AS files\nCOPY a /a\nCMD /a\nFROM alpine\nCOPY --from=files /a /a',
    'FROM scratch\nRUN ["/app", "init"]\nHEALTHCHECK NONE',
    'FROM gcr.io/distroless/cc-debian13\nCOPY tree /\nCMD run',
  ],
  invalid: [
    {
      code: 'FROM scratch\nCOPY app /srv/app\nENTRYPOINT /srv/app',
      finds: [['start', 'ENTRYPOINT']],
      says: ['`scratch` has no /bin/sh, which the shell form starts: write a JSON array.'],
    },
    { code: 'FROM scratch\nCOPY out/server /\nCMD /server --port 80', finds: [['start', 'CMD']] },
    {
      code: 'FROM gcr.io/distroless/static-debian12\nRUN mkdir /data\nHEALTHCHECK CMD /app check',
      finds: [
        ['run', 'RUN'],
        ['start', 'HEALTHCHECK'],
      ],
      says: [
        '`gcr.io/distroless/static-debian12` has no /bin/sh, so that this RUN fails.',
        '`gcr.io/distroless/static-debian12` has no /bin/sh, which the shell form starts: write a JSON array.',
      ],
    },
    {
      code: 'FROM gcr.io/distroless/static-debian13\nCOPY --from=0 /app /usr/local/bin/app\nENTRYPOINT /usr/local/bin/app',
      finds: [['start', 'ENTRYPOINT']],
    },
    { code: 'FROM scratch AS base\nFROM base\nRUN true', finds: [['run', 'RUN']] },
  ],
});
