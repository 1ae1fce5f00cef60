import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { diskContext } from '../../src/cli/disk-context.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { optimize } from '../../src/optimizer/optimize.ts';
import type { Plan } from '../../src/optimizer/plan.ts';
import { STORE } from './machine.ts';

/** A project before and after `optimize`, each in a folder of its own. */
export interface Pair {
  readonly plan: Plan;
  readonly before: string;
  readonly after: string;
  readonly remove: () => void;
}

/** Copies a project twice and writes the plan's files into the second copy. */
export function copyPair(folder: string): Pair {
  const parent = mkdtempSync(join(STORE, 'tmp', 'project-'));
  const before = copyOf(folder, join(parent, 'before'));
  const after = copyOf(folder, join(parent, 'after'));
  const options = join(folder, 'expected.options.json');
  const plan = optimize(
    parseDockerfile(readFileSync(join(before, 'Dockerfile'), 'utf8')),
    diskContext(before),
    existsSync(options) ? JSON.parse(readFileSync(options, 'utf8')) : {},
  );
  writeFileSync(join(after, 'Dockerfile'), plan.text);
  for (const { path, text } of plan.fix?.files ?? []) {
    mkdirSync(dirname(join(after, path)), { recursive: true });
    writeFileSync(join(after, path), text);
  }
  return { plan, before, after, remove: () => rmSync(parent, { recursive: true }) };
}

function copyOf(folder: string, to: string): string {
  cpSync(folder, to, { recursive: true, filter: path => !path.includes('/expected') });
  return to;
}

/** What a developer does between two builds. */
export function edit(folder: string, [file, line]: readonly [string, string]): void {
  appendFileSync(join(folder, file), `\n${line}\n`);
}
