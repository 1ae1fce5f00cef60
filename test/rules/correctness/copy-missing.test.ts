import rule from '../../../src/rules/correctness/copy-missing.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nCOPY nothing .',
    { code: 'FROM alpine\nCOPY a b .', context: { a: '', b: '' } },
    { code: 'FROM alpine\nCOPY a nothing*.txt .', context: { a: '' } },
    { code: 'FROM alpine\nCOPY a target/app.jar dist/ .', context: { a: '' } },
    { code: 'FROM alpine\nCOPY a app.whl .', context: { a: '' } },
    { code: 'FROM alpine\nCOPY src pom.xml .', context: { 'README.md': '' } },
    { code: 'FROM alpine\nCOPY a secret .', context: { a: '', '.dockerignore': 'secret' } },
    { code: 'FROM alpine\nCOPY --from=x nothing .\nCOPY a .', context: { a: '' } },
    { code: 'FROM alpine\nADD https://example.org/x git@github.com:a/b.git a /y/', context: { a: '' } },
    { code: 'FROM alpine\nCOPY a ../b .', context: { a: '' } },
    { code: 'FROM alpine\nCOPY a $FILE .', context: { a: '' } },
    { code: 'FROM alpine\nCOPY a . /x/', context: { a: '' } },
    // Another folder is the context.
    { code: 'FROM node:22\nCOPY src/memory /app\nCOPY tsconfig.json /', context: { 'tsconfig.json': '{}' } },
    { code: 'FROM node:22\nCOPY .gitignore turbo.json ./', context: { '.gitignore': '', 'package.json': '{}' } },
    { code: 'FROM alpine\nCOPY wordcount /bin/', context: { 'wordcount.go': '' } },
    { code: 'FROM scratch\nADD etcd /', context: { 'etc/a': '' } },
    { code: 'FROM rust:1.90\nCOPY /src/shipping/ /app/', context: { 'src/shipping_service.rs': '' } },
    // What is there once the submodules are, a release is built, or a step before the build ran.
    {
      code: 'FROM node:22\nCOPY a ui/package.json ui/src ./',
      context: { a: '', '.gitmodules': '[submodule "ui"]\n\tpath = ui\n\turl = https://example.org/ui' },
    },
    { code: 'FROM alpine\nCOPY LICENSE app /', context: { LICENSE: '', '.goreleaser.yaml': '', 'app.go': '' } },
    { code: 'FROM alpine\nCOPY a .local/bin /x/', context: { a: '', '.gitignore': '*.log\n/.local/\n' } },
    { code: 'FROM alpine\nCOPY <<EOF /x\nEOF\nCOPY a /y', context: { a: '' } },
  ],
  invalid: [
    {
      code: 'FROM node:22 AS a\nCOPY package.json bun.lockb /a/\nFROM node:22\nCOPY package.json bun.lockb /b/',
      context: { 'package.json': '{}' },
      finds: [['missing', 'bun.lockb']],
    },
    {
      code: 'FROM node:22\nCOPY package.json yarn.lock ./',
      context: { 'package.json': '{}', 'package-lock.json': '{}' },
      finds: [['missing', 'yarn.lock']],
      says: ['The build context has no `yarn.lock`.'],
    },
    {
      code: 'FROM python:3.13\nCOPY requirement.txt .',
      context: { 'requirements.txt': '' },
      finds: [['missing', 'requirement.txt']],
      says: ['The build context has no `requirement.txt`; did you mean `requirements.txt`?'],
    },
    {
      code: 'FROM alpine\nARG F=conf/app.ini\nCOPY a $F /x/',
      context: { a: '', 'conf/ap.ini': '' },
      finds: [['missing', '$F']],
      says: ['The build context has no `conf/app.ini`; did you mean `conf/ap.ini`?'],
    },
  ],
});
