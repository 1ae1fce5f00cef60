import type { Action, Subcommand } from './manager.ts';

/** The commonest subcommands: named after what they do, shared by the tables. */
export const install: Subcommand = { action: 'install', packages: true };
export const upgrade: Subcommand = { action: 'upgrade', packages: true };
export const remove: Subcommand = { action: 'remove', packages: true };
export const download: Subcommand = { action: 'download', packages: true };
export const updateIndex: Subcommand = { action: 'update-index' };
export const distUpgrade: Subcommand = { action: 'dist-upgrade' };
export const clean: Subcommand = { action: 'clean' };
export const build: Subcommand = { action: 'build' };
export const run: Subcommand = { action: 'run' };
/** Runs another program, whose words follow. */
export const runProgram: Subcommand = { action: 'run', runs: true };
export const test: Subcommand = { action: 'test' };
export const publish: Subcommand = { action: 'publish' };
export const configure: Subcommand = { action: 'configure' };
export const query: Subcommand = { action: 'query' };
export const lock: Subcommand = { action: 'lock', manifest: 'always' };
export const installManifest: Subcommand = { action: 'install', manifest: 'always' };
export const installEither: Subcommand = { action: 'install', packages: true, manifest: 'without-packages' };
export const downloadManifest: Subcommand = { action: 'download', manifest: 'always' };

/** One action under several names. */
export function named(names: readonly string[], subcommand: Subcommand | Action): Readonly<Record<string, Subcommand>> {
  const value = typeof subcommand === 'string' ? { action: subcommand } : subcommand;
  return Object.fromEntries(names.map(name => [name, value]));
}
