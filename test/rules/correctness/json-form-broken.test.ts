import rule from '../../../src/rules/correctness/json-form-broken.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nCMD ["a", "b"]\nENTRYPOINT []\nVOLUME [ "/a" ]',
    'FROM alpine\nRUN [ -f /etc/passwd ]',
    'FROM alpine\nRUN [ "$A" = "b" ] && echo yes',
    'FROM alpine\nRUN [ -n "$A" ] || exit 1',
    'FROM alpine\nRUN [ "$A" ] && true',
    'FROM alpine\nRUN [[ "$A" == "b" ]]',
    'FROM alpine\nCMD echo ["a", ]',
    'FROM alpine\nCMD ["a", \\\n  # why\n  "b"]',
    'FROM alpine\nRUN [',
    'FROM alpine\nVOLUME /data\nHEALTHCHECK CMD ["a"]\nHEALTHCHECK NONE',
  ],
  invalid: [
    {
      code: "FROM alpine\nCMD ['npm', 'start']\n",
      finds: [['command', "'npm'"]],
      says: [
        'This is no JSON array (JSON has no quotes but `"`), so a shell is given the brackets and quotes as a command.',
      ],
      fixed: 'FROM alpine\nCMD ["npm", "start"]\n',
    },
    {
      code: 'FROM alpine\nENTRYPOINT [ "a", "b", ]',
      finds: [['command', ',']],
      fixed: 'FROM alpine\nENTRYPOINT [ "a", "b" ]',
    },
    {
      code: 'FROM alpine\nENTRYPOINT ["a" "b"]',
      finds: [['command', 'ENTRYPOINT']],
      fixed: 'FROM alpine\nENTRYPOINT ["a", "b"]',
    },
    { code: 'FROM alpine\ncmd ["a", "b"', finds: [['command', 'cmd']], fixed: 'FROM alpine\ncmd ["a", "b"]' },
    { code: 'FROM alpine\nCMD [npm, start]', finds: [['command', 'npm']], fixed: 'FROM alpine\nCMD ["npm", "start"]' },
    {
      code: 'FROM alpine\nCMD [“sh”,\\\n  # why\n  “-c”, ‘say "x"’]',
      finds: [['command', '“sh”']],
      fixed: 'FROM alpine\nCMD ["sh",\\\n  # why\n  "-c", "say \\"x\\""]',
    },
    { code: "FROM alpine\nCMD ['npm start']", finds: [['command', "'npm start'"]], fixed: null },
    {
      code: 'FROM alpine\nHEALTHCHECK CMD ["a", "b"] || exit 1',
      finds: [['command', '|| exit 1']],
      fixed: null,
    },
    { code: 'FROM alpine\nCMD ["a", "b"] # why', finds: [['command', '# why']], fixed: null },
    { code: 'FROM alpine\nCMD ["a, "b"]', finds: [['command', '["a, "b"]']], fixed: null },
    {
      code: 'FROM windows\nCMD ["C:\\Program\\x.exe"]',
      finds: [['command', '"C:\\Program\\x.exe"']],
      fixed: null,
      fixedUnsafely: 'FROM windows\nCMD ["C:\\\\Program\\\\x.exe"]',
    },
    { code: "FROM alpine\nVOLUME ['/data']", finds: [['paths', "'/data'"]], fixed: 'FROM alpine\nVOLUME ["/data"]' },
    { code: 'FROM alpine\nVOLUME [/data]', finds: [['paths', '/data']], fixed: 'FROM alpine\nVOLUME ["/data"]' },
    {
      code: "FROM alpine\nONBUILD CMD ['a']\nHEALTHCHECK --retries=2 CMD ['b']",
      finds: [
        ['command', "'a'"],
        ['command', "'b'"],
      ],
      fixed: 'FROM alpine\nONBUILD CMD ["a"]\nHEALTHCHECK --retries=2 CMD ["b"]',
    },
    {
      code: "FROM alpine\nCMD ['a\\\nb']",
      finds: [['command', "'a\\\nb'"]],
      fixed: null,
    },
    { code: 'FROM alpine\nCMD [nginx, -g, daemon off;]', finds: [['command', 'nginx']], fixed: null },
    { code: 'FROM alpine\nCOPY ["/a",| "/b c"]', finds: [['paths', '|']], fixed: null },
    { code: 'FROM alpine\nCOPY ["/a" "/b c"]', finds: [['paths', 'COPY']], fixed: 'FROM alpine\nCOPY ["/a", "/b c"]' },
  ],
});
