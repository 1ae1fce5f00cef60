import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Allow } from './own.ts';

/** Another fixer: the arguments that apply its safe fixes, or all, to files in place. */
export interface Peer {
  readonly name: string;
  readonly command: string;
  readonly safe: readonly string[];
  readonly unsafe: readonly string[];
}

const TALLY = ['lint', '--slow-checks', 'off', '--fix'];

const PEERS: readonly Peer[] = [
  { name: 'tally', command: 'tally', safe: TALLY, unsafe: [...TALLY, '--fix-unsafe'] },
  {
    name: 'dockerfile-doctor',
    command: 'dockerfile-doctor',
    safe: ['--fix'],
    unsafe: ['--fix', '--unsafe-fixes'],
  },
];

/** Files that one process is given. */
const BATCH = 24;

/** Those that are on the PATH, with their versions. */
export function installedPeers(): readonly Peer[] {
  return PEERS.flatMap(peer => {
    const { status, stdout } = spawnSync(peer.command, ['--version'], { encoding: 'utf8' });
    const version = /\d+(?:\.\d+)+/.exec(stdout)?.[0];
    return status === 0 ? [{ ...peer, name: [peer.name, version].filter(Boolean).join(' ') }] : [];
  });
}

/** Each text as the peer leaves it. */
export function fixByPeer(peer: Peer, allow: Allow, texts: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'fix-trust-'));
  try {
    const files = texts.map((text, index) => {
      mkdirSync(join(folder, String(index)));
      const file = join(folder, String(index), 'Dockerfile');
      writeFileSync(file, text);
      return file;
    });
    for (let at = 0; at < files.length; at += BATCH) fixFiles(peer, allow, files.slice(at, at + BATCH), folder);
    return files.map(file => readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Some stop at the first file that they cannot read: then the others are given to them in smaller lots. */
function fixFiles(peer: Peer, allow: Allow, files: readonly string[], cwd: string): void {
  const { status } = spawnSync(peer.command, [...peer[allow], ...files], { cwd, timeout: 120_000, stdio: 'ignore' });
  if (files.length === 1 || status === 0 || status === 1) return;
  const middle = Math.ceil(files.length / 2);
  fixFiles(peer, allow, files.slice(0, middle), cwd);
  fixFiles(peer, allow, files.slice(middle), cwd);
}
