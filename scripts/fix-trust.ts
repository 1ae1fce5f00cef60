// How far the fixes can be trusted: `npm run fix-trust -- DIR --oracle PROGRAM [--mutate N] [--peers]`. Every file of DIR is fixed, safely and
// unsafely, with every rule on; BuildKit's own front end (see scripts/fix-trust/oracle.ts) judges before and after. Exits 1 on any harm.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fixAll, type FixResult } from '../src/engine/fix.ts';
import { lint } from '../src/engine/lint.ts';
import { preset } from '../src/engine/presets.ts';
import { invocationOn } from '../src/engine/rule.ts';
import { rules } from '../src/rules/index.ts';
import { askOracle, type Verdict } from './fix-trust/oracle.ts';
import { fixByPeer, installedPeers } from './fix-trust/peers.ts';
import { unmeantChanges } from './fix-trust/unmeant.ts';
import { mutate, randomNumbers } from './mutate.ts';

type Allow = 'safe' | 'unsafe';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    oracle: { type: 'string' },
    mutate: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    peers: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (folder === undefined || values.oracle === undefined) {
  console.error(
    'Name a folder of Dockerfiles and a program: npm run fix-trust -- DIR --oracle PROGRAM [--mutate N] [--seed N] [--peers]',
  );
  process.exit(2);
}
const { oracle } = values;

const configured = preset('strict', rules);
const invocation = invocationOn('2026-11-01');
const texts = withMutants(readAll(folder), Number(values.mutate));
const before = askOracle(oracle, texts);
const valid = before.filter(({ rejected }) => rejected === undefined).length;
console.log(`${texts.length} files, ${valid} of them valid`);

let harm = 0;
for (const allow of ['safe', 'unsafe'] as const) {
  harm += measureOwn(allow);
  for (const peer of values.peers ? installedPeers() : []) {
    const fixed = fixByPeer(peer, allow, texts);
    printRow(`${peer.name} (${allow})`, textFigures(fixed, fixByPeer(peer, allow, fixed)));
  }
}
process.exitCode = harm === 0 ? 0 : 1;

function readAll(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted()
    .map(file => readFileSync(file, 'utf8'));
}

function withMutants(originals: readonly string[], count: number): readonly string[] {
  if (count === 0) return originals;
  const random = randomNumbers(Number(values.seed));
  const pick = (): string => originals[random(originals.length)] ?? '';
  return Array.from({ length: count }, () => mutate(pick(), pick(), random));
}

interface Figures {
  readonly changed: readonly number[];
  readonly broken: readonly number[];
  readonly again: readonly number[];
  readonly warnings: readonly string[];
}

/** What can be said of any fixer from the texts before, after, and after a second run. */
function textFigures(fixed: readonly string[], twice: readonly string[]): Figures {
  const after = askOracle(oracle, fixed);
  const indexes = texts.map((_, index) => index);
  const isValid = (index: number): boolean => before[index]?.rejected === undefined;
  return {
    changed: indexes.filter(index => fixed[index] !== texts[index]),
    broken: indexes.filter(index => isValid(index) && after[index]?.rejected !== undefined),
    again: indexes.filter(index => twice[index] !== fixed[index]),
    warnings: indexes.flatMap(index => (isValid(index) ? newWarnings(before[index], after[index]) : [])),
  };
}

function newWarnings(old: Verdict | undefined, now: Verdict | undefined): readonly string[] {
  return [...(now?.warnings ?? [])]
    .filter(([rule, count]) => count > (old?.warnings.get(rule) ?? 0))
    .map(([rule]) => rule);
}

function printRow(name: string, { changed, broken, again, warnings }: Figures, more = ''): void {
  console.log(
    `${name}: changed ${changed.length}, broken ${broken.length}, changed again ${again.length}, new BuildKit warnings ${warnings.length}${more}`,
  );
}

function measureOwn(allow: Allow): number {
  const results = texts.map(text => fixAll(text, configured, invocation, { allow }));
  const fixed = results.map(({ text }) => text);
  const twice = fixed.map(text => fixAll(text, configured, invocation, { allow }).text);
  const figures = textFigures(fixed, twice);
  const errors = results.flatMap((result, index) => newErrors(texts[index] ?? '', result));
  const unmeant = results.flatMap(({ steps }) => unmeantChanges(steps));
  const rejected = results.flatMap(result => result.rejected);
  printRow(
    `plimsoll (${allow})`,
    figures,
    `, new errors ${errors.length}, unmeant ${unmeant.length}, taken back ${rejected.length} (${results.reduce((sum, { netHits }) => sum + netHits, 0)} by the net)`,
  );
  const takenBack = results.flatMap((result, index) => (result.rejected.length > 0 ? [index] : []));
  for (const index of [...figures.broken, ...figures.again, ...takenBack].slice(0, 5)) {
    console.log(`--- before\n${texts[index]}\n--- after\n${fixed[index]}\n--- again\n${twice[index]}`);
  }
  for (const line of [
    ...new Set([...figures.warnings, ...errors, ...unmeant, ...rejected.map(({ rule, cause }) => `${rule} ${cause}`)]),
  ].slice(0, 20))
    console.log(`  ${line}`);
  return (
    figures.broken.length +
    figures.again.length +
    figures.warnings.length +
    errors.length +
    unmeant.length +
    rejected.length
  );
}

/** Findings of severity error that the fixes brought. */
function newErrors(text: string, { remaining }: FixResult): readonly string[] {
  const count = (
    findings: readonly { readonly severity: string; readonly rule: { readonly id: string } }[],
  ): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const { severity, rule } of findings)
      if (severity === 'error') counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
    return counts;
  };
  const old = count(lint(text, configured, invocation).findings);
  return [...count(remaining.findings)]
    .filter(([id, now]) => now > (old.get(id) ?? 0))
    .map(([id]) => `new error: ${id}`);
}
