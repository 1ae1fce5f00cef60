// Holds the preset `hadolint` against hadolint's own findings: `node scripts/run.mjs agree-hadolint DIR [--show CODE]`, where
// DIR has dockerfiles/ and hadolint.jsonl, one line a finding (file, code, line). Prints, for each code, how many findings
// hadolint has, how many are ours, in both, missing and extra; `--show DL3008` (or `SC`, `all`) lists the lines that differ,
// `--markdown` prints the table of docs/compatibility.md.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lint } from '../src/engine/lint.ts';
import { nameIndex } from '../src/engine/names.ts';
import { preset } from '../src/engine/presets.ts';
import { invocationOn } from '../src/engine/rule.ts';
import { hadolintReport } from '../src/reporters/hadolint.ts';
import { rules } from '../src/rules/index.ts';

interface Place {
  readonly file: string;
  readonly code: string;
  readonly line: number;
}

interface Tally {
  hadolint: number;
  ours: number;
  both: number;
  readonly missing: Place[];
  readonly extra: Place[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string' }, markdown: { type: 'boolean' } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error(
    'Name the folder that has dockerfiles/ and hadolint.jsonl: npm run agree:hadolint -- DIR [--show CODE]',
  );
  process.exit(2);
}

/** hadolint's code for what its parser rejects; nothing else is known of such a file. */
const REJECTED = 'DL1000';
const root = join(folder, 'dockerfiles');
const configured = preset('hadolint', rules);
const theirs = readPlaces(join(folder, 'hadolint.jsonl'));
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1));
const sources = new Map(files.map(file => [file, readFileSync(join(root, file), 'utf8')]));
const ours = files.flatMap(placesOf);

const rejectedThere = filesWith(theirs);
const rejectedHere = filesWith(ours);
const tallies = new Map<string, Tally>();
compare();
report();

function readPlaces(path: string): Place[] {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map(line => JSON.parse(line) as Place);
}

/** What we find in a file, as the reporter for hadolint's users says it. */
function placesOf(file: string): Place[] {
  const text = sources.get(file) ?? '';
  const { dockerfile, findings } = lint(text, configured, invocationOn('2026-11-15'), { catalogue: rules });
  const reported = findings.map(finding => ({ ...finding, fingerprint: '' }));
  const instructions = dockerfile.instructions.map(({ span }) => span);
  const one = { path: file, text, lines: dockerfile.lines, instructions, findings: reported };
  return JSON.parse(hadolintReport({ files: [one], failures: [], version: '' })) as Place[];
}

function filesWith(places: readonly Place[]): ReadonlySet<string> {
  return new Set(places.filter(({ code }) => code === REJECTED).map(({ file }) => file));
}

function isComparable({ file, code }: Place): boolean {
  return code !== REJECTED && !rejectedThere.has(file) && !rejectedHere.has(file);
}

function compare(): void {
  const [known, found] = [theirs, ours].map(places => byKey(places.filter(isComparable)));
  for (const [key, place] of known ?? []) {
    const tally = tallyOf(place.code);
    tally.hadolint++;
    if (found?.has(key)) tally.both++;
    else tally.missing.push(place);
  }
  for (const [key, place] of found ?? []) {
    const tally = tallyOf(place.code);
    tally.ours++;
    if (!known?.has(key)) tally.extra.push(place);
  }
}

function byKey(places: readonly Place[]): ReadonlyMap<string, Place> {
  return new Map(places.map(place => [`${place.file}\n${place.line}\n${place.code}`, place]));
}

function tallyOf(code: string): Tally {
  const tally = tallies.get(code) ?? { hadolint: 0, ours: 0, both: 0, missing: [], extra: [] };
  tallies.set(code, tally);
  return tally;
}

function report(): void {
  if (values.markdown) return markdown();
  console.log('code      hadolint    ours    both missing   extra');
  const sorted = [...tallies].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [code, tally] of sorted) console.log(row(code, tally));
  const known = sorted.filter(([code]) => code.startsWith('DL')).map(([, tally]) => tally);
  console.log(
    row('DL', { ...sum(known), missing: known.flatMap(one => one.missing), extra: known.flatMap(one => one.extra) }),
  );
  console.log(
    `${files.length} files; left out, as their parser or ours rejects them: hadolint ${rejectedThere.size}, ours ${rejectedHere.size}, either ${new Set([...rejectedThere, ...rejectedHere]).size}`,
  );
  const { show } = values;
  if (show === undefined) return;
  for (const [code, tally] of sorted) if (show === 'all' || code.startsWith(show.toUpperCase())) list(tally);
}

function markdown(): void {
  const index = nameIndex(rules);
  console.log('| Code | Rule | In both | Only hadolint | Only Plimsoll |\n| --- | --- | --- | --- | --- |');
  for (const [code, { both, missing, extra }] of [...tallies].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (!code.startsWith('DL')) continue;
    const named = index.find(code).map(({ rule: { id } }) => `[${id}](rules/${id}.md)`);
    console.log(`| ${code} | ${named.join(', ') || 'none'} | ${both} | ${missing.length} | ${extra.length} |`);
  }
}

function row(code: string, { hadolint, ours: own, both, missing, extra }: Tally): string {
  const figures = [hadolint, own, both, missing.length, extra.length];
  return code.padEnd(10) + figures.map(figure => String(figure).padStart(8)).join('');
}

function sum(all: readonly Tally[]): Pick<Tally, 'hadolint' | 'ours' | 'both'> {
  const total = (key: 'hadolint' | 'ours' | 'both'): number => all.reduce((before, tally) => before + tally[key], 0);
  return { hadolint: total('hadolint'), ours: total('ours'), both: total('both') };
}

function list({ missing, extra }: Tally): void {
  for (const place of missing) console.log(`missing ${describePlace(place)}`);
  for (const place of extra) console.log(`extra   ${describePlace(place)}`);
}

function describePlace({ file, code, line }: Place): string {
  const text = sources.get(file)?.split(/\r?\n/)[line - 1] ?? '';
  return `${code} ${file}:${line}: ${text.trim().slice(0, 120)}`;
}
