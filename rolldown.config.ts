import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';

const ENTRIES = { index: 'src/index.ts', 'rule-tester': 'src/rule-tester.ts', cli: 'src/cli/main.ts' };

export default defineConfig({
  input: Object.fromEntries(Object.entries(ENTRIES).filter(([, file]) => existsSync(file))),
  platform: 'node',
  external: ['vitest'],
  plugins: [licences()],
  output: {
    dir: 'dist',
    format: 'esm',
    cleanDir: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: false } },
  },
});

/** Adds the licences of the packages that the bundle holds. */
function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle() {
      const folders = new Set(
        Array.from(
          this.getModuleIds(),
          id => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0],
        ),
      );
      const texts = [...folders].filter(folder => folder !== undefined).map(licenceOf);
      const source = `Plimsoll's bundle holds these packages:\n\n${texts.toSorted().join('\n\n')}`;
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source });
    },
  };
}

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}
