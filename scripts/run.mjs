// Runs a script of this folder, written in TypeScript: `node scripts/run.mjs corpus DIR`.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const [name, ...args] = process.argv.slice(2);
if (name === undefined || !/^[\w-]+$/.test(name) || !existsSync(join(import.meta.dirname, `${name}.ts`))) {
  process.stderr.write('Usage: node scripts/run.mjs NAME [arguments…], NAME being a file in scripts/ without .ts\n');
  process.exit(2);
}

// Inside the project, so that the bundle finds node_modules.
const folder = mkdtempSync(join(import.meta.dirname, '../node_modules/.run-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of signals) process.on(signal, () => process.exit(130));
const file = join(folder, `${name}.mjs`);
await build({
  input: join(import.meta.dirname, `${name}.ts`),
  platform: 'node',
  external: /^[^./]/,
  logLevel: 'warn',
  output: { file, codeSplitting: false, banner: removal(folder) },
});
for (const signal of signals) process.removeAllListeners(signal);
process.argv.splice(1, process.argv.length - 1, file, ...args);
try {
  await import(pathToFileURL(file).href);
} catch (error) {
  const message = mistake(error);
  if (message === undefined) throw error;
  process.stderr.write(`${name}: ${message}\n`);
  process.exit(2);
}

/** What is wrong with the arguments, where that is what ended the script. */
function mistake(error) {
  if (error?.code === 'ENOENT' || error?.code === 'ENOTDIR') return `${error.path}: no such file or folder`;
  return String(error?.code).startsWith('ERR_PARSE_ARGS_') ? error.message : undefined;
}

/** Removes the folder as soon as its file is loaded: a script that computes for minutes may be killed, and could not do it then. */
function removal(path) {
  return `process.getBuiltinModule('node:fs').rmSync(${JSON.stringify(path)}, { recursive: true, force: true });`;
}
