// Runs a script of this folder, written in TypeScript: `node scripts/run.mjs corpus DIR`.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const [name, ...args] = process.argv.slice(2);
if (name === undefined || !/^[\w-]+$/.test(name)) {
  process.stderr.write('Usage: node scripts/run.mjs NAME [arguments…], NAME being a file in scripts/ without .ts\n');
  process.exit(2);
}

// Inside the project, so that the bundle finds node_modules.
const folder = mkdtempSync(join(import.meta.dirname, '../node_modules/.run-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, `${name}.mjs`);
await build({
  input: join(import.meta.dirname, `${name}.ts`),
  platform: 'node',
  external: /^[^./]/,
  logLevel: 'warn',
  output: { file, codeSplitting: false },
});
process.argv.splice(1, process.argv.length - 1, file, ...args);
await import(pathToFileURL(file).href);
