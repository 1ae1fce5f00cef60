import rule from '../../../src/rules/correctness/shell-changed-by-link.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian:13\nSHELL ["/bin/bash", "-c"]\nRUN true',
    'FROM debian:13\nRUN ln -s /bin/sh /usr/local/bin/sh',
    'FROM debian:13\nRUN ln -s /usr/bin/python3 /usr/bin/python',
    'FROM debian:13\nRUN ls -l /bin/sh',
    'FROM debian:13\nRUN echo ln -s bash /bin/sh',
    'FROM debian:13\nRUN ln -s /bin/bash /usr/bin/sh.real',
    'FROM gcr.io/distroless/static-debian13\nCOPY --from=busybox:1.37 /bin /busybox\nRUN ["/busybox/ln", "-s", "/busybox/sh", "/bin/sh"]',
  ],
  invalid: [
    {
      code: 'FROM debian:13\nRUN rm /bin/sh && ln -s /bin/bash /bin/sh\nRUN true\n',
      finds: [['link', 'ln -s /bin/bash /bin/sh']],
      fixed: null,
      fixedUnsafely: 'FROM debian:13\nSHELL ["/bin/bash", "-c"]\nRUN true\n',
    },
    {
      code: 'FROM debian:13\nRUN ln -sf bash /bin/sh && apt-get update',
      finds: [['link', 'ln -sf bash /bin/sh']],
      fixed: null,
      fixedUnsafely: 'FROM debian:13\nRUN apt-get update\nSHELL ["/bin/bash", "-c"]',
    },
    {
      code: 'FROM debian:13\nRUN rm /bin/sh && apt-get update && ln -s bash /bin/sh',
      finds: [['link', 'ln -s bash /bin/sh']],
      fixed: null,
    },
    { code: 'FROM debian:13\nRUN ln -s "$SH" /bin/sh', finds: [['link', 'ln -s "$SH" /bin/sh']], fixed: null },
  ],
});
