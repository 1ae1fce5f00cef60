// Bundles the extension, and puts beside it the server as the package of plimsoll has it (built before: `npm run build` two folders up).
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';

const here = import.meta.dirname;
const project = process.env.PLIMSOLL_PROJECT ?? join(here, '..', '..');
if (!existsSync(join(project, 'dist', 'cli.cjs'))) {
  console.error(`${project}: plimsoll is not built; run npm run build there first`);
  process.exit(1);
}

await build({
  input: join(here, 'src', 'extension.ts'),
  platform: 'node',
  external: ['vscode'],
  logLevel: 'warn',
  output: { file: join(here, 'dist', 'extension.cjs'), format: 'cjs', minify: true },
});

rmSync(join(here, 'server'), { recursive: true, force: true });
for (const part of ['package.json', 'LICENSE', 'dist', 'docs/rules', 'schema'])
  cpSync(join(project, part), join(here, 'server', part), { recursive: true, filter: from => !from.endsWith('.d.ts') });
cpSync(join(project, 'LICENSE'), join(here, 'LICENSE'));
