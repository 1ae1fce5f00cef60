#!/usr/bin/env node
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { loadAllCompiled } from './load-compiled.ts';
import type { run } from './program.ts';
import { version } from './version.ts';

/** With these little is compiled that would help the next run. */
const BRIEF = [
  '-V',
  '--version',
  '-h',
  '--help',
  'help',
  'rules',
  'explain',
  'completion',
  'schema',
  'init',
  'merge',
  'lsp',
];
/** Most words of a command line that names few files. */
const FEW = 20;

const args = process.argv.slice(2);
const isBrief = args.some(arg => BRIEF.includes(arg));
const isLong = !isBrief && mayTakeLong();
if (isLong) runColdCodeWell();

const folder = join(import.meta.dirname, 'cli');
const files = ['data.cjs', 'core.cjs', 'program.cjs'].map(file => join(folder, file));
// V8 refuses code that was kept under other flags.
const program = loadAllCompiled(files, version, isLong ? 'many' : 'few');
const { run: start } = program.exports as { readonly run: typeof run };

void start(args).then(code => {
  process.exitCode = code;
  if (!isBrief) program.keep();
});

/** False where the arguments name few files, and for the language server. */
function mayTakeLong(): boolean {
  if (args.includes('lsp')) return false;
  if (args.length > FEW) return true;
  const kinds = args.filter(arg => !arg.startsWith('-')).map(arg => statSync(arg, { throwIfNoEntry: false }));
  return kinds.some(kind => kind?.isDirectory()) || !(args.includes('-') || kinds.some(kind => kind?.isFile()));
}

/** Not for few files: loading what sets flags takes longer than it brings. */
function runColdCodeWell(): void {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  // Thousands of functions run a little: optimizing them as early as V8 does costs more than it brings.
  setFlagsFromString('--interrupt-budget=300000');
  // Code that was thrown away would be missing in what is kept for the next run.
  setFlagsFromString('--no-flush-bytecode');
}
