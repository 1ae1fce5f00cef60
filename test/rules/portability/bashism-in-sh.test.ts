import rule from '../../../src/rules/portability/bashism-in-sh.ts';
import { testRule } from '../../support/rule-tester.ts';

const shell = 'SHELL ["/bin/bash", "-c"]';

testRule(rule, {
  valid: [
    `FROM debian:13\n${shell}\nRUN source /x/activate && [[ -f a ]]`,
    'FROM debian:13\nRUN bash -c "source /x/activate && [[ -f a ]]"',
    'FROM debian:13\nRUN ["/bin/bash", "-c", "[[ -f a ]]"]',
    'FROM debian:13\nRUN <<EOF\n#!/bin/bash\n[[ -f a ]]\nEOF',
    'FROM debian:13\nRUN . /x/activate && [ -f a ] && [ "$A" = b ]',
    'FROM debian:13\nRUN ln -sf /bin/bash /bin/sh\nRUN source /x/activate',
    'FROM debian:13\nRUN make > log 2>&1 && echo "${A:-b}" && echo $((1 + 2))',
    'FROM debian:13\nRUN echo \'[[ {a,b} <(x) ]]\' "{a,b}" {} {a}',
    'FROM debian:13\nRUN find . -name x -exec rm {} +',
    'FROM fedora:43\nRUN source /x/activate && [[ -f a ]]',
    'FROM alpine:3.22\nRUN source /x/activate && [[ -f a ]] && echo &> log',
    'FROM registry.example.org/base:1\nRUN source /x/activate',
    'FROM $BASE\nRUN [[ -f a ]]',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN [[ -f a ]]',
    'FROM debian:13\nRUN echo source',
  ],
  invalid: [
    {
      code: 'FROM debian:13\nRUN source /x/activate && pip list',
      finds: [['bashism', 'source']],
      says: ['`source` is for bash, and the shell of this instruction is dash, which does not know it.'],
      fixed: null,
      fixedUnsafely: 'FROM debian:13\nRUN . /x/activate && pip list',
    },
    {
      code: 'FROM debian:13\n# a test\nRUN [[ -f a ]] && make &> log\nRUN mkdir -p /app/{a,b} /n/{1..3}\n',
      finds: [
        ['bashism', '[['],
        ['bashism', '&> log'],
        ['bashism', '{a,b}'],
        ['bashism', '{1..3}'],
      ],
      fixed: null,
      fixedUnsafely: `FROM debian:13\n# a test\n${shell}\nRUN [[ -f a ]] && make &> log\nRUN mkdir -p /app/{a,b} /n/{1..3}\n`,
    },
    {
      code: 'FROM alpine:3.22\nRUN pushd /x; diff <(ls a) <(ls b); a=(1 2); touch {a,b}',
      finds: [
        ['bashism', 'pushd'],
        ['bashism', '<(ls a)'],
        ['bashism', '<(ls b)'],
        ['bashism', 'a=(1 2)'],
        ['bashism', '{a,b}'],
      ],
      fixed: null,
    },
    {
      code: 'FROM ubuntu:24.04\nRUN <<EOF\nif [ "$A" == b ]; then\n  cat <<< x\nfi\nfunction f { echo "${A//x/y}" "${A:0:2}" "${A^^}"; }\n(( 1 + 2 ))\nEOF\n',
      finds: [
        ['bashism', '=='],
        ['bashism', '<<< x'],
        ['bashism', 'function'],
        ['bashism', '${A//x/y}'],
        ['bashism', '${A:0:2}'],
        ['bashism', '${A^^}'],
        ['bashism', '(('],
      ],
      fixed: null,
      fixedUnsafely: `FROM ubuntu:24.04\n${shell}\nRUN <<EOF\nif [ "$A" == b ]; then\n  cat <<< x\nfi\nfunction f { echo "\${A//x/y}" "\${A:0:2}" "\${A^^}"; }\n(( 1 + 2 ))\nEOF\n`,
    },
    {
      code: 'FROM debian:13\nCMD source /x/env && serve',
      finds: [['bashism', 'source']],
      fixed: null,
      fixedUnsafely: 'FROM debian:13\nCMD . /x/env && serve',
    },
  ],
});
