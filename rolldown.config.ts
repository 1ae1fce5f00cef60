import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';

/** What the package exports; each is CommonJS behind a module that names it, so that program and library share one copy of the core. */
const LIBRARY = {
  'cli/index': 'src/index.ts',
  'cli/browser': 'src/browser.ts',
  'cli/rule-tester': 'src/rule-tester.ts',
};

/** What nearly every run needs; the rest is loaded when it is wanted. */
const CORE = /\/src\/(?:text|dockerfile|shell|images|context|engine|fixers|optimizer|rules)\//;
/** The tables: base images, package managers, what tools do, licences. */
const DATA =
  /\/src\/(?:images\/(?:data\/(?:official-images|end-of-life|spdx-licenses|runtime-packages|sonames|no-musl-wheels)|families\/|product-names|package-programs)|shell\/managers\/|optimizer\/(?:data\/|tools\.ts))/;

/** CommonJS, loaded by its path, with the machine code that an earlier run kept: see src/cli/load-compiled.ts. */
export default defineConfig({
  input: {
    cli: 'src/cli/main.ts',
    'cli/program': 'src/cli/program.ts',
    'cli/lint-worker': 'src/cli/lint-worker.ts',
    ...LIBRARY,
  },
  platform: 'node',
  // Browsers have none of what the other build of this package requires.
  resolve: { alias: { yaml: join(import.meta.dirname, 'node_modules/yaml/browser/index.js') } },
  preserveEntrySignatures: 'allow-extension',
  plugins: [withoutSubprograms(), modules(), inAscii(), licences()],
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'cjs',
    minify: true,
    entryFileNames: '[name].cjs',
    chunkFileNames: ({ name }) => (['core', 'data'].includes(name) ? 'cli/[name].cjs' : 'cli/[name]-[hash].cjs'),
    codeSplitting: {
      groups: [
        { name: 'data', test: DATA, priority: 1 },
        { name: 'core', test: CORE },
      ],
    },
  },
});

/** Adds the modules that `import` finds: the names of each entry of the library, from its CommonJS. */
function modules(): Plugin {
  return {
    name: 'modules',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !Object.keys(LIBRARY).includes(chunk.name)) continue;
        const names = chunk.exports.toSorted().join(', ');
        const source = `import code from './${chunk.fileName}';\nexport const { ${names} } = code;\n`;
        this.emitFile({ type: 'asset', fileName: `${basename(chunk.name)}.js`, source });
      }
    },
  };
}

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

/** One character over ASCII makes all of a file's text twice as long in memory, and slow to read. */
function inAscii(): Plugin {
  const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return {
    name: 'in-ascii',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') chunk.code = chunk.code.replace(/[^\0-\x7f]/g, escaped);
      }
    },
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
      const holders = new Map<string, string[]>();
      for (const { terms, holder } of [...folders].filter(folder => folder !== undefined).map(licenceOf))
        holders.set(terms, [...(holders.get(terms) ?? []), holder]);
      const texts = Array.from(holders, ([terms, names]) => `${names.toSorted().join('\n')}\n${terms}`);
      const source = `Plimsoll's bundle holds these packages, each under the terms that follow it:\n\n${texts.toSorted().join('\n\n\n')}\n`;
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source });
    },
  };
}

/** Many packages have the same terms, and each its own line of copyright. */
function licenceOf(folder: string): { readonly holder: string; readonly terms: string } {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  const terms = Math.max(0, text.search(/^(?:Permission|Redistribution)/m));
  const own = text
    .slice(0, terms)
    .trim()
    .replaceAll(/\s*\n\s*/g, '\n');
  const paragraphs = text.slice(terms).split(/\n\s*\n/);
  return {
    holder: `${name} ${version} (${license})\n${own}\n`,
    terms: paragraphs.map(paragraph => paragraph.replaceAll(/\s+/g, ' ')).join('\n\n'),
  };
}
