// Stand-ins for the base images of the fixture apps, from Debian's packages. The lists of packages follow the official images'
// Dockerfiles (docker-library/buildpack-deps, python, node, golang, rust, gcc) and GoogleContainerTools/distroless.
import { existsSync } from 'node:fs';
import type { BaseImage, ImageConfig, Step, Suite } from './base-image.ts';
import { IMAGE_BUNDLE } from './settings.ts';

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const SHELL: ImageConfig = { cmd: ['bash'], env: { PATH } };

const library = (name: string): string => `docker.io/library/${name}`;
const distroless = (name: string): string => `gcr.io/distroless/${name}-debian13`;
const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const install = (packages: string): Step => ({ kind: 'install', packages: words(packages) });
const SETTINGS: Step = { kind: 'settings' };

const SOURCE_CONTROL = `ca-certificates curl gnupg netbase sq wget tzdata git mercurial openssh-client subversion procps`;

const BUILD_TOOLS = `autoconf automake bzip2 default-libmysqlclient-dev dpkg-dev file g++ gcc imagemagick libbz2-dev libc6-dev
  libcurl4-openssl-dev libdb-dev libevent-dev libffi-dev libgdbm-dev libglib2.0-dev libgmp-dev libjpeg-dev libkrb5-dev
  liblzma-dev libmagickcore-dev libmagickwand-dev libmaxminddb-dev libncurses-dev libpng-dev libpq-dev libreadline-dev
  libsqlite3-dev libssl-dev libtool libwebp-dev libxml2-dev libxslt-dev libyaml-dev make patch unzip xz-utils zlib1g-dev`;

const PYTHON_LIBRARIES: Readonly<Record<Suite, string>> = {
  bookworm: `ca-certificates netbase tzdata libbz2-1.0 libdb5.3 libexpat1 libffi8 libgdbm6 liblzma5 libncursesw6 libnsl2
    libreadline8 libsqlite3-0 libssl3 libtirpc3 libuuid1 zlib1g`,
  trixie: `ca-certificates netbase tzdata libbz2-1.0 libdb5.3t64 libexpat1 libffi8 libgdbm6t64 liblzma5 libncursesw6 libnsl2
    libreadline8t64 libsqlite3-0 libssl3t64 libtirpc3t64 libuuid1 zlib1g`,
};

function debian(suite: Suite, version: number): readonly BaseImage[] {
  const full = library(`debian:${suite}`);
  return [
    { names: [full, library(`debian:${version}`)], suite, steps: [{ kind: 'debootstrap' }, SETTINGS], config: SHELL },
    { names: [library(`debian:${suite}-slim`)], suite, steps: [{ kind: 'slim', of: full }], config: SHELL },
    {
      names: [library(`buildpack-deps:${suite}`)],
      from: full,
      suite,
      steps: [install(SOURCE_CONTROL), install(BUILD_TOOLS), SETTINGS],
      config: {},
    },
  ];
}

function python(minor: string, suite: Suite, tags: readonly string[], form: 'full' | 'slim'): BaseImage {
  const packages = form === 'full' ? 'libbluetooth-dev tk-dev uuid-dev' : PYTHON_LIBRARIES[suite];
  return {
    names: tags.map(tag => library(`python:${tag}`)),
    from: library(form === 'full' ? `buildpack-deps:${suite}` : `debian:${suite}-slim`),
    suite,
    steps: [
      install(packages),
      { kind: 'toolchain', tool: 'python', version: minor },
      {
        kind: 'run',
        script: 'ldconfig; python3 -m ensurepip > /dev/null 2>&1; ln -sf pip3 /usr/local/bin/pip; rm -rf /root/.cache',
      },
      SETTINGS,
    ],
    config: { cmd: ['python3'], env: { PATH, PYTHON_VERSION: minor } },
  };
}

function node(major: string, suite: Suite, tags: readonly string[], form: 'full' | 'slim'): BaseImage {
  // Node.js reads no system-wide bundle; corepack and yarn know no other way.
  const authorities = existsSync('/usr/local/share/ca-certificates') ? { NODE_EXTRA_CA_CERTS: IMAGE_BUNDLE } : {};
  return {
    names: tags.map(tag => library(`node:${tag}`)),
    from: library(form === 'full' ? `buildpack-deps:${suite}` : `debian:${suite}-slim`),
    suite,
    steps: [
      install('libatomic1 libstdc++6'),
      {
        kind: 'run',
        script: 'groupadd --gid 1000 node; useradd --uid 1000 --gid node --shell /bin/bash --create-home node',
      },
      { kind: 'toolchain', tool: 'node', version: major },
      SETTINGS,
    ],
    config: {
      entrypoint: ['docker-entrypoint.sh'],
      cmd: ['node'],
      env: { PATH, NODE_VERSION: major, ...authorities },
    },
  };
}

