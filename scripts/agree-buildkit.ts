// Holds the preset `buildkit` against BuildKit's own lint: `node scripts/run.mjs agree-buildkit DIR`, where DIR has
// dockerfiles/ and buildkit.jsonl, one line a file with what `docker build --check` finds. Exits 1 where the two disagree.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dockerfile, Stage } from '../src/dockerfile/model.ts';
import { stageChain } from '../src/dockerfile/stage-chain.ts';
import { expand } from '../src/dockerfile/variables.ts';
import { lint } from '../src/engine/lint.ts';
import { codeOf, familyOf } from '../src/engine/names.ts';
import { preset } from '../src/engine/presets.ts';
import { invocationOn } from '../src/engine/rule.ts';
import { rules } from '../src/rules/index.ts';
import { baseDefines } from '../src/images/base-environment.ts';

interface Verdict {
  readonly file: string;
  readonly error?: unknown;
  readonly lint?: readonly { readonly rule: string; readonly line: number; readonly message: string }[];
}

/** One finding: a BuildKit rule at an instruction, by the line that the instruction begins in. */
interface Place {
  readonly rule: string;
  readonly line: number;
  readonly message: string;
}

interface Tally {
  both: number;
  missing: number;
  more: number;
  readonly excused: Map<string, number>;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Name the folder that has dockerfiles/ and buildkit.jsonl: node scripts/run.mjs agree-buildkit DIR');
  process.exit(2);
}

const configured = preset('buildkit', rules);
const catalogue = new Set(
  configured.flatMap(({ rule }) => (rule.aliases ?? []).filter(alias => familyOf(alias) === 'buildkit')),
);
const tallies = new Map<string, Tally>();
let rejected = 0;

for (const line of readFileSync(join(folder, 'buildkit.jsonl'), 'utf8').trimEnd().split('\n')) {
  const verdict = JSON.parse(line) as Verdict;
  compare(verdict, readFileSync(join(folder, 'dockerfiles', verdict.file), 'utf8'));
  if (verdict.error !== undefined) rejected++;
}

let disagreements = 0;
for (const [rule, { both, missing, more, excused }] of [...tallies].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
  const reasons = [...excused].map(([reason, count]) => `, ${count} ${reason}`).join('');
  console.log(`${rule}: ${both} in both, ${missing} missing, ${more} more${reasons}`);
  disagreements += missing + more;
}
console.log(
  `${rejected} files that BuildKit rejects (only what it found before that counts), ${disagreements} disagreements without a reason`,
);
process.exitCode = disagreements === 0 ? 0 : 1;

function compare({ file, error, lint: theirs = [] }: Verdict, text: string): void {
  const { dockerfile, findings } = lint(text, configured, invocationOn('2026-11-15'), { catalogue: rules });
  const ours = findings.flatMap((finding): Place[] => {
    const rule = codeOf(finding, 'buildkit');
    return rule === undefined
      ? []
      : [{ rule, line: instructionLine(dockerfile, finding.at[0]), message: finding.message }];
  });
  const known = theirs
    .filter(({ rule }) => catalogue.has(rule))
    .map(place => ({ ...place, line: instructionLine(dockerfile, dockerfile.lines.start(place.line)) }));
  for (const rule of new Set(theirs.map(place => place.rule).filter(name => !catalogue.has(name)))) {
    tallyOf(rule).missing += theirs.filter(place => place.rule === rule).length;
  }
  for (const place of distinct(known)) {
    if (has(ours, place)) tallyOf(place.rule).both++;
    else note(file, place, 'missing', excuseMissing(dockerfile, place));
  }
  // BuildKit stops at the first error, so what it would have found further on is not known.
  if (error !== undefined) return;
  for (const place of distinct(ours)) if (!has(known, place)) note(file, place, 'more', excuseMore(dockerfile, place));
}

/** The line that the instruction at an offset, or the next one after a comment, begins in; that of the offset where there is none. */
function instructionLine({ instructions, lines }: Dockerfile, offset: number): number {
  const { line } = lines.position(offset);
  const found = instructions.find(({ lastLine }) => line <= lastLine);
  return found?.firstLine ?? line;
}

function distinct(places: readonly Place[]): readonly Place[] {
  return places.filter((place, index) => !has(places.slice(0, index), place));
}

function has(places: readonly Place[], { rule, line }: Place): boolean {
  return places.some(place => place.rule === rule && place.line === line);
}

function note(file: string, place: Place, kind: 'missing' | 'more', excuse: string | undefined): void {
  const tally = tallyOf(place.rule);
  if (excuse !== undefined) tally.excused.set(excuse, (tally.excused.get(excuse) ?? 0) + 1);
  else {
    tally[kind]++;
    console.log(`${file}:${place.line}: ${place.rule}: ${kind}: ${place.message}`);
  }
}

function tallyOf(rule: string): Tally {
  const tally = tallies.get(rule) ?? { both: 0, missing: 0, more: 0, excused: new Map<string, number>() };
  tallies.set(rule, tally);
  return tally;
}

/** BuildKit was asked without the base images, so that it knows of no variable but PATH. */
function excuseMissing({ stages, instructions }: Dockerfile, { rule, line, message }: Place): string | undefined {
  const instruction = instructions.find(({ firstLine }) => firstLine === line);
  const [word] = instruction?.args ?? [];
  if (rule === 'WorkdirRelativePath' && instruction !== undefined && word !== undefined) {
    return expand(instruction, word).value === undefined ? 'with a variable that the base image may define' : undefined;
  }
  const name = /variable '\$(\w+)'/.exec(message)?.[1];
  const stage = stages.findLast(({ from }) => from.firstLine <= line);
  const isKnown =
    rule === 'UndefinedVar' && name !== undefined && stage !== undefined && baseDefines(stage, name) === true;
  return isKnown ? 'defined by the base image' : undefined;
}

/** BuildKit looks only into the stages that the last one needs. */
function excuseMore({ stages }: Dockerfile, { line }: Place): string | undefined {
  const stage = stages.findLast(({ from }) => from.firstLine <= line);
  const last = stages.at(-1);
  return stage !== undefined && last !== undefined && !needed(last).has(stage)
    ? 'in a stage that the last one does not need'
    : undefined;
}

function needed(last: Stage): ReadonlySet<Stage> {
  const found = new Set<Stage>();
  const open: Stage[] = [last];
  for (let stage = open.pop(); stage !== undefined; stage = open.pop()) {
    if (found.has(stage)) continue;
    for (const below of stageChain(stage)) found.add(below);
    open.push(...stageChain(stage).flatMap(({ dependsOn }) => dependsOn));
  }
  return found;
}
