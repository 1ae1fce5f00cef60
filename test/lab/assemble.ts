import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BaseImage, ImageConfig, Step, Suite } from './base-image.ts';
import { STORE, attempt, run, script } from './machine.ts';
import { copySettings } from './settings.ts';
import { COPY_TOOLCHAIN } from './toolchains.ts';

/** To be raised when the code below puts another image together from the same definition. */
const REVISION = 2;

interface Container {
  readonly id: string;
  /** Its root file system, mounted. */
  readonly root: string;
  readonly suite: Suite;
}

/** Puts an image together under all its names, unless it is there as its definition says. True where it was built. */
export function assemble(image: BaseImage): boolean {
  const [name = ''] = image.names;
  const definition = createHash('sha256')
    .update(`${REVISION} ${JSON.stringify(image)}`)
    .digest('hex');
  const keyFile = join(STORE, 'keys', name.replace(/[/:]/g, '_'));
  const base = image.from === undefined ? '' : idOf(image.from);
  const parent = `${definition} ${base}`;
  if (existsSync(keyFile) && readFileSync(keyFile, 'utf8') === `${parent} ${idOf(name)}`) return false;

  const id = run('buildah', 'from', '--pull-never', image.from ?? 'scratch');
  try {
    const container = { id, root: run('buildah', 'mount', id), suite: image.suite };
    if (image.from === undefined) run('chmod', '755', container.root);
    for (const step of image.steps) perform(step, container);
    run('buildah', 'umount', id);
    configure(id, image.config);
    run('buildah', 'commit', '-q', '--format', 'docker', id, name);
    for (const alias of image.names.slice(1)) run('buildah', 'tag', name, alias);
  } finally {
    attempt('buildah', 'rm', id);
  }
  writeFileSync(keyFile, `${parent} ${idOf(name)}`);
  return true;
}

function idOf(name: string): string {
  return attempt('buildah', 'inspect', '--type', 'image', '--format', '{{.FromImageID}}', name).output.trim();
}

function perform(step: Step, container: Container): void {
  switch (step.kind) {
    case 'debootstrap':
      return debootstrap(container);
    case 'slim':
      return slim(container, step.of);
    case 'install':
      return install(container, step.packages);
    case 'unpack':
      return unpack(container, step.packages);
    case 'toolchain':
      COPY_TOOLCHAIN[step.tool](container.root, step.version);
      return;
    case 'run':
      inside(container, [], step.script);
      return;
    case 'outside':
      script(step.script, container.root);
      return;
    case 'settings':
      copySettings(container.root);
      inside(
        container,
        [],
        'if command -v update-ca-certificates > /dev/null; then update-ca-certificates > /dev/null 2>&1; fi',
      );
  }
}

function inside({ id }: Container, mounts: readonly string[], text: string, ...args: readonly string[]): string {
  return run('buildah', 'run', '--isolation', 'chroot', ...mounts, id, '--', 'sh', '-euc', text, 'lab', ...args);
}

/** The address of this machine's own Debian mirror, which has the other suites too. */
function mirror(label: 'Debian' | 'Debian-Security'): string {
  const lines = run('apt-get', 'indextargets', '--format', '$(LABEL) $(REPO_URI)', 'Created-By: Packages').split('\n');
  const found = lines.find(line => line.startsWith(`${label} `));
  if (found === undefined) throw new Error(`apt knows no ${label} mirror here: run apt-get update`);
  return found.slice(label.length + 1).replace(/\/$/, '');
}

function debootstrap({ root, suite }: Container): void {
  const cache = join(STORE, 'debs');
  run('eatmydata', 'debootstrap', '--variant=minbase', `--cache-dir=${cache}`, suite, root, mirror('Debian'));
  const source = (address: string, suites: string): string =>
    `Types: deb\nURIs: ${address}\nSuites: ${suites}\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n`;
  script(
    'cd "$1"; rm -rf etc/apt/sources.list var/lib/apt/lists/* var/log/* var/cache/apt/*.bin var/cache/apt/archives/*.deb etc/resolv.conf etc/hostname',
    root,
  );
  writeFileSync(
    join(root, 'etc/apt/sources.list.d/debian.sources'),
    [
      source(mirror('Debian'), `${suite} ${suite}-updates`),
      source(mirror('Debian-Security'), `${suite}-security`),
    ].join('\n'),
  );
  writeFileSync(join(root, 'etc/apt/apt.conf.d/docker-clean'), DOCKER_CLEAN);
  writeFileSync(join(root, 'etc/dpkg/dpkg.cfg.d/docker-apt-speedup'), 'force-unsafe-io\n');
}

