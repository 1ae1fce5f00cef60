import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { BuildContext } from '../context/build-context.ts';
import type { Dockerfile } from '../dockerfile/model.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { engineFinding, UNREADABLE_FILE, type Finding } from '../engine/finding.ts';
import { lint, lintDockerfile, type LintOptions as EngineOptions, type LintResult } from '../engine/lint.ts';
import type { Invocation } from '../engine/rule.ts';
import { configProblemOf } from '../config/config-error.ts';
import { failureLine, type Failure, type FileReport } from '../reporters/report.ts';
import { linesOf } from '../text/lines.ts';
import type { Target } from './discover.ts';
import { diskContext } from './disk-context.ts';
import { isFailure, reasonOf } from './failure.ts';
import { toPosix } from './gitignore.ts';
import type { Progress } from './progress.ts';
import { readInput, readSource, type Source } from './read-source.ts';
import type { FileSettings, Settings } from './settings.ts';
import type { Shellcheck } from './shellcheck.ts';

/** What one run does with every file. */
export interface Work {
  readonly settings: Settings;
  /** The folder that `--context` names. */
  readonly context: string | undefined;
  /** Repairs a file, and says what was done and what is left. */
  readonly repair: ((job: Job) => Outcome) | undefined;
  readonly shellcheck: Shellcheck;
}

/** One file, ready to be linted. */
export interface Job {
  readonly path: string;
  readonly source: Source;
  readonly invocation: Invocation;
  /** Folder of the build context, where it is known. */
  readonly contextFolder: string | undefined;
  readonly settings: FileSettings;
  readonly options: EngineOptions;
}

export interface Outcome extends Pick<FileReport, 'applied' | 'rejected'> {
  readonly text: string;
  readonly result: LintResult;
}

/** The files that were not linted. */
export interface LeftOut {
  readonly failures: readonly Failure[];
  /** Files that are templates of Dockerfiles, and not what anyone named. */
  readonly templates: readonly string[];
}

export interface LintedFile extends Omit<FileReport, 'findings' | 'instructions'> {
  readonly findings: readonly Finding[];
  readonly settings: FileSettings;
  readonly dockerfile: Dockerfile;
}

