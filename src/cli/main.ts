#!/usr/bin/env node
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { loadAllCompiled } from './load-compiled.ts';
import type { run } from './program.ts';
import { version } from './version.ts';

// Thousands of functions run a little in a short run: optimizing them as early as V8 does costs more than it brings.
setFlagsFromString('--interrupt-budget=300000');
// Code that was thrown away would be missing in what is kept for the next run.
setFlagsFromString('--no-flush-bytecode');

const folder = join(import.meta.dirname, 'cli');
const files = ['data.cjs', 'core.cjs', 'program.cjs'].map(file => join(folder, file));
const program = loadAllCompiled(files, version);
const { run: start } = program.exports as { readonly run: typeof run };

const args = process.argv.slice(2);
/** With these little is compiled that would help the next run. */
const BRIEF = ['-V', '--version', '-h', '--help', 'help', 'rules', 'explain', 'completion', 'schema', 'init', 'merge'];

void start(args).then(code => {
  process.exitCode = code;
  if (!args.some(arg => BRIEF.includes(arg))) program.keep();
});
