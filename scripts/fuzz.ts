// Looks for inputs that rules cannot take: `npm run fuzz -- [DIR] [--minutes N] [--seed N]`. Files of DIR (else the Dockerfiles of the
// fixtures, with their build contexts) are cut, spliced, re-cased and re-encoded; exits 1 where a rule fails, a place lies outside the text, a
// finding hangs on the order of the rules or on what the file was before the last edit, or a file takes too long.
import { parseArgs } from 'node:util';
import { lint, type Finding } from '../src/engine/lint.ts';
import { preset } from '../src/engine/presets.ts';
import { relinter } from '../src/engine/relint.ts';
import { invocationOn, type Invocation } from '../src/engine/rule.ts';
import { rules } from '../src/rules/index.ts';
import { filesIn, projectsIn, type Input } from './fix-trust/inputs.ts';
import { mutate, randomNumbers } from './mutate.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string', default: String(Date.now() % 1e9) } },
});
const [folder] = positionals;
const inputs = folder === undefined ? projectsIn('test/fixtures') : filesIn(folder, undefined);
if (inputs.length === 0 || !(Number(values.minutes) > 0) || !Number.isSafeInteger(Number(values.seed))) {
  console.error('Usage: npm run fuzz -- [DIR] [--minutes N] [--seed N], DIR being a folder of Dockerfiles');
  process.exit(2);
}

/** Milliseconds for a file and for each of its characters: far beyond what linear work needs, on a slow machine too. */
const PATIENCE = { file: 500, character: 1 };

const configured = preset('strict', rules);
const reversed = configured.toReversed();
const random = randomNumbers(Number(values.seed));
const pick = (): Input => inputs[random(inputs.length)] ?? { path: '', text: '', context: undefined };

/** What becomes of a file that is written in one encoding and read in another. */
const ENCODINGS = [
  (text: string): string => text,
  (text: string): string => Buffer.from(text, 'utf8').toString('latin1'),
  (text: string): string => Buffer.from(text, 'latin1').toString('utf8'),
  (text: string): string => Buffer.from(text, 'utf16le').toString('utf8'),
];

const end = Date.now() + Number(values.minutes) * 60_000;
let count = 0;
let faults = 0;
while (Date.now() < end && faults < 5) {
  const { text: original, context } = pick();
  const other = pick().text;
  const mutant = mutate(original, other, random);
  // Three of four stay in their encoding: what is no text is linted by one rule only.
  const text = ENCODINGS[Math.max(0, random(12) - 8)]?.(mutant) ?? mutant;
  const invocation = invocationOn('2026-11-01', { context });
  const edited = [original, mutant].map(each => `${other}\n${each}`);
  const found = [...faultsOf(text, invocation), ...(random(4) === 0 ? faultsOfEdit(edited, invocation) : [])];
  if (found.length > 0) console.log(`${found.join('\n')}\nin ${JSON.stringify(text)}\n`);
  faults += found.length;
  count++;
}
console.log(`${count} files from seed ${values.seed}, ${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;

function faultsOf(text: string, invocation: Invocation): readonly string[] {
  const started = performance.now();
  const { findings } = lint(text, configured, invocation);
  const took = performance.now() - started;
  const failures = findings.filter(({ rule }) => rule.id === 'internal-error').map(({ message }) => message);
  const slow = took > patienceFor(text) && isSlowAgain(text, invocation) ? [`took ${took.toFixed(0)} ms`] : [];
  const inOrder = signature(findings) === signature(lint(text, reversed, invocation).findings);
  return [...failures, ...slow, ...(inOrder ? [] : ['the findings hang on the order of the rules'])];
}

/** An editor lints one version after the other. */
function faultsOfEdit(versions: readonly string[], invocation: Invocation): readonly string[] {
  const relint = relinter(configured, invocation);
  const isSame = versions.every(
    text => signature(relint(text).findings) === signature(lint(text, configured, invocation).findings),
  );
  return isSame ? [] : [`the findings hang on what was there before the edit: ${JSON.stringify(versions)}`];
}

function patienceFor(text: string): number {
  return PATIENCE.file + PATIENCE.character * text.length;
}

/** Other work on the machine may make a file slow once. */
function isSlowAgain(text: string, invocation: Invocation): boolean {
  return [1, 2].every(() => {
    const started = performance.now();
    lint(text, configured, invocation);
    return performance.now() - started > patienceFor(text);
  });
}

function signature(findings: readonly Finding[]): string {
  return findings
    .map(({ rule, messageId, at, message, fix }) => JSON.stringify([rule.id, messageId, at, message, fix]))
    .toSorted()
    .join('\n');
}
