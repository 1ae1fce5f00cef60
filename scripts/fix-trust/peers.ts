import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another fixer: the arguments that apply its safe fixes, or all, to a file in place. */
export interface Peer {
  readonly name: string;
  readonly command: string;
  readonly safe: readonly string[];
  readonly unsafe: readonly string[];
}

const PEERS: readonly Peer[] = [
  { name: 'tally', command: 'tally', safe: ['lint', '--fix'], unsafe: ['lint', '--fix', '--fix-unsafe'] },
  {
    name: 'dockerfile-doctor',
    command: 'dockerfile-doctor',
    safe: ['--fix'],
    unsafe: ['--fix', '--unsafe-fixes'],
  },
];

/** Those that are on the PATH. */
export function installedPeers(): readonly Peer[] {
  return PEERS.filter(({ command }) => spawnSync(command, ['--version']).status === 0);
}

/** Each text as the peer leaves it, one process a file: some stop at the first file that they cannot read. */
export function fixByPeer(
  { command, safe, unsafe }: Peer,
  allow: 'safe' | 'unsafe',
  texts: readonly string[],
): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'fix-trust-'));
  const file = join(folder, 'Dockerfile');
  try {
    return texts.map(text => {
      writeFileSync(file, text);
      spawnSync(command, [...(allow === 'safe' ? safe : unsafe), file], { cwd: folder, timeout: 60_000 });
      return readFileSync(file, 'utf8');
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
