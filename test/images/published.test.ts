import { expect, it } from 'vitest';
import { glibcOf, isDistrolessPublished, pinnedDistroless, sonamesOf } from '../../src/images/distroless.ts';
import { architecturesOf, isPublished } from '../../src/images/published.ts';
import { runtimePackages } from '../../src/images/runtime-packages.ts';
import { slimSiblings } from '../../src/images/slim-siblings.ts';
import { image } from './image.ts';

it.each([
  ['python:3.12-slim', true],
  ['python', true],
  ['python:3.6', false],
  ['arm64v8/alpine:3.24', true],
  ['grafana/grafana:11.0.0', undefined],
])('%s is published: %s', (text, expected) => {
  expect(isPublished(image(text))).toBe(expected);
});

it('knows the architectures of a tag', () => {
  expect(architecturesOf(image('node:22-alpine'))).toEqual(['amd64', 'arm32v6', 'arm32v7', 'arm64v8', 's390x']);
  expect(architecturesOf(image('python:3.13'))).toContain('windows-amd64');
  expect(architecturesOf(image('python:3.6'))).toBeUndefined();
});

it.each([
  ['python:3.12', ['3.12-slim', '3.12-alpine']],
  ['python:3.12-bookworm', ['3.12-slim-bookworm']],
  ['node:22-bookworm', ['22-bookworm-slim']],
  ['python', ['slim', 'alpine']],
  ['python:3.12-slim', []],
  ['python:3.12-alpine', []],
  ['caddy:2', []],
  ['golang:1.26', ['1.26-alpine']],
  ['example.org/app:1', []],
])('%s is smaller as %j', (text, expected) => {
  expect(slimSiblings(image(text))).toEqual(expected);
});

it.each([
  ['gcr.io/distroless/static', true, 'gcr.io/distroless/static-debian13'],
  ['gcr.io/distroless/cc-debian12', true, undefined],
  ['gcr.io/distroless/python3-debian12', false, undefined],
  ['gcr.io/distroless/nodejs20', false, undefined],
  ['alpine', undefined, undefined],
])('%s is built still: %s, pinned it is %s', (name, published, pinned) => {
  expect([isDistrolessPublished(name), pinnedDistroless(name)]).toEqual([published, pinned]);
});

it('knows the libraries of the distroless images', () => {
  expect(sonamesOf('gcr.io/distroless/cc-debian13')?.has('libgcc_s.so.1')).toBe(true);
  expect(sonamesOf('gcr.io/distroless/base-debian13')?.has('libgcc_s.so.1')).toBe(false);
  expect(sonamesOf('gcr.io/distroless/static')?.size).toBe(0);
  expect(sonamesOf('gcr.io/distroless/java21-debian13')?.has('libfreetype.so.6')).toBe(true);
  expect(sonamesOf('gcr.io/distroless/cc-debian12')).toBeUndefined();
  expect([glibcOf('bookworm'), glibcOf('trixie'), glibcOf('noble')]).toEqual(['2.36', '2.41', undefined]);
});

it.each([
  ['libpq-dev', 'trixie', ['libpq5']],
  ['libssl-dev', 'bookworm', ['libssl3']],
  ['libssl-dev', 'trixie', ['libssl3t64']],
  ['unixodbc-dev', 'trixie', ['libodbc2', 'libodbccr2', 'libodbcinst2']],
  // Every Debian image has the library.
  ['zlib1g-dev', 'trixie', []],
  ['libkrb5-dev', 'trixie', undefined],
  ['libpq-dev', 'buster', undefined],
  ['no-such-dev', 'trixie', undefined],
])('%s needs in %s at run time: %j', (name, suite, expected) => {
  expect(runtimePackages(name, suite)).toEqual(expected);
});