// As in the official images: archives and indexes are not kept.
const DOCKER_CLEAN = `DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };
APT::Update::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
Acquire::Languages "none";
Acquire::GzipIndexes "true";
`;

function slim({ root }: Container, full: string): void {
  const other = run('buildah', 'from', '--pull-never', full);
  try {
    run('cp', '-a', `${run('buildah', 'mount', other)}/.`, root);
  } finally {
    run('buildah', 'rm', other);
  }
  script(SLIM, root);
}

const SLIM = `
  cd "$1/usr/share"
  rm -rf man/* info/* lintian/* groff
  find locale -mindepth 1 -maxdepth 1 ! -name locale.alias -exec rm -rf {} +
  find doc -type f ! -name copyright -delete; find doc -depth \\( -type l -o -type d -empty \\) -delete
  printf 'path-exclude /usr/share/%s\\n' 'doc/*' 'info/*' 'lintian/overrides/*' 'locale/*' 'man/*' 'groff/*' > ../../etc/dpkg/dpkg.cfg.d/docker
  printf 'path-include /usr/share/%s\\n' 'doc/*/copyright' 'locale/locale.alias' >> ../../etc/dpkg/dpkg.cfg.d/docker`;

/** Folders of the lab in the container, so that lists and packages are fetched once for all images of a suite. */
function aptMounts(suite: Suite): readonly string[] {
  const folder = (name: string): string => {
    const path = join(STORE, 'apt', suite, name);
    run('mkdir', '-p', join(path, 'partial'));
    return path;
  };
  return ['-v', `${folder('lists')}:/var/lib/apt/lists`, '-v', `${folder('archives')}:/lab`];
}

const APT = `
  apt() { apt-get -qq -o Dpkg::Use-Pty=0 -o APT::Sandbox::User=root -o Dir::Cache::archives=/lab "$@"; }
  ls /var/lib/apt/lists | grep -q Packages || apt update > /tmp/apt.log 2>&1 || { cat /tmp/apt.log; exit 1; }`;

function install(container: Container, packages: readonly string[]): void {
  const text = `${APT}
    export DEBIAN_FRONTEND=noninteractive
    apt install -y --no-install-recommends "$@" > /tmp/apt.log 2>&1 || { cat /tmp/apt.log >&2; exit 1; }
    rm -rf /tmp/apt.log /var/log/apt /var/log/dpkg.log /var/log/alternatives.log /var/cache/ldconfig/aux-cache`;
  inside(container, aptMounts(container.suite), text, ...packages);
  run('rm', '-rf', join(container.root, 'lab'));
}

function unpack({ root, suite }: Container, packages: readonly string[]): void {
  const helper = run('buildah', 'from', '--pull-never', `docker.io/library/debian:${suite}-slim`);
  try {
    const text = `${APT}
      cd /lab; for name; do [ -n "$(ls "$name"_*.deb 2> /dev/null)" ] || apt download "$name"; done`;
    run(
      'buildah',
      'run',
      '--isolation',
      'chroot',
      ...aptMounts(suite),
      helper,
      '--',
      'sh',
      '-euc',
      text,
      'lab',
      ...packages,
    );
  } finally {
    run('buildah', 'rm', helper);
  }
  script(UNPACK, root, join(STORE, 'apt', suite, 'archives'), ...packages);
}

const UNPACK = `
  root=$1 debs=$2; shift 2; mkdir -p "$root/var/lib/dpkg/status.d"
  for name; do
    file=$(ls -t "$debs/$name"_*.deb | head -1)
    dpkg-deb --fsys-tarfile "$file" | tar -x -C "$root" --keep-directory-symlink
    dpkg-deb -f "$file" > "$root/var/lib/dpkg/status.d/$name"
  done`;

function configure(id: string, { env, cmd, entrypoint, user, workdir }: ImageConfig): void {
  const flags = [
    ...Object.entries(env ?? {}).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...(entrypoint === undefined ? [] : ['--entrypoint', JSON.stringify(entrypoint)]),
    ...(cmd === undefined ? [] : ['--cmd', cmd.join(' ')]),
    ...(user === undefined ? [] : ['--user', user]),
    ...(workdir === undefined ? [] : ['--workingdir', workdir]),
  ];
  if (flags.length > 0) run('buildah', 'config', ...flags, id);
}
