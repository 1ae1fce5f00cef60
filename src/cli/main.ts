#!/usr/bin/env node
import { join } from 'node:path';
import { loadAllCompiled } from './load-compiled.ts';
import type { run } from './program.ts';
import { version } from './version.ts';

const folder = join(import.meta.dirname, 'cli');
const files = ['data.cjs', 'core.cjs', 'program.cjs'].map(file => join(folder, file));
const program = loadAllCompiled(files, version);
const { run: start } = program.exports as { readonly run: typeof run };

void start(process.argv.slice(2)).then(code => {
  process.exitCode = code;
  program.keep();
});
