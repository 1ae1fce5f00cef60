import type { Family, Layer } from './family.ts';

const FULL = { distro: ['debian', 'ubuntu'], not: ['slim'] } as const;
const SLIM = { distro: ['debian', 'ubuntu'], has: ['slim'] } as const;

/** What `buildpack-deps` adds in its three sizes; the full one is under every language's image that is not slim. */
const CURL_SIZE = 'curl wget ca-certificates';
const SCM_SIZE = `${CURL_SIZE} git hg ssh svn ps`;
export const BUILDPACK =
  `${SCM_SIZE} gcc g++ cc c++ make autoconf automake patch file unzip xz bzip2 python3 pkg-config dpkg-dev`;

const full: Layer = { when: FULL, present: BUILDPACK };

export const LANGUAGES: readonly Family[] = [
  {
    names: ['buildpack-deps'],
    distro: 'debian',
    versionIsDistro: true,
    layers: [
      { when: { has: ['curl'] }, present: CURL_SIZE },
      { when: { has: ['scm'] }, present: SCM_SIZE },
      { when: { not: ['curl', 'scm'] }, present: BUILDPACK },
    ],
  },
  {
    names: ['python'],
    language: 'python',
    latestIsHighest: true,
    distro: 'debian',
    suites: { '2.7': 'buster', '3.5': 'buster', '3.6': 'bullseye', '3.7': 'bookworm', '3.8': 'bookworm', '3.9': 'trixie' },
    layers: [
      full,
      {
        cmd: ['python3'],
        env: { PYTHON_VERSION: null, GPG_KEY: null },
        path: ['/usr/local/bin'],
        present: 'python3 python pip pip3 python3-config pydoc3 ca-certificates',
      },
      { when: { before: '3' }, cmd: ['python2'], present: 'python2' },
      { when: { before: '3.13' }, env: { LANG: 'C.UTF-8' } },
    ],
  },
  {
    names: ['pypy'],
    language: 'pypy',
    distro: 'debian',
    layers: [full, { env: { LANG: 'C.UTF-8', PYPY_VERSION: null }, present: 'pypy3 pip' }],
  },
  {
    names: ['node'],
    language: 'node',
    latestIsHighest: true,
    distro: 'debian',
    suites: { 9: 'jessie', 11: 'stretch', 13: 'stretch', 15: 'stretch', 17: 'bullseye', 19: 'bullseye', 14: 'buster', 16: 'buster', 18: 'bookworm', 20: 'bookworm', 21: 'bookworm', 23: 'bookworm', 25: 'bookworm' },
    layers: [
      full,
      {
        cmd: ['node'],
        env: { NODE_VERSION: null },
        accounts: { node: [1000, 1000, '/home/node'] },
        present: 'node nodejs npm npx',
      },
      { when: { since: '12' }, entrypoint: ['docker-entrypoint.sh'] },
      { when: { before: '26' }, env: { YARN_VERSION: null }, present: 'yarn yarnpkg' },
      { when: { since: '26' }, absent: 'yarn corepack' },
      { when: { since: '16.10', before: '25' }, present: 'corepack' },
    ],
  },
  {
    names: ['golang'],
    language: 'go',
    latestIsHighest: true,
    distro: 'debian',
    suites: { '1.11': 'buster', '1.12': 'buster', '1.13': 'buster', '1.14': 'buster', '1.15': 'buster', '1.16': 'bullseye', '1.17': 'bullseye', '1.18': 'bullseye', '1.19': 'bookworm', '1.20': 'bookworm', '1.21': 'bookworm', '1.22': 'bookworm', '1.23': 'bookworm', '1.24': 'trixie' },
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
    language: 'rust',
    latestIsHighest: true,
    distro: 'debian',
    layers: [
      full,
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
    names: ['ruby'],
    language: 'ruby',
    latestIsHighest: true,
    distro: 'debian',
    suites: { '2.4': 'buster', '2.5': 'buster', '2.6': 'bullseye', '2.7': 'bullseye', '3.0': 'bullseye', '3.1': 'bookworm', '3.2': 'trixie' },
    layers: [
      full,
      { when: SLIM, present: 'ps' },
      {
        cmd: ['irb'],
        env: {
          LANG: 'C.UTF-8',
          RUBY_VERSION: null,
          GEM_HOME: '/usr/local/bundle',
          BUNDLE_SILENCE_ROOT_WARNING: '1',
          BUNDLE_APP_CONFIG: '/usr/local/bundle',
        },
        path: ['/usr/local/bundle/bin'],
        present: 'ruby gem bundle bundler irb rake ca-certificates',
      },
    ],
  },
  {
    names: ['php'],
    language: 'php',
    latestIsHighest: true,
    distro: 'debian',
    suites: { '7.1': 'buster', '7.2': 'buster', '7.3': 'bullseye', '7.4': 'bullseye', '8.0': 'bullseye', '8.1': 'trixie' },
    layers: [
      { when: { distro: ['debian'] }, present: 'gcc g++ cc c++ make autoconf file pkg-config xz re2c dpkg-dev' },
      { when: { distro: ['alpine'] }, accounts: { 'www-data': [82, 82, '/home/www-data'] }, present: 'xz tar openssl' },
      {
        entrypoint: ['docker-php-entrypoint'],
        cmd: ['php', '-a'],
        env: { PHP_INI_DIR: '/usr/local/etc/php', PHP_VERSION: null, PHPIZE_DEPS: null, PHP_CFLAGS: null, PHP_CPPFLAGS: null, PHP_LDFLAGS: null },
        present: 'php phpize pecl docker-php-ext-install docker-php-ext-enable docker-php-ext-configure curl ca-certificates',
      },
      {
        when: { has: ['apache'] },
        cmd: ['apache2-foreground'],
        workdir: '/var/www/html',
        ports: ['80/tcp'],
        stopSignal: 'SIGWINCH',
        env: { APACHE_CONFDIR: '/etc/apache2', APACHE_ENVVARS: '/etc/apache2/envvars' },
        present: 'apache2 a2enmod apache2ctl',
      },
      { when: { has: ['fpm'] }, cmd: ['php-fpm'], workdir: '/var/www/html', ports: ['9000/tcp'], stopSignal: 'SIGQUIT', present: 'php-fpm' },
    ],
  },
  {
    names: ['perl'],
    language: 'perl',
    distro: 'debian',
    layers: [full, { workdir: '/usr/src/app', present: 'perl cpanm ca-certificates' }, { cmd: ['perl'] }],
  },
  { names: ['gcc'], language: 'gcc', distro: 'debian', layers: [{ present: `${BUILDPACK} gfortran` }] },
  {
    names: ['erlang'],
    language: 'erlang',
    distro: 'debian',
    layers: [full, { cmd: ['erl'], env: { OTP_VERSION: null }, present: 'erl erlc' }],
  },
  {
    names: ['elixir'],
    language: 'elixir',
    distro: 'debian',
    layers: [full, { cmd: ['iex'], env: { ELIXIR_VERSION: null, LANG: 'C.UTF-8' }, present: 'erl elixir iex mix' }],
  },
  {
    names: ['haskell'],
    language: 'haskell',
    distro: 'debian',
    layers: [{ cmd: ['ghci'], env: { LANG: 'C.UTF-8' }, present: 'ghc ghci cabal curl git gcc g++ make ca-certificates' }],
  },
  { names: ['swift'], language: 'swift', distro: 'ubuntu', layers: [{ when: { not: ['slim'] }, present: 'swift swiftc git' }] },
  {
    names: ['dart'],
    language: 'dart',
    distro: 'debian',
    layers: [{ workdir: '/root', env: { DART_SDK: '/usr/lib/dart' }, path: ['/usr/lib/dart/bin'], present: 'dart git curl wget unzip ssh ca-certificates' }],
  },
  {
    names: ['oven/bun'],
    language: 'bun',
    distro: 'debian',
    layers: [
      {
        entrypoint: ['/usr/local/bin/docker-entrypoint.sh'],
        cmd: ['/usr/local/bin/bun'],
        workdir: '/home/bun/app',
        accounts: { bun: [1000, 1000, '/home/bun'] },
        present: 'bun bunx node',
      },
      { when: { has: ['distroless'] }, entrypoint: ['/usr/local/bin/bun'], shell: 'none', packageManager: 'none', tools: 'none', workdir: '/' },
    ],
  },
  {
    names: ['denoland/deno'],
    language: 'deno',
    distro: 'debian',
    layers: [{ entrypoint: ['/tini', '--', 'docker-entrypoint.sh'], env: { DENO_DIR: '/deno-dir/', DENO_VERSION: null }, present: 'deno' }],
  },
  {
    names: ['composer', 'composer/composer'],
    language: 'composer',
    distro: 'alpine',
    layers: [
      {
        entrypoint: ['/docker-entrypoint.sh'],
        cmd: ['composer'],
        workdir: '/app',
        accounts: { 'www-data': [82, 82, '/home/www-data'] },
        env: { COMPOSER_ALLOW_SUPERUSER: '1', COMPOSER_HOME: '/tmp', COMPOSER_VERSION: null, PHP_VERSION: null },
        present: 'composer php bash git curl unzip tini',
      },
    ],
  },
  {
    names: ['continuumio/miniconda3', 'continuumio/anaconda3'],
    language: 'conda',
    distro: 'debian',
    layers: [
      { env: { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }, path: ['/opt/conda/bin'], cmd: ['/bin/bash'], present: 'conda python python3 pip git wget ca-certificates' },
    ],
  },
  {
    names: ['condaforge/miniforge3', 'condaforge/mambaforge'],
    language: 'conda',
    distro: 'ubuntu',
    layers: [{ entrypoint: ['tini', '--'], cmd: ['/bin/bash'], path: ['/opt/conda/bin'], env: { CONDA_DIR: '/opt/conda', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }, present: 'conda mamba python python3 pip git wget tini ca-certificates' }],
  },
];
