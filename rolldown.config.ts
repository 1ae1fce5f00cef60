import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';

const LIBRARY = { index: 'src/index.ts', browser: 'src/browser.ts', 'rule-tester': 'src/rule-tester.ts' };

/** The library stays readable. The program is CommonJS, in one file for what nearly every run does, so that it starts fast. */
export default defineConfig([
  {
    input: Object.fromEntries(Object.entries(LIBRARY).filter(([, file]) => existsSync(file))),
    platform: 'node',
    external: ['vitest'],
    output: { dir: 'dist', cleanDir: true, entryFileNames: '[name].js', chunkFileNames: 'library/[name]-[hash].js' },
  },
  {
    // The program is loaded by its path, with the machine code that an earlier run kept: see src/cli/load-compiled.ts.
    input: { cli: 'src/cli/main.ts', 'cli/program': 'src/cli/program.ts' },
    platform: 'node',
    preserveEntrySignatures: 'allow-extension',
    plugins: [withoutSubprograms(), licences()],
    output: {
      dir: 'dist',
      format: 'cjs',
      minify: true,
      entryFileNames: '[name].cjs',
      chunkFileNames: 'cli/[name]-[hash].cjs',
    },
  },
]);

/** commander can start programs for commands that are files of their own: there are none, and loading what that takes costs time. */
function withoutSubprograms(): Plugin {
  const id = '\0no-subprograms';
  return {
    name: 'without-subprograms',
    resolveId: (source, importer) =>
      source === 'node:child_process' && importer?.includes('node_modules/commander') ? id : undefined,
    load: source => (source === id ? 'export default {}' : undefined),
  };
}

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
