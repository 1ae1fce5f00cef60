import type { Family, Layer } from './family.ts';

const PATH_ENV = { SSL_CERT_FILE: '/etc/ssl/certs/ca-certificates.crt' } as const;

// The debug tags have BusyBox under /busybox, and no /bin/sh: the shell form fails there too.
const BARE: Layer = {
  shell: 'none',
  packageManager: 'none',
  tools: 'none',
  entrypoint: [],
  cmd: [],
  user: '0',
  workdir: '/',
  env: PATH_ENV,
  accounts: { root: [0, 0, '/root'], nobody: [65534, 65534, '/nonexistent'], nonroot: [65532, 65532, '/home/nonroot'] },
  groups: { tty: 5, staff: 50, nobody: 65534 },
  present: 'ca-certificates',
};
const NO_TOOLS: Layer = {
  when: { not: ['debug'] },
  absent:
    'sh bash ash dash busybox env cat ls mkdir cp mv rm chmod chown sleep curl wget git apt apt-get apk dpkg useradd groupadd adduser addgroup gcc make su sudo ps ldd',
};
const NONROOT: Layer = { when: { has: ['nonroot'] }, user: '65532', workdir: '/home/nonroot' };

// What the names without a suffix have meant since 2025-11.
const TODAY = { latest: 'trixie', nonroot: 'trixie', debug: 'trixie' };

function distroless(pattern: RegExp, ...layers: Layer[]): Family {
  return { pattern, distro: 'debian', suites: TODAY, layers: [BARE, NO_TOOLS, ...layers, NONROOT] };
}

export const MINIMAL: readonly Family[] = [
  distroless(
    /^gcr\.io\/distroless\/static(?:-debian\d+)?$/,
    { libc: 'none' },
    { when: { has: ['debug'] }, entrypoint: ['/busybox/sh'] },
  ),
  distroless(
    /^gcr\.io\/distroless\/(?:base|base-nossl|cc)(?:-debian\d+)?$/,
    { libc: 'glibc' },
    { when: { has: ['debug'] }, entrypoint: ['/busybox/sh'] },
  ),
  {
    ...distroless(
      /^gcr\.io\/distroless\/python3(?:-debian\d+)?$/,
      { libc: 'glibc', env: { LANG: 'C.UTF-8' }, entrypoint: undefined, present: 'python3 python' },
      { when: { distroSince: '12', distroBefore: '13' }, entrypoint: ['/usr/bin/python3.11'] },
      { when: { distroSince: '13', distroBefore: '14' }, entrypoint: ['/usr/bin/python3.13'] },
    ),
    language: 'python',
  },
  {
    ...distroless(/^gcr\.io\/distroless\/nodejs\d*(?:-debian\d+)?$/, {
      libc: 'glibc',
      entrypoint: ['/nodejs/bin/node'],
      absent: 'npm npx yarn',
    }),
    language: 'node',
  },
  {
    ...distroless(/^gcr\.io\/distroless\/java\d+(?:-debian\d+)?$/, {
      libc: 'glibc',
      env: { LANG: 'C.UTF-8', JAVA_VERSION: null },
      entrypoint: ['/usr/bin/java', '-jar'],
      present: 'java',
    }),
    language: 'java',
  },
  distroless(/^gcr\.io\/distroless\/java-base(?:-debian\d+)?$/, { libc: 'glibc', env: { LANG: 'C.UTF-8' } }),
  {
    // The free images are `latest` (no shell) and `latest-dev` only.
    pattern: /^cgr\.dev\/chainguard\/(?:static|glibc-dynamic|python|jre|nginx|cc-dynamic)$/,
    distro: 'wolfi',
    layers: [
      {
        user: '65532',
        cmd: undefined,
        entrypoint: undefined,
        workdir: undefined,
        shell: undefined,
        tools: undefined,
        packageManager: undefined,
      },
      {
        when: { not: ['dev'] },
        shell: 'none',
        packageManager: 'none',
        tools: 'none',
        absent: 'sh ash bash busybox apk wget curl ls cat',
      },
      { when: { has: ['dev'] }, shell: 'ash', packageManager: 'apk', tools: 'busybox' },
    ],
  },
];
