// Holds the parser against BuildKit: `node scripts/run.mjs corpus DIR`, where DIR has dockerfiles/ and buildkit.jsonl,
// one line a file with BuildKit's verdict and its instructions. Exits 1 where the two disagree.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dockerfile, Instruction } from '../src/dockerfile/model.ts';
import { parseDockerfile } from '../src/dockerfile/parse.ts';

interface Verdict {
  readonly file: string;
  readonly error?: { readonly message: string; readonly start: number; readonly end: number };
  readonly instructions: readonly Entry[];
}

interface Entry {
  readonly keyword: string;
  readonly start: number;
  readonly end: number;
  readonly flags?: readonly string[];
  readonly json?: boolean;
  readonly args?: readonly string[];
  readonly heredocs?: readonly { readonly name: string; readonly expand: boolean; readonly chomp: boolean }[];
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Name the folder that has dockerfiles/ and buildkit.jsonl: npm run corpus -- DIR');
  process.exit(2);
}

const verdicts = readFileSync(join(folder, 'buildkit.jsonl'), 'utf8').trimEnd().split('\n').map(readVerdict);
const texts = verdicts.map(({ file }) => readFileSync(join(folder, 'dockerfiles', file), 'utf8'));

const started = performance.now();
const parsed = texts.map(text => parseDockerfile(text));
const milliseconds = performance.now() - started;

const disagreements = verdicts.flatMap((verdict, index) => {
  const dockerfile = parsed[index];
  return dockerfile === undefined ? [] : compare(verdict, dockerfile).map(text => `${verdict.file}: ${text}`);
});
for (const line of disagreements) console.log(line);
console.log(
  `${verdicts.length} files, ${verdicts.filter(({ error }) => error !== undefined).length} of them rejected by BuildKit, ` +
    `${parsed.reduce((sum, { instructions }) => sum + instructions.length, 0)} instructions, ` +
    `${disagreements.length} disagreements; parsed in ${milliseconds.toFixed(0)} ms`,
);
process.exitCode = disagreements.length === 0 ? 0 : 1;

function readVerdict(line: string): Verdict {
  return JSON.parse(line) as Verdict;
}

function compare(verdict: Verdict, dockerfile: Dockerfile): readonly string[] {
  const found = compareVerdict(verdict, dockerfile);
  if (verdict.instructions.length === 0 && verdict.error !== undefined) return found;
  if (verdict.instructions.length !== dockerfile.instructions.length) {
    found.push(`${dockerfile.instructions.length} instructions instead of ${verdict.instructions.length}`);
  }
  dockerfile.instructions.forEach((instruction, index) => {
    const entry = verdict.instructions[index];
    if (entry !== undefined) found.push(...compareInstruction(entry, instruction));
  });
  return found;
}

/** BuildKit stops at the first error, of parsing before that of building: ours has to be there too. */
function compareVerdict({ error }: Verdict, { problems, lines }: Dockerfile): string[] {
  if (error === undefined)
    return problems.map(({ message, span }) => `line ${lines.position(span[0]).line}: rejected: ${message}`);
  const onLine = problems.some(({ span }) => {
    const { line } = lines.position(span[0]);
    return line >= error.start && line <= error.end;
  });
  return onLine ? [] : [`lines ${error.start} to ${error.end}: not rejected: ${error.message}`];
}

function compareInstruction(entry: Entry, instruction: Instruction): readonly string[] {
  const heredocs = instruction.heredocs.map(({ name, expand, chomp }) => ({ name, expand, chomp }));
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['keyword', entry.keyword.toUpperCase(), keywordOf(instruction)],
    ['first line', entry.start, instruction.firstLine],
    ['last line', entry.end, instruction.lastLine],
    [
      'flags',
      entry.flags ?? [],
      instruction.flags.map(({ name, value }) => `--${name}${value === undefined ? '' : `=${value}`}`),
    ],
    ['JSON form', entry.json ?? false, instruction.json],
    ['heredocs', entry.heredocs ?? [], heredocs],
    ['arguments', entry.args ?? [], argumentsOf(instruction)],
  ];
  return pairs
    .filter(([, theirs, ours]) => JSON.stringify(theirs) !== JSON.stringify(ours))
    .map(
      ([part, theirs, ours]) =>
        `line ${entry.start}: ${part}: ${JSON.stringify(ours)} instead of ${JSON.stringify(theirs)}`,
    );
}

function keywordOf(instruction: Instruction): string {
  return instruction.keyword === 'UNKNOWN' ? instruction.name.toUpperCase() : instruction.keyword;
}

/** The arguments in the form in which BuildKit's parser hands them on. */
function argumentsOf(instruction: Instruction): readonly string[] {
  const { args, body, json, keyword } = instruction;
  const words = args.map(({ text }) => text);
  if (keyword === 'ENV' || keyword === 'LABEL') {
    return instruction.pairs.flatMap(({ key, value, legacy }) => [key.text, value.text, legacy ? '' : '=']);
  }
  if (keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'RUN' || keyword === 'SHELL') {
    return json || body.text === '' ? words : [body.text];
  }
  if (keyword === 'HEALTHCHECK') return healthcheckArguments(body.text, json, words);
  if (keyword === 'ONBUILD') return [];
  return keyword === 'UNKNOWN' ? [''] : words;
}

function healthcheckArguments(text: string, json: boolean, words: readonly string[]): readonly string[] {
  const [, type = '', command = ''] = /^(\S*)\s*(.*)$/s.exec(text) ?? [];
  if (json) return [type, ...words];
  return [type, command].filter(part => part !== '');
}
