import rule from '../../../src/rules/correctness/arg-not-in-stage.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'ARG V=1\nFROM alpine:$V\nARG V\nRUN echo $V',
    'ARG V=1\nFROM alpine\nARG V=2\nLABEL v=$V',
    'ARG V=1\nFROM alpine\nENV V=3\nRUN echo $V',
    'ARG V=1\nFROM alpine AS a\nENV V=2\nFROM a\nRUN echo $V',
    'ARG V=1\nFROM alpine AS a\nARG V\nFROM a\nRUN echo $V',
    'ARG V=1\nFROM alpine\nRUN V=2; echo $V',
    'ARG V=1\nFROM alpine\nRUN for V in a b; do echo "$V"; done',
    'ARG V=1\nFROM alpine\nRUN while read V; do echo "$V"; done < x',
    'ARG V=1\nFROM alpine\nRUN . ./versions && echo $V',
    "ARG V=1\nFROM alpine\nRUN echo '$V'",
    'ARG V=1\nFROM alpine\nRUN echo ${V:-2}',
    'ARG V=1\nFROM alpine\nRUN ["echo", "$V"]',
    'ARG V=1\nFROM alpine\nCMD echo $V',
    'ARG NODE_VERSION=22\nFROM reg.example/node:$NODE_VERSION\nRUN echo $NODE_VERSION',
    'ARG PYTHON_VERSION=3.13\nFROM python:3.13\nRUN echo $PYTHON_VERSION',
    'ARG HTTP_PROXY\nFROM alpine\nRUN curl -x $HTTP_PROXY x',
    'FROM golang:1.25\nARG TARGETARCH\nRUN GOARCH=$TARGETARCH go build',
    'FROM alpine\nRUN TARGETARCH=$(uname -m); echo $TARGETARCH',
    'ARG V=1\nFROM alpine\nSHELL ["pwsh", "-c"]\nRUN echo $V',
    'ARG HOME\nFROM alpine\nRUN echo $HOME',
  ],
  invalid: [
    {
      code: 'ARG V=1\nFROM alpine AS a\nWORKDIR /x\n# get it\nRUN curl -O https://example.org/$V.tgz && echo $V\nRUN echo $V\n',
      finds: [['global', '$V']],
      fixed:
        'ARG V=1\nFROM alpine AS a\nWORKDIR /x\nARG V\n# get it\nRUN curl -O https://example.org/$V.tgz && echo $V\nRUN echo $V\n',
    },
    {
      code: 'ARG A=1\nARG B=2\nFROM alpine\nLABEL a=$A b=$B\n',
      finds: [
        ['global', '$A'],
        ['global', '$B'],
      ],
      fixed: 'ARG A=1\nARG B=2\nFROM alpine\nARG A\nARG B\nLABEL a=$A b=$B\n',
    },
    {
      code: 'FROM golang:1.25\r\nRUN GOARCH=${TARGETARCH} go build',
      finds: [['automatic', '${TARGETARCH}']],
      fixed: 'FROM golang:1.25\r\nARG TARGETARCH\r\nRUN GOARCH=${TARGETARCH} go build',
    },
    {
      code: 'arg V=1\nfrom alpine\nrun <<EOF\necho "$V"\nEOF',
      finds: [['global', '$V']],
      fixed: 'arg V=1\nfrom alpine\narg V\nrun <<EOF\necho "$V"\nEOF',
    },
    {
      code: 'ARG V=1\nFROM debian:13\nENV V=$V',
      finds: [['global', '$V']],
      fixed: 'ARG V=1\nFROM debian:13\nARG V\nENV V=$V',
    },
    {
      code: 'ARG V=1\nFROM alpine\nRUN V=$V make',
      finds: [['global', '$V']],
      fixed: 'ARG V=1\nFROM alpine\nARG V\nRUN V=$V make',
    },
  ],
});
