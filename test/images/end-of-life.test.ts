import { expect, it } from 'vitest';
import { endOfLife } from '../../src/images/end-of-life.ts';
import { image } from './image.ts';

const DAY = '2026-09-01';

/** product cycle day → nearest. */
function short(text: string, date: string): string | undefined {
  const end = endOfLife(image(text), date);
  return end && `${end.product} ${end.cycle} ${end.eol ?? 'past'} → ${end.nearest ?? 'none'}`;
}

it.each([
  ['python:3.8', 'Python 3.8 2024-10-07 → python:3.11'],
  ['python:3.8-slim', 'Python 3.8 2024-10-07 → python:3.11-slim'],
  ['python:3.6.5-slim', 'Python 3.6 2021-12-23 → python:3.11.16-slim'],
  ['docker.io/library/python:3.8', 'Python 3.8 2024-10-07 → docker.io/library/python:3.11'],
  ['python:2', 'Python 2.7 2020-01-01 → python:3'],
  ['python:3.12-slim-buster', 'Debian 10 2024-06-30 → python:3.12-slim-trixie'],
  // Both have ended; what ended first is named.
  ['python:3.7-slim-stretch', 'Debian 9 2022-07-01 → python:3.11-slim-trixie'],
  ['python:3.9-slim-bookworm', 'Python 3.9 2025-10-31 → python:3.11-slim-bookworm'],
  ['python:3.13-alpine3.16', 'Alpine Linux 3.16 2024-05-23 → python:3.13-alpine3.23'],
  ['node:18-alpine', 'Node.js 18 2025-04-30 → node:22-alpine'],
  ['node:iron', 'Node.js 20 2026-04-30 → none'],
  ['node:25', 'Node.js 25 2026-06-01 → node:26'],
  ['golang:1.21', 'Go 1.21 2024-08-13 → golang:1.26'],
  ['php:7-fpm', 'PHP 7.4 2022-11-28 → php:8-fpm'],
  ['rust:1.70', 'Rust 1.70 2023-07-14 → rust:1.98'],
  ['debian:buster-slim', 'Debian 10 2024-06-30 → debian:trixie-slim'],
  ['debian:11', 'Debian 11 2026-08-31 → debian:13'],
  ['ubuntu:18.04', 'Ubuntu 18.04 2023-05-31 → ubuntu:22.04'],
  ['ubuntu:focal', 'Ubuntu 20.04 2025-05-31 → ubuntu:jammy'],
  ['ros:lunar-ros-base-zesty', 'Ubuntu 17.04 2018-01-13 → none'],
  ['alpine:3.12', 'Alpine Linux 3.12 2022-05-01 → alpine:3.22'],
  ['centos:7', 'CentOS 7 2024-06-30 → none'],
  ['centos', 'centos latest 2024-06 → none'],
  ['openjdk:8-jre-alpine', 'openjdk 8-jre-alpine 2022-07 → eclipse-temurin:8-jre-alpine'],
  ['openjdk:11.0.11-jre-slim', 'openjdk 11.0.11-jre-slim 2022-07 → eclipse-temurin:11-jre'],
  ['mcr.microsoft.com/dotnet/core/sdk:3.1', '.NET 3.1 2022-12-13 → none'],
  ['gcr.io/distroless/nodejs18-debian12', 'distroless nodejs18-debian12 2026-01-31 → none'],
  [
    'gcr.io/distroless/base-debian11:nonroot',
    'distroless base-debian11 past → gcr.io/distroless/base-debian13:nonroot',
  ],
  ['public.ecr.aws/lambda/python:3.8', 'Python 3.8 2024-10-07 → none'],
])('%s is past its end: %s', (text, expected) => {
  expect(short(text, DAY)).toBe(expected);
});

it.each([
  'python',
  'python:latest',
  'python:3',
  'python:3.12',
  'python:3.15-rc-slim',
  'node:22',
  'node:22-bookworm',
  'node:lts',
  'php:8',
  'rust:1',
  // Rust supports its newest release only; one a few weeks old is no fault.
  'rust:1.97',
  'debian:bookworm-slim',
  'debian:sid',
  'debian:stable',
  'ubuntu:22.04',
  'alpine:edge',
  'openjdk:27-rc',
  'gcr.io/distroless/static-debian12',
  'gcr.io/distroless/python3',
  'redis:8-alpine',
  'example.org/python:2.7',
  'grafana/grafana:5.0',
  'python:no-such-tag',
])('%s is not known to be past its end', text => {
  expect(short(text, DAY)).toBeUndefined();
});

it('asks for a day', () => {
  const first = ['2024-10-07', '2024-10-08'].map(date => short('python:3.8', date) !== undefined);
  expect(first).toEqual([false, true]);
  expect(short('gcr.io/distroless/cc-debian12', '2026-10-01')).toContain('2026-09-30');
});
