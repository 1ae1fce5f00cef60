/**
 * `npm run data`: checks the shape of the dated tables in src/images/data. `npm run data -- FOLDER` first rewrites them from
 * official-images.json, eol.json, distroless-debian13-sonames.json and debian-dev-to-runtime.tsv in that folder.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableProblems } from '../src/images/data/table-problems.ts';

interface OfficialImages {
  readonly asOf: string;
  readonly architectureSets: readonly (readonly string[])[];
  readonly images: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

interface EndOfLife {
  readonly asOf: string;
  readonly images: Readonly<Record<string, Product>>;
}

interface Product {
  readonly product: string;
  readonly cycles: readonly Readonly<Record<string, string | boolean>>[];
}

const TABLES = 'src/images/data';
const CYCLE_FIELDS = ['cycle', 'codename', 'released', 'eol', 'extended', 'lts'];

const [folder] = process.argv.slice(2);
if (folder === undefined) check();
else rewrite(folder);

function check(): void {
  const problems = tableProblems();
  for (const problem of problems) console.error(problem);
  console.log(problems.length === 0 ? 'The tables are in shape.' : `${problems.length} problems in ${TABLES}.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

function rewrite(from: string): void {
  const text = (name: string): string => readFileSync(join(from, name), 'utf8');
  const official: OfficialImages = JSON.parse(text('official-images.json'));
  const eol: EndOfLife = JSON.parse(text('eol.json'));
  const sonames: Record<string, unknown> = JSON.parse(text('distroless-debian13-sonames.json'));

  write('official-images', officialImageLines(official), official.asOf);
  write(
    'end-of-life',
    Object.entries(eol.images).flatMap(([image, product]) => cycleLines(image, product)),
    eol.asOf,
  );
  write('sonames', sonameLines(sonames));
  write('runtime-packages', text('debian-dev-to-runtime.tsv').trim().split('\n').slice(1));
  console.log(`Rewrote the tables in ${TABLES}; run "npm run data" to check them.`);
}

function officialImageLines({ architectureSets, images }: OfficialImages): string[] {
  const sets = architectureSets.map((architectures, index) => `=\t${index}\t${architectures.join(' ')}`);
  const tags = Object.entries(images).flatMap(([image, published]) => {
    const inUse = [...new Set(Object.values(published))].toSorted((a, b) => a - b);
    return inUse.map(set => {
      const group = Object.keys(published).filter(tag => published[tag] === set);
      return `${image}\t${set}\t${group.join(' ')}`;
    });
  });
  return [...sets, ...tags];
}

function cycleLines(image: string, { product, cycles }: Product): string[] {
  const word = (value: string | boolean | undefined): string =>
    value === undefined ? '' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
  return cycles.map(cycle => [image, product, ...CYCLE_FIELDS.map(field => word(cycle[field]))].join('\t'));
}

function sonameLines(sonames: Record<string, unknown>): string[] {
  return Object.entries(sonames).flatMap(([image, names]) =>
    Array.isArray(names) ? [`${image}\t${names.join(' ')}`] : [],
  );
}

/** Replaces what stands between a module's backquotes, and its date. */
function write(name: string, lines: readonly string[], asOf?: string): void {
  const path = join(TABLES, `${name}.ts`);
  const source = readFileSync(path, 'utf8').replace(/`[^`]*`/, () => `\`\n${lines.join('\n')}\n\``);
  writeFileSync(path, asOf === undefined ? source : source.replace(/AS_OF = '[^']*'/, `AS_OF = '${asOf}'`));
}
