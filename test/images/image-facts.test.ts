import { describe, expect, it } from 'vitest';
import { factsOf, factsOfScratch } from '../../src/images/image-facts.ts';
import { image } from './image.ts';

function facts(text: string): ReturnType<typeof factsOf> {
  return factsOf(image(text));
}

it.each([
  // image, user, shell, package manager, C library
  ['debian:12', 'root', 'dash', 'apt', 'glibc'],
  ['alpine:3.20', 'root', 'ash', 'apk', 'musl'],
  ['centos:7', 'root', 'bash', 'yum', 'glibc'],
  ['rockylinux:9-minimal', 'root', 'bash', 'microdnf', 'glibc'],
  ['amazonlinux:2', 'root', 'bash', 'yum', 'glibc'],
  ['python:3.13-slim', 'root', 'dash', 'apt', 'glibc'],
  ['node:22-alpine', 'root', 'ash', 'apk', 'musl'],
  ['nginxinc/nginx-unprivileged:1.27-alpine', '101', 'ash', 'apk', 'musl'],
  ['gcr.io/distroless/static-debian13:nonroot', '65532', 'none', 'none', 'none'],
  ['gcr.io/distroless/cc-debian13', '0', 'none', 'none', 'glibc'],
  ['mcr.microsoft.com/dotnet/aspnet:8.0', 'root', 'dash', 'apt', 'glibc'],
  ['mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled', '1654', 'none', 'none', 'glibc'],
  ['bitnami/redis:7', '1001', 'dash', 'apt', 'glibc'],
  ['openjdk:17', undefined, undefined, undefined, undefined],
  ['mcr.microsoft.com/dotnet/aspnet:8.0-nanoserver-ltsc2022', undefined, undefined, undefined, undefined],
])('%s runs as %s with %s, %s and %s', (text, user, shell, packageManager, libc) => {
  expect(facts(text)).toMatchObject({ user, shell, packageManager, libc });
});

it.each([
  ['node:22', ['docker-entrypoint.sh'], ['node'], '/'],
  ['node:8.9', [], ['node'], '/'],
  ['node:10', undefined, ['node'], '/'],
  ['python:3.13', [], ['python3'], '/'],
  ['php:8.4-fpm', ['docker-php-entrypoint'], ['php-fpm'], '/var/www/html'],
  ['golang:1.26-alpine', [], ['/bin/sh'], '/go'],
  ['nginx', ['/docker-entrypoint.sh'], ['nginx', '-g', 'daemon off;'], '/'],
  ['nginx:1.17', [], ['nginx', '-g', 'daemon off;'], '/'],
  ['nginx:1.19.7', undefined, ['nginx', '-g', 'daemon off;'], '/'],
  ['eclipse-temurin:21-jre', ['/__cacert_entrypoint.sh'], [], '/'],
  ['eclipse-temurin:17.0.2_8-jre', undefined, undefined, '/'],
  ['gcr.io/distroless/nodejs22-debian13:nonroot', ['/nodejs/bin/node'], [], '/home/nonroot'],
  ['gcr.io/distroless/python3-debian13', ['/usr/bin/python3.13'], [], '/'],
  ['gcr.io/distroless/cc-debian13:debug', ['/busybox/sh'], [], '/'],
])('%s starts %j %j in %s', (text, entrypoint, cmd, workdir) => {
  const { entrypoint: ownEntrypoint, cmd: ownCmd, workdir: ownWorkdir } = facts(text) ?? {};
  expect([ownEntrypoint, ownCmd, ownWorkdir]).toEqual([entrypoint, cmd, workdir]);
});

it.each([
  ['node:22', 'node', 1000],
  ['node:22-alpine', 'node', 1000],
  ['ubuntu:24.04', 'ubuntu', 1000],
  ['ubuntu:22.04', 'ubuntu', undefined],
  ['php:8.4-apache', 'www-data', 33],
  ['php:8.4-fpm-alpine', 'www-data', 82],
  ['postgres:17', 'postgres', 999],
  ['postgres:17-alpine', 'postgres', 70],
  ['mcr.microsoft.com/dotnet/runtime:8.0', 'app', 1654],
  ['mcr.microsoft.com/dotnet/runtime:6.0', 'app', undefined],
  ['gcr.io/distroless/base-debian13', 'nonroot', 65532],
  ['gcr.io/distroless/base-debian13', 'www-data', undefined],
])('%s has the account %s with %s', (text, name, uid) => {
  expect(facts(text)?.accounts.get(name)?.uid).toBe(uid);
});

it.each([
  ['debian:12', 'curl', false],
  ['debian:12', 'adduser', true],
  ['debian:13', 'adduser', undefined],
  ['alpine:3.20', 'wget', true],
  ['alpine:3.20', 'bash', false],
  ['python:3.13', 'curl', true],
  ['python:3.13-slim', 'curl', false],
  ['python:3.13-slim', 'ca-certificates', true],
  ['node:22-slim', 'ca-certificates', false],
  ['node:26', 'yarn', false],
  ['node:22', 'corepack', true],
  ['rust:1-slim', 'gcc', true],
  ['golang:1.26', 'gcc', true],
  ['golang:1.26-alpine', 'gcc', false],
  ['nginx:1.27', 'curl', true],
  ['amazonlinux:2023', 'useradd', false],
  // A database image installs more than is written down here.
  ['postgres:17', 'curl', undefined],
  ['gcr.io/distroless/base-debian13', 'cat', false],
  ['mcr.microsoft.com/dotnet/aspnet:8.0', 'curl', false],
  ['mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled', 'ls', false],
])('of %s it is known whether it has %s: %s', (text, program, expected) => {
  expect(facts(text)?.has(program)).toBe(expected);
});

describe('environment', () => {
  it.each([
    ['python:3.12', 'LANG', 'C.UTF-8'],
    ['python:3.13', 'LANG', undefined],
    ['python:3', 'LANG', undefined],
    ['golang:1.26', 'GOPATH', '/go'],
    ['golang:1.26', 'PATH', '/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    ['rust:1', 'CARGO_HOME', '/usr/local/cargo'],
    ['mcr.microsoft.com/dotnet/aspnet:8.0', 'ASPNETCORE_HTTP_PORTS', '8080'],
    ['mcr.microsoft.com/dotnet/aspnet:6.0', 'ASPNETCORE_HTTP_PORTS', undefined],
  ])('%s sets %s to %s', (text, name, value) => {
    expect(facts(text)?.env.get(name)).toBe(value);
  });

  it('knows of variables whose value it does not know', () => {
    expect(facts('node:22')?.env.has('NODE_VERSION')).toBe(true);
    expect(facts('node:22')?.env.has('NO_SUCH')).toBe(false);
  });
});

it('knows that scratch has nothing', () => {
  const scratch = factsOfScratch();
  expect(scratch).toMatchObject({ user: 'root', shell: 'none', libc: 'none', entrypoint: [], cmd: [], workdir: '/' });
  expect(scratch.has('sh')).toBe(false);
});

it('knows nothing of other images', () => {
  expect(facts('example.org/team/python:3.12')).toBeUndefined();
});
