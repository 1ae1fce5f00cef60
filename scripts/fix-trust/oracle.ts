import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What BuildKit's own front end says of a file. */
export interface Verdict {
  readonly rejected: string | undefined;
  /** How often each of its build checks warns. */
  readonly warnings: ReadonlyMap<string, number>;
}

interface Answer {
  readonly parseError?: { readonly message: string };
  readonly stageError?: { readonly message: string };
  readonly lintError?: { readonly message: string };
  readonly lint?: readonly { readonly rule: string }[];
}

/**
 * Asks a program that runs BuildKit's parser and linter: called with `-cases FILE`, it reads `[{name, content}]` and prints one JSON
 * object a line, in order.
 */
export function askOracle(program: string, texts: readonly string[]): readonly Verdict[] {
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

function verdictOf({ parseError, stageError, lintError, lint = [] }: Answer): Verdict {
  const warnings = new Map<string, number>();
  for (const { rule } of lint) warnings.set(rule, (warnings.get(rule) ?? 0) + 1);
  return { rejected: (parseError ?? stageError ?? lintError)?.message, warnings };
}
