import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import type { Stage } from '../../src/dockerfile/model.ts';
import { finalState, stateAt, type FinalState } from '../../src/images/state.ts';

function lastStage(...lines: string[]): Stage {
  const stage = parseDockerfile(lines.join('\n')).stages.at(-1);
  if (stage === undefined) throw new Error('There is no stage.');
  return stage;
}

function end(...lines: string[]): FinalState {
  return finalState(lastStage(...lines));
}

describe('user', () => {
  it.each<[string[], string | undefined, number | undefined]>([
    [['FROM debian:13'], 'root', 0],
    [['FROM debian:13', 'USER app'], 'app', undefined],
    [['FROM debian:13', 'RUN useradd -r -u 10001 app', 'USER app'], 'app', 10001],
    [['FROM debian:13', 'USER 1000:1000'], '1000', 1000],
    [['FROM node:22', 'USER node'], 'node', 1000],
    [['FROM node:22', 'USER node', 'USER root'], 'root', 0],
    [['FROM gcr.io/distroless/static-debian13:nonroot'], '65532', 65532],
    [['FROM mcr.microsoft.com/dotnet/aspnet:8.0', 'USER $APP_UID'], '1654', 1654],
    [['FROM debian:13', 'USER $NO_SUCH_NAME_HERE'], undefined, undefined],
    [['FROM debian:13 AS base', 'USER www-data', 'FROM base', 'WORKDIR /app'], 'www-data', 33],
    [['FROM example.org/app:1', 'WORKDIR /app'], undefined, undefined],
  ])('%j ends as %s with %s', (lines, name, uid) => {
    const { user } = end(...lines);
    expect([user?.name, user?.uid]).toEqual([name, uid]);
  });

  it('says which instruction set it, and the group', () => {
    const { user } = end('FROM debian:13', 'USER app:staff');
    expect(user).toMatchObject({ name: 'app', group: 'staff', certain: true });
    expect(user?.instruction?.keyword).toBe('USER');
    expect(end('FROM node:22').user?.instruction).toBeUndefined();
  });

  it('says that an ARG may change it', () => {
    expect(end('FROM debian:13', 'ARG U=app', 'USER $U').user).toMatchObject({ name: 'app', certain: false });
  });
});

it('is what an instruction finds, not what it leaves', () => {
  const { instructions } = lastStage('FROM debian:13', 'USER app', 'WORKDIR /srv', 'RUN true');
  expect(instructions.map(instruction => stateAt(instruction)?.user?.name)).toEqual(['root', 'app', 'app']);
  expect(instructions.map(instruction => stateAt(instruction)?.workdir)).toEqual(['/', '/', '/srv']);
});

it.each<[string[], string | undefined]>([
  [['FROM debian:13'], '/'],
  [['FROM golang:1.26'], '/go'],
  [['FROM golang:1.26', 'WORKDIR src'], '/go/src'],
  [['FROM golang:1.26', 'WORKDIR $GOPATH/src'], '/go/src'],
  [['FROM debian:13', 'WORKDIR /a', 'WORKDIR b/', 'WORKDIR ../c'], '/a/c'],
  [['FROM debian:13', 'ENV HOME_DIR=/srv', 'WORKDIR ${HOME_DIR}/app'], '/srv/app'],
  [['FROM debian:13 AS a', 'WORKDIR /a', 'FROM a', 'WORKDIR b'], '/a/b'],
  [['FROM debian:13', 'ARG WHERE', 'WORKDIR $WHERE', 'WORKDIR b'], undefined],
  [['FROM debian:13', 'ARG WHERE', 'WORKDIR $WHERE', 'WORKDIR /b'], '/b'],
  [['FROM example.org/app:1', 'WORKDIR b'], undefined],
])('%j works in %s', (lines, workdir) => {
  expect(end(...lines).workdir).toBe(workdir);
});