/** What templates of Go, Jinja, Mustache and ERB have and Dockerfiles have not. */
const TEMPLATE = /\{\{|\{%|<%/;

/** Lints one file after the other; one that fails, or whose configuration is wrong, never stops the rest. */
export async function lintFiles(
  targets: readonly Target[],
  work: Work,
  progress: Progress,
  take: (file: LintedFile) => void,
): Promise<LeftOut> {
  const failures: Failure[] = [];
  const templates: string[] = [];
  await prepareShellcheck(targets, work);
  const contextAt = work.repair === undefined ? rememberedContexts() : diskContext;
  for (const [index, target] of targets.entries()) {
    progress.step(index);
    try {
      const settings = await work.settings(target.path);
      if (settings.ignored && !target.named) continue;
      const source = readSource(target.path, settings.maxSize);
      if (!target.named && source && isTemplate(source.text)) templates.push(target.path);
      else take(lintFile(target, source, settings, work, contextAt));
    } catch (error) {
      const found = failureOf(error, target.path);
      // A mistake in a configuration is said once, however many files it holds for.
      if (!failures.some(known => failureLine(known) === failureLine(found))) failures.push(found);
    }
  }
  progress.end();
  return { failures, templates };
}

/** Why a file could not be linted; throws what no user can mend. */
function failureOf(error: unknown, path: string): Failure {
  const problem = configProblemOf(error);
  if (problem) {
    const { source, line, column, message } = problem;
    return { path: source, message, ...(line !== undefined && { place: { line, column: column ?? 1 } }) };
  }
  if (isFailure(error)) return { path, message: error.message };
  if (error instanceof Error && 'code' in error) return { path, message: reasonOf(error) };
  throw error;
}

type ContextAt = (root: string, dockerfilePath: string) => BuildContext;

/** The last context again for the next file that has the same one: files beside each other share what was read of it. */
function rememberedContexts(): ContextAt {
  let last: { readonly root: string; readonly context: BuildContext } | undefined;
  return (root, path) => {
    if (existsSync(`${path}.dockerignore`)) return diskContext(root, path);
    if (last?.root !== root) last = { root, context: diskContext(root) };
    return last.context;
  };
}

/** ShellCheck is started once, so it is given the scripts of all files before the first is linted. */
async function prepareShellcheck(targets: readonly Target[], { settings, shellcheck }: Work): Promise<void> {
  const dockerfiles: Dockerfile[] = [];
  let isNeeded = false;
  for (const { path, build } of targets) {
    try {
      const { shellcheck: when, maxSize, ignored } = await settings(path);
      if (when === 'off' || ignored) continue;
      isNeeded ||= when === 'on';
      const source = readSource(path, maxSize);
      if (source && !isTemplate(source.text)) dockerfiles.push(parseDockerfile(source.text, build?.options));
    } catch {
      // Whoever lints the file says what is wrong with it.
    }
  }
  if (dockerfiles.length > 0) shellcheck.prepare(dockerfiles, isNeeded);
}

/** Dockerfiles may well hold `{{…}}`, in a format string say: a template is what BuildKit would reject besides. */
function isTemplate(text: string): boolean {
  return TEMPLATE.test(text) && parseDockerfile(text).problems.length > 0;
}

/** Lints what standard input brings, under the name that the user gave it. */
export async function lintStandardInput(name: string | undefined, work: Work): Promise<LintedFile> {
  const path = toPosix(name ?? '-');
  const settings = await work.settings(name ?? 'Dockerfile');
  return lintFile({ path }, readInput(settings.maxSize), settings, work);
}

function lintFile(
  { path, build }: Pick<Target, 'path' | 'build'>,
  source: Source | undefined,
  settings: FileSettings,
  work: Work,
  contextAt: ContextAt = diskContext,
): LintedFile {
  if (source === undefined) return tooLarge(path, settings);
  const own = build === undefined ? (path === '-' ? undefined : dirname(path)) : build.context;
  const root = work.context ?? own;
  const context = root === undefined ? undefined : contextAt(resolve(root), resolve(path));
  const invocation: Invocation = { ...settings.invocation, context };
  const options: EngineOptions = {
    catalogue: settings.catalogue,
    honourPragmas: settings.honourPragmas,
    maxSize: settings.maxSize,
    ...build?.options,
  };
  const job: Job = { path, source, invocation, contextFolder: root, settings, options };
  const { text, result, applied, rejected } = withShellcheck(job, work.repair?.(job) ?? plainly(job), work);
  return {
    path,
    text,
    lines: result.dockerfile.text === text ? result.dockerfile.lines : linesOf(text),
    findings: result.findings,
    dockerfile: result.dockerfile,
    settings,
    ...(applied && { applied }),
    ...(rejected && { rejected }),
  };
}

function plainly({ source: { text }, settings, invocation, options }: Job): Outcome {
  return { text, result: lint(text, settings.configured, invocation, options) };
}

function withShellcheck({ settings, invocation, options }: Job, outcome: Outcome, { shellcheck }: Work): Outcome {
  const { dockerfile } = outcome.result;
  const external = shellcheck.findings(dockerfile, settings);
  if (external.length === 0) return outcome;
  return { ...outcome, result: lintDockerfile(dockerfile, settings.configured, invocation, { ...options, external }) };
}

function tooLarge(path: string, settings: FileSettings): LintedFile {
  const { dockerfile } = lint('', [], settings.invocation);
  const message = `The file is larger than the limit of ${settings.maxSize} characters: raise \`max-size\` if it is a Dockerfile.`;
  const findings = [engineFinding(UNREADABLE_FILE, message, [0, 0])];
  return { path, text: '', lines: linesOf(''), findings, dockerfile, settings };
}
