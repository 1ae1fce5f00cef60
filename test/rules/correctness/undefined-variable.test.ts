import rule from '../../../src/rules/correctness/undefined-variable.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nARG A\nENV B=$A',
    'FROM alpine\nENV PATH=/x:$PATH',
    'FROM corp/base\nENV X=$JAVA_HOME/bin',
    'FROM golang:1.25\nENV X=$GOPATH/bin Y=$GOLANG_VERSION Z=$CGO_ENABLED',
    'FROM python:3.13\nLABEL v=$PYTHON_VERSION sum=$PYTHON_SHA256',
    'FROM mcr.microsoft.com/dotnet/aspnet:9.0\nUSER $APP_UID',
    'FROM debian:13\nENV LD_LIBRARY_PATH=/x:$LD_LIBRARY_PATH',
    'FROM debian:13\nENV A=${B:-c} D=${E:+f}',
    'FROM debian:13\nRUN echo $NOTHING',
    'FROM debian:13\nCMD echo $NOTHING',
    'FROM debian:13\nEXPOSE $PORT',
    "FROM debian:13\nENV A='$B' C=\\$D",
    'ARG IMAGE=debian\nFROM $IMAGE\nENV A=$HOME',
    'FROM corp/base\nARG JAVA_17_OPTS\nENV A=$JAVA_11_OPTS',
    'FROM corp/base\nENV FOO=1 A=$FOP',
    'FROM debian:13\nONBUILD ENV A=$B',
    'FROM debian:13\nCOPY <<"EOF" /x\n$A\nEOF',
    // These are arg-not-in-stage's and env-self-reference's.
    'ARG VERSION\nFROM debian:13\nLABEL v=$VERSION arch=$TARGETARCH',
    'FROM debian:13\nENV A=1 B=$A',
  ],
  invalid: [
    {
      code: 'FROM alpine\nARG APP_VERSION=1\nLABEL a=$APP_VERSON b=${APP_VERSON}\n',
      finds: [['undefined', '$APP_VERSON']],
      says: ['Nothing defines `$APP_VERSON`, so it is empty here; did you mean `$APP_VERSION`?'],
      fixed: 'FROM alpine\nARG APP_VERSION=1\nLABEL a=$APP_VERSION b=${APP_VERSION}\n',
    },
    {
      code: 'FROM corp/base\nARG VERSION\nENV A=$version',
      finds: [['undefined', '$version']],
      fixed: 'FROM corp/base\nARG VERSION\nENV A=$VERSION',
    },
    {
      code: 'FROM debian:13\nENV PATH=$HOME/.local/bin:$PATH',
      finds: [['undefined', '$HOME']],
      says: ['Nothing defines `$HOME`, so it is empty here: only the shell of a RUN sets it.'],
      fixed: null,
    },
    { code: 'FROM scratch\nCOPY a $DIR/', finds: [['undefined', '$DIR']], fixed: null },
    { code: 'FROM alpine\nCOPY <<EOF /x\n$WHO\nEOF', finds: [['undefined', '$WHO']], fixed: null },
    {
      code: 'FROM corp/base\nENV X=$JAVA_HOME LD=$LD Y=${A:-b}',
      options: { baseMayDefine: false },
      finds: [
        ['undefined', '$JAVA_HOME'],
        ['undefined', '$LD'],
        ['undefined', '${A:-b}'],
      ],
      fixed: null,
    },
  ],
});
