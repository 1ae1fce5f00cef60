import { uniqueFingerprints } from '../../engine/fingerprint.ts';
import { SEVERITIES, type Rule, type Severity } from '../../engine/rule.ts';
import { failureLine, type FileReport, type Report } from '../../reporters/report.ts';
import { statistics } from '../../reporters/statistics.ts';
import { plural } from '../../reporters/summary.ts';
import { discover, type Target } from '../discover.ts';
import { refuseNoFolder } from '../context-folder.ts';
import { complain, failure } from '../failure.ts';
import { findingFilter, type FindingFilter } from '../finding-filter.ts';
import { lintFiles, lintStandardInput, type LintedFile, type Work } from '../lint-files.ts';
import { wantsRepair, type LintOptions } from '../lint-options.ts';
import { outputsOf, writeReport } from '../outputs.ts';
import { nearest } from '../../text/nearest.ts';
import type { ExitCode } from '../program.ts';
import { progressOf } from '../progress.ts';
import { openSettings } from '../settings.ts';
import { openShellcheck } from '../shellcheck.ts';
import { styleOf } from '../terminal.ts';
import { version } from '../version.ts';

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
  const files: FileReport[] = [];
  let failed = false;
  const progress = progressOf(targets.length, options.quiet !== true);
  const left = await lintFiles(targets, work, progress, file => {
    const report = reportOf(file, filter);
    files.push(report);
    failed ||= fails(report, file);
  });
  // What is wrong with the paths is said by the first part only.
  const failures = [...(index === 1 ? found.failures : []), ...left.failures];
  if (!options.quiet) {
    for (const { path, message } of found.closed) complain(`${path}: not searched: ${message}`);
    for (const folder of found.empty) complain(`${folder}: no Dockerfile is in it`);
    for (const path of left.templates) complain(`${path}: passed over, since it is a template; name it to lint it`);
  }
  return { report: { files, failures, version }, failed };
}

function hintOf(path: string, [first]: readonly string[], commands: readonly string[]): string {
  const near = path === first ? nearest(path, commands) : undefined;
  return near === undefined ? '' : `; did you mean \`plimsoll ${near}\`?`;
}

/** One of `count` parts that follow each other, as long as each other but for one; `index` counts from 1. */
function partOf(targets: readonly Target[], index: number, count: number): readonly Target[] {
  const border = (part: number): number => Math.floor((targets.length * part) / count);
  return targets.slice(border(index - 1), border(index));
}

async function runOnInput(
  _paths: readonly string[],
  { stdinFilename }: LintOptions,
  work: Work,
  filter: FindingFilter,
): Promise<Run> {
  const file = await lintStandardInput(stdinFilename, work);
  const report = reportOf(file, filter);
  return { report: { files: [report], failures: [], version }, failed: fails(report, file) };
}

/** The file as reporters want it, without the parsed file: a thousand of them would be kept for nothing. */
function reportOf(file: LintedFile, filter: FindingFilter): FileReport {
  const { path, text, lines, dockerfile, applied, rejected } = file;
  const names = uniqueFingerprints(dockerfile, file.findings);
  const prints = new Map(file.findings.map((finding, index) => [finding, names[index] ?? '']));
  const findings = filter(file).map(finding => ({ ...finding, fingerprint: prints.get(finding) ?? '' }));
  const instructions = dockerfile.instructions.map(({ span }) => span);
  return { path, text, lines, instructions, findings, ...(applied && { applied }), ...(rejected && { rejected }) };
}

function fails({ findings }: FileReport, { settings: { failOn } }: LintedFile): boolean {
  return findings.some(({ severity }) => failOn !== 'none' && rank(severity) <= rank(failOn));
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
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
