import { BUILDPACK, CURL_SIZE, FULL_SIZE, SCM_SIZE, SLIM } from './buildpack.ts';
import type { Family } from './family.ts';

export const COMPILED_LANGUAGES: readonly Family[] = [
  {
    names: ['buildpack-deps'],
    listsPrograms: true,
    distro: 'debian',
    versionIsDistro: true,
    layers: [
      { when: { has: ['curl'] }, present: CURL_SIZE },
      { when: { has: ['scm'] }, present: SCM_SIZE },
      { when: { not: ['curl', 'scm'] }, present: BUILDPACK },
    ],
  },
  {
    names: ['golang'],
    listsPrograms: true,
    language: 'go',
    latestIsHighest: true,
    distro: 'debian',
    suites: {
      '1.11': 'buster',
      '1.12': 'buster',
      '1.13': 'buster',
      '1.14': 'buster',
      '1.15': 'buster',
      '1.16': 'bullseye',
      '1.17': 'bullseye',
      '1.18': 'bullseye',
      '1.19': 'bookworm',
      '1.20': 'bookworm',
      '1.21': 'bookworm',
      '1.22': 'bookworm',
      '1.23': 'bookworm',
      '1.24': 'trixie',
      '1.25': 'trixie',
    },
    layers: [
      { when: { distro: ['debian'] }, present: `${SCM_SIZE} gcc g++ make pkg-config` },
      {
        workdir: '/go',
        env: { GOLANG_VERSION: null, GOPATH: '/go' },
        path: ['/go/bin', '/usr/local/go/bin'],
        present: 'go gofmt ca-certificates',
      },
      { when: { since: '1.21' }, env: { GOTOOLCHAIN: 'local' } },
    ],
  },
  {
    names: ['rust'],
    listsPrograms: true,
    language: 'rust',
    latestIsHighest: true,
    distro: 'debian',
    layers: [
      FULL_SIZE,
      { when: SLIM, present: 'gcc cc ca-certificates' },
      { when: { distro: ['alpine'] }, present: 'gcc ca-certificates' },
      {
        env: { RUSTUP_HOME: '/usr/local/rustup', CARGO_HOME: '/usr/local/cargo', RUST_VERSION: null },
        path: ['/usr/local/cargo/bin'],
        present: 'cargo rustc rustup rustfmt cargo-clippy',
      },
    ],
  },
  {
    names: ['gcc'],
    listsPrograms: true,
    language: 'gcc',
    distro: 'debian',
    layers: [{ present: `${BUILDPACK} gfortran` }],
  },
  {
    names: ['erlang'],
    language: 'erlang',
    distro: 'debian',
    layers: [FULL_SIZE, { cmd: ['erl'], env: { OTP_VERSION: null }, present: 'erl erlc' }],
  },
  {
    names: ['elixir'],
    language: 'elixir',
    distro: 'debian',
    layers: [
      FULL_SIZE,
      { cmd: ['iex'], env: { ELIXIR_VERSION: null, LANG: 'C.UTF-8' }, present: 'erl elixir iex mix' },
    ],
  },
  {
    names: ['haskell'],
    language: 'haskell',
    distro: 'debian',
    layers: [
      { cmd: ['ghci'], env: { LANG: 'C.UTF-8' }, present: 'ghc ghci cabal curl git gcc g++ make ca-certificates' },
    ],
  },
  {
    names: ['swift'],
    language: 'swift',
    distro: 'ubuntu',
    layers: [{ when: { not: ['slim'] }, present: 'swift swiftc git' }],
  },
  {
    names: ['dart'],
    language: 'dart',
    distro: 'debian',
    layers: [
      {
        workdir: '/root',
        env: { DART_SDK: '/usr/lib/dart' },
        path: ['/usr/lib/dart/bin'],
        present: 'dart git curl wget unzip ssh ca-certificates',
      },
    ],
  },
];