function golang(suite: Suite, tags: readonly string[]): BaseImage {
  return {
    names: tags.map(tag => library(`golang:${tag}`)),
    from: library(`debian:${suite}`),
    suite,
    steps: [
      install(`${SOURCE_CONTROL} g++ gcc libc6-dev make pkg-config`),
      { kind: 'toolchain', tool: 'go', version: '1.26' },
      SETTINGS,
    ],
    config: {
      cmd: ['bash'],
      workdir: '/go',
      env: { PATH: `/go/bin:/usr/local/go/bin:${PATH}`, GOPATH: '/go', GOTOOLCHAIN: 'local' },
    },
  };
}

function rust(suite: Suite, tags: readonly string[]): BaseImage {
  return {
    names: tags.map(tag => library(`rust:${tag}`)),
    from: library(`buildpack-deps:${suite}`),
    suite,
    steps: [{ kind: 'toolchain', tool: 'rust', version: 'stable' }, SETTINGS],
    config: {
      cmd: ['bash'],
      env: { PATH: `/usr/local/cargo/bin:${PATH}`, CARGO_HOME: '/usr/local/cargo', RUSTUP_HOME: '/usr/local/rustup' },
    },
  };
}

function maven(jdk: number, suite: Suite): BaseImage {
  return {
    names: [library(`maven:3.9-eclipse-temurin-${jdk}`)],
    from: library(`debian:${suite}`),
    suite,
    steps: [
      install(`ca-certificates curl git openjdk-${jdk}-jdk-headless maven`),
      { kind: 'run', script: `mkdir -p /opt/java; ln -s /usr/lib/jvm/java-${jdk}-openjdk-amd64 /opt/java/openjdk` },
      SETTINGS,
    ],
    config: {
      cmd: ['mvn'],
      env: { PATH: `/opt/java/openjdk/bin:${PATH}`, JAVA_HOME: '/opt/java/openjdk', MAVEN_HOME: '/usr/share/maven' },
    },
  };
}

/** A distroless image, and its `nonroot` variant. */
function minimal(
  name: string,
  parent: string | undefined,
  steps: readonly Step[],
  config: ImageConfig = {},
): readonly BaseImage[] {
  const image = distroless(name);
  const from = parent === undefined ? {} : { from: distroless(parent) };
  return [
    { names: [image], ...from, suite: 'trixie', steps, config: { ...config, user: '0', workdir: '/' } },
    {
      names: [`${image}:nonroot`],
      from: image,
      suite: 'trixie',
      steps: [],
      config: { user: '65532', workdir: '/home/nonroot' },
    },
  ];
}

const unpack = (packages: string): Step => ({ kind: 'unpack', packages: words(packages) });

const STATIC = `
  cd "$1"; mkdir -p root home/nonroot tmp etc/ssl/certs proc sys dev
  chmod 700 root home/nonroot; chmod 1777 tmp; chown 65532:65532 home/nonroot
  printf '%s\\n' root:x:0:0:root:/root:/sbin/nologin nobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin \
    nonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin > etc/passwd
  printf '%s\\n' root:x:0: nobody:x:65534: tty:x:5: staff:x:50: nonroot:x:65532: > etc/group
  printf '%s\\n' 'passwd: files' 'group: files' 'hosts: files dns' > etc/nsswitch.conf
  cat usr/share/ca-certificates/mozilla/*.crt > etc/ssl/certs/ca-certificates.crt
  rm -rf usr/share/ca-certificates usr/share/doc/ca-certificates usr/sbin/update-ca-certificates`;

const PYTHON = `libbz2-1.0 libdb5.3t64 libexpat1 liblzma5 libsqlite3-0 libuuid1 libncursesw6 libtinfo6 zlib1g libcom-err2 libcrypt1
  libc-bin libgssapi-krb5-2 libk5crypto3 libkeyutils1 libkrb5-3 libkrb5support0 libnsl2 libreadline8t64 libtirpc3t64 libffi8
  libpython3.13-minimal libpython3.13-stdlib python3.13-minimal python3.13-venv`;

