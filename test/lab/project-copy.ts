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
import { basename, dirname, join } from 'node:path';
import { diskContext } from '../../src/cli/disk-context.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { optimize } from '../../src/optimizer/optimize.ts';
import type { OptimizeOptions, Plan } from '../../src/optimizer/plan.ts';
import type { App } from './apps.ts';
import { STORE } from './machine.ts';

/** A project before and after `optimize`, each in a folder of its own. */
export interface Pair {
  readonly plan: Plan;
  readonly before: string;
  readonly after: string;
  readonly remove: () => void;
}

/** Copies an app twice and writes the plan's files into the second copy. */
export function copyPair(app: App): Pair {
  const parent = mkdtempSync(join(STORE, 'tmp', 'project-'));
  const [before, after] = [join(parent, 'before'), join(parent, 'after')];
  for (const copy of [before, after]) copyTo(copy, app);
  const dockerfile = parseDockerfile(readFileSync(join(before, 'Dockerfile'), 'utf8'));
  const plan = optimize(dockerfile, diskContext(before), optionsOf(app));
  writeFileSync(join(after, 'Dockerfile'), plan.text);
  for (const { path, text } of plan.fix?.files ?? []) {
    mkdirSync(dirname(join(after, path)), { recursive: true });
    writeFileSync(join(after, path), text);
  }
  return { plan, before, after, remove: () => rmSync(parent, { recursive: true }) };
}

const folderOf = ({ name }: App): string => join('test/fixtures/apps', name);

function copyTo(to: string, app: App): void {
  if (app.self === undefined) {
    cpSync(folderOf(app), to, { recursive: true, filter: path => !basename(path).startsWith('expected') });
    return;
  }
  for (const file of ['.dockerignore', ...diskContext('.').files()]) cpSync(file, join(to, file));
  cpSync(app.self.dockerfile, join(to, 'Dockerfile'));
}

function optionsOf(app: App): Partial<OptimizeOptions> {
  if (app.self !== undefined) return app.self.options;
  const file = join(folderOf(app), 'expected.options.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** What a developer does between two builds. */
export function edit(folder: string, [file, line]: readonly [string, string]): void {
  appendFileSync(join(folder, file), `\n${line}\n`);
}
