import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that the lab keeps: images, Debian's packages, logs. */
export const STORE = process.env['PLIMSOLL_LAB'] ?? '/var/lib/plimsoll-lab';

const PROGRAMS = ['buildah', 'podman', 'runc', 'debootstrap', 'eatmydata', 'patchelf', 'nsenter', 'curl', 'npm'];

/** A storage, a registry policy and a runtime of the lab's own, so that nothing on the machine is touched or relied on. */
const FILES = {
  'storage.conf': `[storage]\ndriver = "overlay"\ngraphroot = "${STORE}/root"\nrunroot = "${STORE}/run"\n`,
  'registries.conf': 'unqualified-search-registries = ["docker.io"]\nshort-name-mode = "disabled"\n',
  'containers.conf':
    '[engine]\nruntime = "runc"\ncgroup_manager = "cgroupfs"\nevents_logger = "file"\n[containers]\ndefault_ulimits = []\n',
};

const ENVIRONMENT = {
  ...process.env,
  CONTAINERS_STORAGE_CONF: join(STORE, 'storage.conf'),
  CONTAINERS_REGISTRIES_CONF: join(STORE, 'registries.conf'),
  CONTAINERS_CONF: join(STORE, 'containers.conf'),
  STORAGE_DRIVER: 'overlay',
  BUILDAH_ISOLATION: 'chroot',
  TMPDIR: join(STORE, 'tmp'),
  DEBIAN_FRONTEND: 'noninteractive',
  LC_ALL: 'C.UTF-8',
};

/** What the machine lacks to be a lab, in words; empty where it can be one. */
export function lacking(): readonly string[] {
  const missing = PROGRAMS.filter(name => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);
  return [
    ...(process.getuid?.() === 0 ? [] : ['root']),
    ...(spawnSync('test', ['-e', '/etc/debian_version']).status === 0 ? [] : ['Debian']),
    ...missing,
  ];
}

export function prepareStore(): void {
  for (const folder of ['tmp', 'keys', 'logs', 'debs', 'trials']) mkdirSync(join(STORE, folder), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(STORE, name), text);
}

/** Standard output of a program that has to succeed, without the last line break. */
export function run(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, {
    env: ENVIRONMENT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trimEnd();
}

export interface Outcome {
  readonly status: number | null;
  /** Standard output and error. */
  readonly output: string;
  readonly seconds: number;
}

/** Runs a program that may fail. */
export function attempt(program: string, ...args: readonly string[]): Outcome {
  const started = performance.now();
  const { status, signal, stdout, stderr } = spawnSync(program, args, {
    env: ENVIRONMENT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const end = signal === null ? '' : `\nended by ${signal}`;
  return { status, output: `${stdout}${stderr}${end}`, seconds: (performance.now() - started) / 1000 };
}

/** A script for the machine's shell, which stops at the first failure; its arguments are `$1` and on. */
export function script(text: string, ...args: readonly string[]): string {
  return run('bash', '-euo', 'pipefail', '-c', text, 'lab', ...args);
}
