import { availableParallelism } from 'node:os';
import type { Rule } from '../../engine/rule.ts';
import { failureLine, type Report } from '../../reporters/report.ts';
import { statistics } from '../../reporters/statistics.ts';
import { plural } from '../../reporters/summary.ts';
import { discover } from '../discover.ts';
import { refuseNoFolder } from '../context-folder.ts';
import { complain, failure } from '../failure.ts';
import { findingFilter, type FindingFilter } from '../finding-filter.ts';
import type { Work } from '../lint-files.ts';
import { wantsRepair, type LintOptions } from '../lint-options.ts';
import { lintInput, lintPart, partOf } from '../lint-part.ts';
import { outputsOf, writeReport } from '../outputs.ts';
import { nearest } from '../../text/nearest.ts';
import type { ExitCode } from '../program.ts';
import { progressOf } from '../progress.ts';
import { openSettings } from '../settings.ts';
import { openShellcheck } from '../shellcheck.ts';
import { styleOf } from '../terminal.ts';
import { version } from '../version.ts';

/** Files of a run that threads are started for. */
const MANY = 3000;

interface Run {
  readonly report: Report;
  /** True where a finding is at or over what its file's configuration lets pass. */
  readonly failed: boolean;
}

/** `plimsoll lint`: lints, repairs and reports as the options say. A path that is none may be a misspelt one of the `commands`. */
export async function lint(
  paths: readonly string[],
  options: LintOptions,
  commands: readonly string[],
): Promise<ExitCode> {
  const started = Date.now();
  const fromInput = paths.includes('-');
  if (fromInput && paths.length > 1) throw failure('- is standard input, which cannot be linted together with files');

  if (options.diff && (options.format ?? options.output) !== undefined)
    throw failure('--diff prints a patch and no report: run once more without it for --format and --output');
  if (options.context !== undefined) refuseNoFolder(options.context);
  const settings = openSettings(options);
  const here = await settings(options.stdinFilename ?? 'Dockerfile');
  const color = options.color ?? here.color;
  const outputs = outputsOf(options, here.format);
  const { repair, patches } = await openRepair(paths, options, here.catalogue);
  const work: Work = { settings, context: options.context, repair, shellcheck: openShellcheck() };
  const filter = await findingFilter(options);
  const { report, failed } = await (fromInput ? runOnInput : runOnFiles)(paths, options, work, filter);
  for (const one of report.failures) complain(`${failureLine(one)}${hintOf(one.path, paths, commands)}`);

  const changes = patches?.();
  if (changes) await printPatches(changes, color);
  else {
    const stream = fromInput && work.repair ? process.stderr : process.stdout;
    writeReport(report, outputs, { color, quiet: options.quiet === true }, stream);
  }
  if (options.stats) printStatistics(report, Date.now() - started);
  if (report.failures.length > 0) return 2;
  return (changes ? changes.length > 0 : failed) ? 1 : 0;
}

interface Repair {
  readonly repair: Work['repair'];
  /** What would be written, where only that is asked for. */
  readonly patches?: () => readonly string[];
}

/** What repairs files; loaded only where it is wanted. */
async function openRepair(paths: readonly string[], options: LintOptions, catalogue: readonly Rule[]): Promise<Repair> {
  if (!wantsRepair(options)) return { repair: undefined };
  const { diffSink, diskSink, idsOf, outputSink, repairer } = await import('../repair.ts');
  // A name that is wrong is said once, and not of every file.
  for (const name of options.fixOnly ?? []) idsOf(name, catalogue);
  if (!options.diff) return { repair: repairer(options, paths.includes('-') ? outputSink : diskSink) };
  const sink = diffSink();
  return { repair: repairer(options, sink), patches: sink.patches };
}

async function runOnFiles(
  paths: readonly string[],
  options: LintOptions,
  work: Work,
  filter: FindingFilter,
): Promise<Run> {
  const found = await discover(paths);
  const { index, count } = options.shard ?? { index: 1, count: 1 };
  const targets = partOf(found.targets, index, count);
  const progress = progressOf(targets.length, options.quiet !== true);
  // ShellCheck is started once for all files, and repairs are shown in order.
  const isAlone = work.repair !== undefined || (await work.settings('Dockerfile')).shellcheck !== 'off';
  const threads = isAlone ? 1 : threadsFor(targets.length, options.jobs);
  const { files, failed, ...left } =
    threads === 1
      ? await lintPart(targets, work, filter, progress)
      : await (await import('../lint-in-threads.ts')).lintInThreads(targets, options, threads, progress);
  // What is wrong with the paths is said by the first part only.
  const failures = [...(index === 1 ? found.failures : []), ...left.failures];
  if (!options.quiet) {
    for (const { path, message } of found.closed) complain(`${path}: not searched: ${message}`);
    for (const folder of found.empty) complain(`${folder}: no Dockerfile is in it`);
    for (const path of left.templates) complain(`${path}: passed over, since it is a template; name it to lint it`);
  }
  return { report: { files, failures, version }, failed };
}

/** What starting a thread costs pays for itself with some thousand files; the memory of more than four would be too much. */
function threadsFor(files: number, jobs: number | undefined): number {
  const wanted = jobs ?? (files < MANY ? 1 : Math.min(availableParallelism(), 4));
  return Math.max(1, Math.min(wanted, files));
}

async function runOnInput(
  _paths: readonly string[],
  { stdinFilename }: LintOptions,
  work: Work,
  filter: FindingFilter,
): Promise<Run> {
  const { files, failed } = await lintInput(stdinFilename, work, filter);
  return { report: { files, failures: [], version }, failed };
}

function hintOf(path: string, [first]: readonly string[], commands: readonly string[]): string {
  const near = path === first ? nearest(path, commands) : undefined;
  return near === undefined ? '' : `; did you mean \`plimsoll ${near}\`?`;
}

async function printPatches(patches: readonly string[], color: boolean | undefined): Promise<void> {
  const { drawDiff } = await import('../unified-diff.ts');
  const style = styleOf(process.stdout, color);
  const text = patches.join('');
  // A patch that goes into a file or a pipe has to stay one, whatever characters are in it.
  process.stdout.write(process.stdout.isTTY || style.color ? drawDiff(text, style) : text);
}

function printStatistics(report: Report, milliseconds: number): void {
  process.stderr.write(
    `${statistics(report)}${plural(report.files.length, 'file')} in ${milliseconds.toFixed(0)} ms\n`,
  );
}
