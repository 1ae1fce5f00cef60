import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What BuildKit's own front end says of a file. */
export interface Verdict {
  readonly rejected: string | undefined;
  /** How often each of its build checks warns. */
  readonly warnings: ReadonlyMap<string, number>;
  /** As its parser reads them; none where it rejects the file. */
  readonly instructions: readonly ReadInstruction[];
}

export interface ReadInstruction {
  /** Lines from 1. */
  readonly start: number;
  readonly end: number;
  /** All that it says, wherever it stands. */
  readonly meaning: string;
}

export type Ask = (texts: readonly string[]) => readonly Verdict[];

interface Answer {
  readonly parseError?: { readonly message: string };
  readonly stageError?: { readonly message: string };
  readonly lintError?: { readonly message: string };
  readonly lint?: readonly { readonly rule: string }[];
  readonly instructions?: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Asks a program that runs BuildKit's parser and linter: called with `-cases FILE`, it reads `[{name, content}]` and prints one JSON
 * object a line, in order. What it was asked before, it is not asked again.
 */
export function oracleBy(program: string): Ask {
  const known = new Map<string, Verdict>();
  return texts => {
    const unknown = [...new Set(texts)].filter(text => !known.has(text));
    const verdicts = unknown.length === 0 ? [] : askProgram(program, unknown);
    for (const [index, text] of unknown.entries()) known.set(text, verdicts[index] ?? unanswered(program, text));
    return texts.map(text => known.get(text) ?? unanswered(program, text));
  };
}

function unanswered(program: string, text: string): never {
  throw new Error(`${program} says nothing of:\n${text}`);
}

function askProgram(program: string, texts: readonly string[]): readonly Verdict[] {
  const folder = mkdtempSync(join(tmpdir(), 'fix-trust-'));
  try {
    const cases = join(folder, 'cases.json');
    writeFileSync(cases, JSON.stringify(texts.map((content, index) => ({ name: String(index), content }))));
    const { status, stdout, stderr } = spawnSync(program, ['-cases', cases], {
      encoding: 'utf8',
      maxBuffer: 2 ** 31 - 1,
    });
    if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
    return stdout
      .trimEnd()
      .split('\n')
      .map(line => verdictOf(JSON.parse(line) as Answer));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function verdictOf({ parseError, stageError, lintError, lint = [], instructions = [] }: Answer): Verdict {
  const warnings = new Map<string, number>();
  for (const { rule } of lint) warnings.set(rule, (warnings.get(rule) ?? 0) + 1);
  const rejected = (parseError ?? stageError ?? lintError)?.message;
  return {
    rejected,
    warnings,
    instructions:
      rejected === undefined
        ? instructions.map(one => ({ start: one.start, end: one.end, meaning: JSON.stringify(one, withoutPlaces) }))
        : [],
  };
}

const PLACES = ['start', 'end', 'original', 'prevComment'];

function withoutPlaces(key: string, value: unknown): unknown {
  return PLACES.includes(key) ? undefined : value;
}
