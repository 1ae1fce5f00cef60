import rule from '../../../src/rules/runtime/entrypoint-not-executable.ts';
import { testRule } from '../../support/rule-tester.ts';

const script = '#!/bin/sh\nexec "$@"\n';
const context = { 'run.sh': script, 'bin/start': script };
const head = 'FROM debian:13\nWORKDIR /app\n';

testRule(rule, {
  valid: [
    { code: `${head}COPY run.sh /\nENTRYPOINT ["/run.sh"]`, context: { 'run.sh': { text: script, executable: true } } },
    { code: `${head}COPY --chmod=755 run.sh /\nENTRYPOINT ["/run.sh"]`, context },
    { code: `${head}COPY run.sh /\nRUN chmod +x /run.sh\nENTRYPOINT ["/run.sh"]`, context },
    { code: `${head}COPY run.sh /\nRUN find / -name '*.sh' -exec chmod +x {} +\nENTRYPOINT ["/run.sh"]`, context },
    { code: `${head}COPY run.sh /\nRUN ./setup.sh\nENTRYPOINT ["/run.sh"]`, context },
    // The shell only reads it.
    { code: `${head}COPY run.sh /\nENTRYPOINT ["sh", "/run.sh"]`, context },
    { code: `${head}COPY run.sh /\nCMD ["debian"]`, context },
    // Arguments of an entrypoint, and files from elsewhere.
    { code: `${head}COPY run.sh /\nENTRYPOINT ["sh"]\nCMD ["/run.sh"]`, context },
    { code: `FROM node:24\nCOPY run.sh /\nCMD ["/run.sh"]`, context },
    { code: `FROM a AS b\nFROM debian:13\nCOPY --from=b run.sh /\nENTRYPOINT ["/run.sh"]`, context },
    { code: `${head}COPY $FILE /\nENTRYPOINT ["/run.sh"]`, context },
    `${head}COPY run.sh /\nENTRYPOINT ["/run.sh"]`,
  ],
  invalid: [
    {
      code: `${head}COPY run.sh /\nENTRYPOINT ["/run.sh"]`,
      context,
      finds: [['notExecutable', 'run.sh']],
      says: [
        '`run.sh` has no executable bit in the build context and gets none here: the container ends with "permission denied".',
      ],
      fixed: `${head}COPY --chmod=755 run.sh /\nENTRYPOINT ["/run.sh"]`,
    },
    {
      code: `${head}copy --chown=1:1 run.sh .\nENTRYPOINT ["tini", "--", "./run.sh"]`,
      context,
      finds: [['notExecutable', 'run.sh']],
      fixed: `${head}copy --chown=1:1 --chmod=755 run.sh .\nENTRYPOINT ["tini", "--", "./run.sh"]`,
    },
    {
      code: `${head}COPY bin/start /usr/local/bin/\nENTRYPOINT ["start"]`,
      context,
      finds: [['notExecutable', 'bin/start']],
      fixed: `${head}COPY --chmod=755 bin/start /usr/local/bin/\nENTRYPOINT ["start"]`,
    },
    // Not all of what is copied is to be executable.
    {
      code: `FROM debian:13 AS base\nWORKDIR /app\nCOPY . .\n\nFROM base\nCMD ["bin/start"]`,
      context,
      finds: [['notExecutable', '.']],
      fixed: null,
    },
    { code: `${head}ADD run.sh /\nCMD ["/run.sh"]`, context, finds: [['notExecutable', 'run.sh']], fixed: null },
  ],
});