it('knows the shell', () => {
  expect(end('FROM debian:13').shell).toEqual(['/bin/sh', '-c']);
  expect(end('FROM debian:13', 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]').shell[0]).toBe('/bin/bash');
  expect(end('FROM mcr.microsoft.com/windows/servercore:ltsc2022').shell).toEqual(['cmd', '/S', '/C']);
});

it('knows variables of the file and of the base', () => {
  const state = end('FROM golang:1.26 AS a', 'ENV A=1 B=2', 'FROM a', 'ENV B=$A');
  expect([state.env('A'), state.env('B'), state.env('GOPATH'), state.env('C')]).toEqual(['1', '1', '/go', undefined]);
});

describe('accounts', () => {
  it.each<[string[], string, boolean | undefined]>([
    [['FROM debian:13'], 'app', false],
    [['FROM debian:13'], 'www-data', true],
    [['FROM alpine:3.23'], 'www-data', false],
    [['FROM debian:13', 'RUN groupadd g && useradd -m -g g app'], 'app', true],
    [['FROM alpine:3.23', 'RUN addgroup -S app && adduser -S -G app -h /app app'], 'app', true],
    [['FROM debian:13', 'RUN <<EOF', 'set -e', 'useradd app', 'EOF'], 'app', true],
    [['FROM debian:13', 'RUN apt-get install -y nginx'], 'nginx', undefined],
    [['FROM debian:13', 'RUN apt-get install -y curl'], 'app', false],
    [['FROM debian:13', 'COPY --from=build /etc/passwd /etc/passwd'], 'app', undefined],
    [['FROM debian:13', 'RUN echo "app:x:1:1::/:" >> /etc/passwd'], 'app', undefined],
    [['FROM debian:13', 'ARG U', 'RUN useradd $U'], 'app', undefined],
    [['FROM debian:13', 'COPY setup.sh /', 'RUN /setup.sh'], 'app', undefined],
    // It joins a group; it makes no account.
    [['FROM debian:12', 'RUN adduser www-data app'], 'app', false],
    [['FROM example.org/app:1'], 'app', undefined],
    [['FROM scratch'], 'app', false],
  ])('after %j %s is there: %s', (lines, name, expected) => {
    expect(end(...lines).hasAccount(name)).toBe(expected);
  });

  it('has their numbers and homes', () => {
    const state = end(
      'FROM alpine:3.23',
      'RUN addgroup -g 2000 team && adduser -D -u 1500 -G team -h /srv -g "A comment" app',
    );
    expect(state.account('app')).toMatchObject({ uid: 1500, gid: 2000, home: '/srv' });
    const debian = end('FROM debian:13', 'RUN groupadd --gid 2000 team', 'RUN useradd --uid=1500 -g team -d /srv app');
    expect(debian.account('app')).toMatchObject({ uid: 1500, gid: 2000, home: '/srv' });
  });
});

it.each<[string[], string, boolean | undefined]>([
  [['FROM debian:13-slim'], 'curl', false],
  [['FROM debian:13-slim', 'RUN apt-get update && apt-get install -y curl'], 'curl', true],
  [['FROM debian:13-slim', 'RUN apt-get install -y curl', 'RUN apt-get purge -y curl'], 'curl', undefined],
  [['FROM debian:13-slim', 'RUN apt-get install -y procps build-essential'], 'ps', true],
  [['FROM debian:13-slim', 'RUN apt-get install -y build-essential'], 'gcc', true],
  [['FROM debian:13-slim', 'RUN apt-get install -y git'], 'curl', false],
  [['FROM debian:13-slim', 'RUN apt-get install -y php-curl'], 'curl', undefined],
  [['FROM debian:13-slim', 'ARG P', 'RUN apt-get install -y $P'], 'curl', undefined],
  [['FROM debian:13-slim', 'RUN wget -O- https://example.org/i | sh'], 'curl', undefined],
  [['FROM debian:13-slim', 'COPY --from=tools /usr/bin/curl /usr/bin/'], 'curl', undefined],
  [['FROM debian:13-slim', 'RUN pip install curl'], 'curl', undefined],
  [['FROM node:22-alpine', 'RUN apk add --no-cache curl'], 'curl', true],
  [['FROM node:22-alpine'], 'wget', true],
  [['FROM example.org/app:1'], 'curl', undefined],
  [['FROM scratch', 'COPY app /app'], 'sh', false],
])('after %j it is known whether %s is there: %s', (lines, name, expected) => {
  expect(end(...lines).hasProgram(name)).toBe(expected);
});

describe('configuration', () => {
  it('takes what the base has and the file does not change', () => {
    const { configuration } = end('FROM node:22', 'CMD ["node", "server.js"]', 'EXPOSE 8080 53/udp');
    expect(configuration.entrypoint?.argv).toEqual(['docker-entrypoint.sh']);
    expect(configuration.cmd?.argv).toEqual(['node', 'server.js']);
    expect(configuration.ports).toEqual(['8080', '53/udp']);
  });

  it('loses an inherited CMD to ENTRYPOINT, not one of its own stage', () => {
    expect(end('FROM node:22', 'ENTRYPOINT ["node"]').configuration.cmd?.argv).toEqual([]);
    expect(end('FROM node:22', 'CMD ["a"]', 'ENTRYPOINT ["node"]').configuration.cmd?.argv).toEqual(['a']);
    const inherited = end('FROM node:22 AS a', 'CMD ["a"]', 'FROM a', 'ENTRYPOINT ["node"]');
    expect(inherited.configuration.cmd?.argv).toEqual([]);
  });

  it('keeps the shell form as text', () => {
    const { cmd } = end('FROM node:22', 'CMD node server.js').configuration;
    expect([cmd?.argv, cmd?.script]).toEqual([undefined, 'node server.js']);
  });

  it('has labels, volumes, the health check and the stop signal', () => {
    const { configuration } = end(
      'FROM nginx:1.27 AS a',
      'LABEL a=1 b=2',
      'HEALTHCHECK CMD curl -f http://localhost',
      'FROM a',
      'LABEL b=3',
      'VOLUME /data',
    );
    expect([...configuration.labels]).toEqual([
      ['a', '1'],
      ['b', '3'],
    ]);
    expect(configuration.volumes).toEqual(['/data']);
    expect(configuration.healthcheck?.keyword).toBe('HEALTHCHECK');
    expect(configuration.stopSignal).toBe('SIGQUIT');
    expect(configuration.ports).toEqual(['80/tcp']);
  });

  it('does not count what ONBUILD keeps for later', () => {
    expect(end('FROM debian:13', 'ONBUILD USER app').user?.name).toBe('root');
  });
});

it('goes through long chains of stages', () => {
  const stages = Array.from(
    { length: 3000 },
    (_, index) => `FROM ${index === 0 ? 'node:22' : `s${index - 1}`} AS s${index}`,
  );
  expect(end(...stages).account('node')?.uid).toBe(1000);
});
