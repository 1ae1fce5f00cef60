import { expect, it } from 'vitest';
import { parseTag } from '../../src/images/parse-tag.ts';
import { image } from './image.ts';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** language version[~ where it floats] [variants] distribution/suite[~ where a table says it]. */
function short(text: string): string {
  const tag = parseTag(image(text));
  if (tag === undefined) return 'unknown';
  const { language = '-', version = '?', floating, variants, distro, suiteFrom } = tag;
  const suite = `${distro?.id ?? '?'}/${distro?.suite ?? '?'}${suiteFrom === 'table' ? '~' : ''}`;
  return `${language} ${version}${floating ? '~' : ''} [${variants.join(' ')}] ${suite}`;
}

it.each([
  ['python:3.12', 'python 3.12 [] debian/trixie~'],
  ['python:3', 'python 3.14.7~ [] debian/trixie~'],
  ['python:3.12-slim-bookworm', 'python 3.12 [slim] debian/bookworm'],
  ['python:3.13-alpine', 'python 3.13 [] alpine/3.24~'],
  ['python:3.13-alpine3.23', 'python 3.13 [] alpine/3.23'],
  ['docker.io/library/python:3.12', 'python 3.12 [] debian/trixie~'],
  ['arm64v8/python:3.12', 'python 3.12 [] debian/trixie~'],
  ['public.ecr.aws/docker/library/python:3.12', 'python 3.12 [] debian/trixie~'],
  // What a digest stands for is not known, only what its tag says.
  [`python:3.12@${DIGEST}`, 'python 3.12 [] debian/?'],
  [`python@${DIGEST}`, 'python ? [] debian/?'],
  // No longer published: the last suite of the line is known, that of a release is not.
  ['python:3.8', 'python 3.8 [] debian/bookworm~'],
  ['python:3.8.10', 'python 3.8.10 [] debian/?'],
  ['rust:buster', 'rust ? [] debian/buster'],
  ['node:22', 'node 22 [] debian/bookworm~'],
  ['node:26', 'node 26 [] debian/trixie~'],
  ['node:lts', 'node 24~ [lts] debian/bookworm~'],
  ['node:iron-slim', 'node 20 [iron slim] debian/bookworm~'],
  ['golang:1.26-alpine', 'go 1.26 [] alpine/3.24~'],
  ['php:8.4-fpm-alpine', 'php 8.4 [fpm] alpine/3.24~'],
  ['openjdk:17-jdk-slim', 'java 17 [jdk slim] debian/?'],
  ['openjdk:17', 'java 17 [] ?/?'],
  ['openjdk:8u292-jre', 'java 8 [jre] debian/?'],
  ['eclipse-temurin:21-jre-alpine-3.22', 'java 21 [jre] alpine/3.22'],
  ['eclipse-temurin:17-jre', 'java 17 [jre] ubuntu/resolute~'],
  ['maven:3.9-eclipse-temurin-21-noble', 'maven 3.9 [eclipse temurin 21] ubuntu/noble'],
  ['mcr.microsoft.com/dotnet/aspnet:8.0', 'dotnet 8.0 [] debian/bookworm'],
  ['mcr.microsoft.com/dotnet/sdk:10.0', 'dotnet 10.0 [] ubuntu/noble'],
  ['mcr.microsoft.com/dotnet/runtime:8.0-jammy-chiseled', 'dotnet 8.0 [chiseled] ubuntu/jammy'],
  ['mcr.microsoft.com/dotnet/runtime:8.0-azurelinux3.0', 'dotnet 8.0 [] azurelinux/3.0'],
  ['mcr.microsoft.com/dotnet/runtime:8.0-nanoserver-ltsc2022', 'dotnet 8.0 [] windows/2022'],
  ['debian', '- ? [] debian/trixie~'],
  ['debian:12.5-slim', '- 12.5 [slim] debian/bookworm'],
  ['debian:bookworm-20240101-slim', '- 20240101 [slim] debian/bookworm'],
  ['ubuntu:24.04', '- 24.04 [] ubuntu/noble'],
  ['ubuntu', '- ? [] ubuntu/resolute~'],
  ['alpine:3.19.1', '- 3.19.1 [] alpine/3.19'],
  ['alpine:edge', '- ? [edge] alpine/?'],
  ['centos:7.9.2009', '- 7.9.2009 [] centos/7'],
  ['registry.access.redhat.com/ubi9/ubi-minimal:9.4', '- 9.4 [] rhel/9'],
  ['nvidia/cuda:12.4.1-runtime-ubuntu22.04', '- 12.4.1 [runtime] ubuntu/jammy'],
  ['gcr.io/distroless/python3-debian12:nonroot', 'python 3.11 [nonroot] debian/bookworm'],
  ['gcr.io/distroless/python3', 'python 3.13~ [] debian/trixie~'],
  ['gcr.io/distroless/nodejs22-debian13', 'node 22 [] debian/trixie'],
  ['example.org/team/app:1.2', 'unknown'],
])('%s is %s', (text, expected) => {
  expect(short(text)).toBe(expected);
});
