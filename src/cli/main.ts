#!/usr/bin/env node
import { join } from 'node:path';
import { loadCompiled } from './load-compiled.ts';
import type { run } from './program.ts';
import { version } from './version.ts';

const program = loadCompiled(join(import.meta.dirname, 'cli', 'program.cjs'), version);
const { run: start } = program.exports as { readonly run: typeof run };

void start(process.argv.slice(2)).then(code => {
  process.exitCode = code;
  program.keep();
});
