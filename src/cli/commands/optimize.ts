import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseDockerfile } from '../../dockerfile/parse.ts';
import { HAZARDS } from '../../optimizer/hazards/index.ts';
import { optimize as plan } from '../../optimizer/optimize.ts';
import type { Plan, Runtime, TargetEngine } from '../../optimizer/plan.ts';
import { escapeControls } from '../../reporters/escape.ts';
import { isFolder, refuseNoFolder } from '../context-folder.ts';
import { diskContext } from '../disk-context.ts';
import { failure, reasonOf } from '../failure.ts';
import { planHtml } from '../optimize-html.ts';
import { planJson } from '../optimize-json.ts';
import { planMarkdown } from '../optimize-markdown.ts';
import { planText } from '../optimize-text.ts';
import type { ExitCode } from '../program.ts';
import { readSource, type Source } from '../read-source.ts';
import { styleOf } from '../terminal.ts';
import { writeAtomically } from '../write-atomically.ts';

interface OptimizeArguments {
  readonly context?: string;
  readonly runtime: Runtime;
  readonly assume?: string;
  readonly targetEngine: TargetEngine;
  readonly format: 'text' | 'json' | 'markdown' | 'html';
  readonly write?: boolean;
  readonly advice?: boolean;
  readonly force?: boolean;
  readonly color?: boolean;
}

const MAX_SIZE = 1024 * 1024;

/** `plimsoll optimize`: plans the leanest rewrite that can be shown to be right, and prints or writes it. */
export function optimize(paths: readonly string[], options: OptimizeArguments): ExitCode {
  if (options.advice === true) {
    for (const path of paths) process.stdout.write(adviceOn(planFor(path, options)));
    return 0;
  }
  const [path = 'Dockerfile', ...others] = paths;
  if (others.length > 0) throw failure('only one Dockerfile is rewritten at a time; --advice takes several');
  const planned = planFor(path, options);
  const { file, root, source, found } = planned;
  if (options.write === true && found.fix !== undefined) writePlan(file, root, source, found, options.force === true);
  process.stdout.write(rendered(file, source.text, found, options));
  return found.outcome === 'refused' ? 1 : 0;
}

interface Planned {
  readonly file: string;
  /** Folder of the build context. */
  readonly root: string;
  readonly source: Source;
  readonly found: Plan;
}

function planFor(path: string, options: OptimizeArguments): Planned {
  const file = dockerfileAt(path);
  const source = sourceOf(file);
  const root = options.context ?? dirname(file);
  refuseNoFolder(root);
  const found = plan(parseDockerfile(source.text), diskContext(root, file), {
    runtime: options.runtime,
    assume: hazardsOf(options.assume),
    targetEngine: options.targetEngine,
    date: new Date().toISOString().slice(0, 10),
    path: relative(root, file) || basename(file),
  });
  return { file, root, source, found };
}

function adviceOn({ file, found }: Planned): string {
  if (found.outcome !== 'rewritten') return '';
  const steps = found.steps.map(({ what }) => what.replace(/\.$/, ''));
  return `${escapeControls(`${file}: could be leaner (${found.rung ?? ''}): ${steps.join('; ')}. See \`plimsoll optimize ${file}\`.`)}\n`;
}

function dockerfileAt(path: string): string {
  return isFolder(path) ? join(path, 'Dockerfile') : path;
}

function sourceOf(file: string): Source {
  try {
    const source = readSource(file, MAX_SIZE);
    if (source !== undefined) return source;
  } catch (error) {
    throw failure(`${file}: ${reasonOf(error)}`);
  }
  throw failure(`${file}: it is too large for a Dockerfile`);
}

/** `H20,H32` or `20,32`. */
function hazardsOf(text: string | undefined): number[] {
  return (text ?? '')
    .split(',')
    .filter(word => word.trim() !== '')
    .map(word => {
      const number = Number(/^\s*H?(\d+)\s*$/i.exec(word)?.[1] ?? Number.NaN);
      if (HAZARDS[number] === undefined)
        throw failure(`--assume: "${word.trim()}" is no hazard; they are H1 to H${Object.keys(HAZARDS).length}`);
      return number;
    });
}

function rendered(path: string, before: string, found: Plan, options: OptimizeArguments): string {
  if (options.format === 'json') return planJson(path, found);
  if (options.format === 'markdown') return planMarkdown(path, before, found);
  if (options.format === 'html') return planHtml(path, before, found);
  return planText(path, before, found, styleOf(process.stdout, options.color));
}

/** Writes the new file over the old one, which nothing but version control keeps. */
function writePlan(file: string, root: string, source: Source, found: Plan, force: boolean): void {
  const others = (found.fix?.files ?? []).map(({ path, text }) => ({ path: join(root, path), text }));
  for (const path of [file, ...others.map(other => other.path)]) if (!force) refuseUnsaved(path);
  for (const { path, text } of others) write(path, Buffer.from(text));
  write(file, Buffer.from(found.text, source.encoding), source.bytes);
}

function write(path: string, bytes: Buffer, expected?: Buffer): void {
  try {
    writeAtomically(path, bytes, expected);
  } catch (error) {
    throw failure(`${path}: ${reasonOf(error)}`);
  }
}

/** Throws where the file's bytes are not in version control. A file that is not there yet has nothing to lose. */
function refuseUnsaved(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return;
  const { status, stdout } = spawnSync('git', ['status', '--porcelain', '--ignored', '--', resolve(path)], {
    cwd: dirname(resolve(path)),
    encoding: 'utf8',
  });
  if (status !== 0)
    throw failure(
      `${path}: it is not under version control, so the old text would be lost; --force writes all the same`,
    );
  if (stdout.trim() !== '')
    throw failure(`${path}: it has changes that are not committed; commit them, or write all the same with --force`);
}
