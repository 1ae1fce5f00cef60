// How far the fixes can be trusted: `npm run fix-trust -- DIR --oracle PROGRAM`. Every file of DIR is fixed, safely and unsafely, with every
// rule on; BuildKit's own front end (see scripts/fix-trust/oracle.ts) judges before and after. Exits 1 on any harm, and shows its smallest case.
import { parseArgs } from 'node:util';
import { filesIn, FORMS, mutantsOf, projectsIn, sampleOf, type Input } from './fix-trust/inputs.ts';
import { oracleBy } from './fix-trust/oracle.ts';
import { fixOwn, HARMS, isBroken, newWarnings, type Allow, type Harm } from './fix-trust/own.ts';
import { fixByPeer, installedPeers } from './fix-trust/peers.ts';
import { smallest } from './fix-trust/smallest.ts';

const USAGE = `Name a folder of Dockerfiles and a program: npm run fix-trust -- DIR --oracle PROGRAM
  --projects      each Dockerfile has its own folder as the build context
  --context DIR   the build context of all of them
  --sample N      only N of them
  --as FORM       as ${Object.keys(FORMS).join(', ')}
  --mutate N      N damaged ones instead; --seed N for others
  --peers         the other fixers on the PATH as well
  --cases N       show at most N cases of harm (10)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    oracle: { type: 'string' },
    projects: { type: 'boolean', default: false },
    context: { type: 'string' },
    sample: { type: 'string', default: 'Infinity' },
    as: { type: 'string' },
    mutate: { type: 'string' },
    seed: { type: 'string', default: '1' },
    peers: { type: 'boolean', default: false },
    cases: { type: 'string', default: '10' },
  },
});
const [folder] = positionals;
if (folder === undefined || values.oracle === undefined || (values.as !== undefined && !(values.as in FORMS))) {
  console.error(USAGE);
  process.exit(2);
}

const ask = oracleBy(values.oracle);
const inputs = inputsIn(folder);
const texts = inputs.map(({ text }) => text);
const before = ask(texts);
const valid = before.filter(({ rejected }) => rejected === undefined).length;
console.log(`${texts.length} files, of which BuildKit takes ${valid}.\n`);
printRow('', ['fixes', 'changed', ...HARMS]);
printRow('---', ['---', ...['changed', ...HARMS].map(() => '--:')]);

const harms = (['safe', 'unsafe'] as const).flatMap(measure);
showCases(harms, Number(values.cases));
process.exitCode = harms.length === 0 ? 0 : 1;

function inputsIn(root: string): readonly Input[] {
  const { context, projects, as, mutate } = values;
  const all = sampleOf(projects ? projectsIn(root) : filesIn(root, context), Number(values.sample));
  const form = FORMS[as ?? ''] ?? ((text: string) => text);
  const shaped = all.map(input => ({ ...input, text: form(input.text) }));
  return mutate === undefined ? shaped : mutantsOf(shaped, Number(mutate), Number(values.seed));
}

/** Prints a row for each fixer, and gives back the harm that our own does. */
function measure(allow: Allow): readonly (Harm & { readonly allow: Allow })[] {
  const own = fixOwn(inputs, allow, ask);
  printRow('plimsoll', [allow, changed(own.fixed), ...HARMS.map(kind => count(own.harms, kind))]);
  for (const peer of values.peers ? installedPeers() : []) {
    const fixed = fixByPeer(peer, allow, texts);
    const twice = fixByPeer(peer, allow, fixed);
    const after = ask(fixed);
    const broken = after.filter((verdict, index) => isBroken(before[index], verdict)).length;
    const again = twice.filter((text, index) => text !== fixed[index]).length;
    const warnings = after.flatMap((verdict, index) => newWarnings(before[index], verdict)).length;
    printRow(peer.name, [allow, changed(fixed), broken, again, warnings]);
  }
  return own.harms.map(harm => ({ ...harm, allow }));
}

function changed(fixed: readonly string[]): number {
  return fixed.filter((text, index) => text !== texts[index]).length;
}

function count(found: readonly Harm[], kind: Harm['kind']): number {
  return found.filter(harm => harm.kind === kind).length;
}

function printRow(name: string, cells: readonly (string | number)[]): void {
  console.log(`| ${[name, ...cells].join(' | ')} |`);
}

/** One of each sort, cut down to the lines that it takes. */
function showCases(found: ReturnType<typeof measure>, most: number): void {
  const sorts = new Map(found.map(harm => [`${harm.kind}: ${harm.detail}`, harm]));
  for (const [sort, { input, kind, detail, allow }] of [...sorts].slice(0, most)) {
    const text = smallest(input.text, part =>
      fixOwn([{ ...input, text: part }], allow, ask).harms.some(one => one.kind === kind && one.detail === detail),
    );
    const [fixed = ''] = fixOwn([{ ...input, text }], allow, ask).fixed;
    console.log(`\n### ${sort} (${allow})\n--- before\n${text}\n--- after\n${fixed}`);
  }
}