const PYTHON_LINKS = `
  cd "$1/usr/bin"; ln -sf python3.13 python3; ln -sf python3.13 python; chroot "$1" /sbin/ldconfig; rm -rf "$1/var/cache/ldconfig"`;

function distrolessNode(major: string): readonly BaseImage[] {
  const copy = `mkdir -p "$1/nodejs/bin"; mv "$1/usr/local/bin/node" "$1/nodejs/bin/"; rm -rf "$1/usr/local" "$1/opt"`;
  const steps: readonly Step[] = [
    { kind: 'toolchain', tool: 'node', version: major },
    { kind: 'outside', script: copy },
  ];
  return minimal(`nodejs${major}`, 'cc', steps, { entrypoint: ['/nodejs/bin/node'] });
}

/** Debian's headless runtime, where distroless has Temurin's. 17 is not in trixie: it comes from bookworm, whose libc is older. */
function distrolessJava(version: number, suite: Suite): readonly BaseImage[] {
  const home = `usr/lib/jvm/java-${version}-openjdk-amd64`;
  const copy = `
    cd "$1"; ln -sf /${home}/bin/java usr/bin/java
    mkdir -p etc/ssl/certs/java; cp /etc/ssl/certs/java/cacerts etc/ssl/certs/java/ 2> /dev/null || true`;
  const [image, nonroot] = minimal(
    `java${version}`,
    'base',
    [
      unpack(`openjdk-${version}-jre-headless libjpeg62-turbo liblcms2-2 libgcc-s1 libstdc++6`),
      { kind: 'outside', script: copy },
    ],
    { entrypoint: ['/usr/bin/java', '-jar'], env: { LANG: 'C.UTF-8' } },
  );
  return image === undefined || nonroot === undefined ? [] : [{ ...image, suite }, nonroot];
}

/** In the order in which they have to be put together. */
export const BASE_IMAGES: readonly BaseImage[] = [
  ...debian('trixie', 13),
  ...debian('bookworm', 12),
  ...minimal(
    'static',
    undefined,
    [
      unpack('base-files netbase tzdata tzdata-legacy media-types ca-certificates'),
      { kind: 'outside', script: STATIC },
    ],
    { env: { PATH, SSL_CERT_FILE: '/etc/ssl/certs/ca-certificates.crt' } },
  ),
  ...minimal('base', 'static', [unpack('libc6 libssl3t64 libzstd1 zlib1g')]),
  ...minimal('cc', 'base', [unpack('libgomp1 libstdc++6 libgcc-s1 gcc-14-base')]),
  ...minimal('python3', 'cc', [unpack(PYTHON), { kind: 'outside', script: PYTHON_LINKS }], {
    entrypoint: ['/usr/bin/python3.13'],
    env: { LANG: 'C.UTF-8' },
  }),
  ...distrolessNode('22'),
  ...distrolessNode('24'),
  ...distrolessJava(21, 'trixie'),
  ...distrolessJava(17, 'bookworm'),
  golang('trixie', ['1.26', '1.26-trixie']),
  golang('bookworm', ['1.26-bookworm']),
  python('3.13', 'trixie', ['3.13', '3.13-trixie'], 'full'),
  python('3.13', 'trixie', ['3.13-slim', '3.13-slim-trixie'], 'slim'),
  python('3.12', 'trixie', ['3.12', '3.12-trixie'], 'full'),
  python('3.12', 'trixie', ['3.12-slim', '3.12-slim-trixie'], 'slim'),
  python('3.12', 'bookworm', ['3.12-slim-bookworm'], 'slim'),
  node('22', 'bookworm', ['22', '22-bookworm'], 'full'),
  node('22', 'bookworm', ['22-slim', '22-bookworm-slim'], 'slim'),
  node('24', 'bookworm', ['24', '24-bookworm'], 'full'),
  rust('trixie', ['1.98', '1.98-trixie']),
  rust('bookworm', ['1.98-bookworm']),
  { names: [library('gcc:14')], from: library('buildpack-deps:trixie'), suite: 'trixie', steps: [], config: SHELL },
  maven(21, 'trixie'),
  maven(17, 'bookworm'),
];
