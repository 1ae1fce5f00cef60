import rule from '../../../src/rules/runtime/user-then-privileged-run.ts';
import { testRule } from '../../support/rule-tester.ts';

const head = 'FROM debian:13\nRUN useradd -m app\nUSER app\n';

testRule(rule, {
  valid: [
    'FROM debian:13\nRUN apt-get update && apt-get install -y git\nUSER app',
    `${head}USER root\nRUN apt-get update`,
    `${head}USER 0:0\nRUN apt-get update`,
    `${head}RUN sudo apt-get update && sudo -E apt-get install -y git`,
    `${head}RUN sudo sh -c 'apt-get update && echo > /etc/a'`,
    `${head}RUN echo a | sudo tee /etc/a`,
    `${head}RUN apt-get update || true`,
    `${head}RUN if [ "$(id -u)" = 0 ]; then apt-get update; fi`,
    `${head}RUN apt-get download git && apt-cache search git`,
    `${head}RUN pip install --user flask && npm ci`,
    `${head}RUN mkdir -p ~/.config /home/app/x && touch /tmp/a`,
    'FROM debian:13\nARG USER=app\nUSER $USER\nRUN apt-get update',
    'FROM example.org/base\nRUN apt-get update',
    'FROM debian:13\nRUN useradd app && chown app /usr/local/bin\nUSER app\nRUN touch /usr/local/bin/a',
    'FROM debian:13\nCOPY --chown=app a /etc/a\nUSER app\nRUN echo b > /etc/a',
    'FROM example.org/base\nUSER app\nRUN touch /etc/a',
    `${head}RUN echo > "/etc/$NAME"`,
    `${head}RUN --mount=type=bind,target=/etc/a,rw touch /etc/a/b`,
  ],
  invalid: [
    {
      code: `${head}RUN apt-get update && apt-get install -y git`,
      finds: [['packages', 'apt-get update']],
      says: ['`apt-get update` needs root, and runs as `app` (since line 3): the build fails here.'],
    },
    {
      code: 'FROM jenkins/jenkins:lts\nRUN apt-get update',
      finds: [['packages', 'apt-get update']],
      says: ["`apt-get update` needs root, and runs as `jenkins` (the base image's user): the build fails here."],
    },
    { code: 'FROM alpine:3.22\nUSER 1000\nRUN sh -c "apk add git"', finds: [['packages', 'apk add']] },
    {
      code: `FROM debian:13 AS base\nUSER app\n\nFROM base\nRUN ["apt-get", "install", "-y", "git"]`,
      finds: [['packages', '"apt-get", "install"']],
    },
    {
      code: `${head}RUN echo a > /etc/a.conf`,
      finds: [['path', '/etc/a.conf']],
      says: ["`/etc/a.conf` is in a folder of root's, where `app` (since line 3) cannot write: the build fails here."],
    },
    { code: `${head}RUN curl -fsSLo /usr/local/bin/x https://example.org/x`, finds: [['path', '/usr/local/bin/x']] },
    { code: `${head}RUN cd /usr/bin && ln -s a b`, finds: [['path', 'b']] },
  ],
});
