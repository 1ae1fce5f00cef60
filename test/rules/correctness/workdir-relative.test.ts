import rule from '../../../src/rules/correctness/workdir-relative.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nWORKDIR /app',
    'FROM alpine\nWORKDIR /app\nWORKDIR sub',
    'FROM alpine AS a\nWORKDIR /app\nFROM a\nWORKDIR sub',
    'FROM alpine\nWORKDIR $HOME/app',
    'FROM alpine\nARG DIR\nWORKDIR $DIR',
    'FROM alpine\nARG DIR\nWORKDIR "$DIR/x"',
    'FROM alpine\nARG DIR\nWORKDIR "/$DIR"',
    'FROM alpine\nARG DIR\nWORKDIR C:/$DIR',
    'FROM alpine\nENV DIR=/app\nWORKDIR ${DIR}/x',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nWORKDIR C:/app',
    '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2022\nWORKDIR c:\\app',
    'FROM alpine\nWORKDIR "/app"',
    'FROM alpine\nWORKDIR {{dir}}',
    'FROM alpine\nONBUILD WORKDIR app',
  ],
  invalid: [
    {
      code: 'FROM corp/base\nWORKDIR app\nWORKDIR sub\n',
      finds: [['relative', 'app']],
      fixed: null,
      fixedUnsafely: 'FROM corp/base\nWORKDIR /app\nWORKDIR sub\n',
    },
    {
      code: 'FROM golang:1.25\nWORKDIR src/app',
      finds: [['relative', 'src/app']],
      fixed: null,
      fixedUnsafely: 'FROM golang:1.25\nWORKDIR /go/src/app',
    },
    { code: 'FROM alpine\nWORKDIR "my app"', finds: [['relative', '"my app"']], fixed: null },
    { code: 'FROM alpine\nENV DIR=app\nWORKDIR $DIR', finds: [['relative', '$DIR']], fixed: null },
    { code: 'FROM alpine\nARG DIR\nWORKDIR app/$DIR', finds: [['relative', 'app/$DIR']], fixed: null },
    { code: 'FROM alpine\nWORKDIR ../app', finds: [['relative', '../app']], fixed: null },
    {
      code: 'FROM alpine\nWORKDIR /app\nWORKDIR sub',
      options: { afterAbsolute: false },
      finds: [['below', 'sub']],
      fixed: null,
    },
  ],
});
