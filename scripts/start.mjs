// `npm start -- ARGUMENTS`: plimsoll as it stands in this folder, built where the sources are newer than the build.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const program = join(root, 'dist', 'cli.cjs');

const built = statSync(program, { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (newest() > built) {
  const { build } = await import('rolldown');
  const { loadConfig } = await import('rolldown/config');
  const configs = [await loadConfig(join(root, 'rolldown.config.ts'))].flat();
  for (const config of configs) {
    if (typeof config !== 'function') await build({ ...config, cwd: root, logLevel: 'warn' });
  }
}
process.argv.splice(1, 1, program);
await import(pathToFileURL(program).href);

function newest() {
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
  const files = [...sources, join(root, 'package.json'), join(root, 'rolldown.config.ts')];
  return Math.max(...files.map(file => statSync(file).mtimeMs));
}
