// Looks for inputs that rules cannot take: `npm run fuzz -- DIR [--minutes N] [--seed N]`. Files of DIR are cut, spliced, re-cased and
// re-encoded; exits 1 where a rule fails, a place lies outside the text, a finding hangs on the order of the rules, or a file takes too long.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lint, type Finding } from '../src/engine/lint.ts';
import { preset } from '../src/engine/presets.ts';
import { invocationOn } from '../src/engine/rule.ts';
import { rules } from '../src/rules/index.ts';
import { mutate, randomNumbers } from './mutate.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string', default: String(Date.now() % 1e9) } },
});
const [folder] = positionals;
if (folder === undefined || !(Number(values.minutes) > 0)) {
  console.error('Name a folder of Dockerfiles: npm run fuzz -- DIR [--minutes N] [--seed N]');
  process.exit(2);
}

/** Milliseconds for a file and for each of its characters: far beyond what linear work needs, on a slow machine too. */
const PATIENCE = { file: 500, character: 1 };

const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
const configured = preset('strict', rules);
const reversed = configured.toReversed();
const invocation = invocationOn('2026-11-01');
const random = randomNumbers(Number(values.seed));
const pick = (): string => texts[random(texts.length)] ?? '';

const end = Date.now() + Number(values.minutes) * 60_000;
let count = 0;
let faults = 0;
while (Date.now() < end && faults < 5) {
  const text = mutate(pick(), pick(), random);
  const found = faultsOf(text);
  if (found.length > 0) console.log(`${found.join('\n')}\nin ${JSON.stringify(text)}\n`);
  faults += found.length;
  count++;
}
console.log(`${count} files from seed ${values.seed}, ${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;

function faultsOf(text: string): readonly string[] {
  const started = performance.now();
  const { findings } = lint(text, configured, invocation);
  const took = performance.now() - started;
  const failures = findings.filter(({ rule }) => rule.id === 'internal-error').map(({ message }) => message);
  const slow = took > PATIENCE.file + PATIENCE.character * text.length ? [`took ${took.toFixed(0)} ms`] : [];
  const inOrder = signature(findings) === signature(lint(text, reversed, invocation).findings);
  return [...failures, ...slow, ...(inOrder ? [] : ['the findings hang on the order of the rules'])];
}

function signature(findings: readonly Finding[]): string {
  return findings
    .map(({ rule, messageId, at, message }) => JSON.stringify([rule.id, messageId, at, message]))
    .toSorted()
    .join('\n');
}
