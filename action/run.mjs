// The entry point of the GitHub action: node run.mjs PROGRAM, where the program is plimsoll's.
// Reads the inputs and the files of the job from the environment, as GitHub gives them.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** GitHub takes a summary of up to a mebibyte a step. */
const MOST_BYTES = 1024 * 1024 - 1024;

const input = name => (process.env[`INPUT_${name}`] ?? '').trim();
const lines = text =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');

const program = process.argv[2] ?? '';
const scratch = mkdtempSync(join(process.env.RUNNER_TEMP || tmpdir(), 'plimsoll-'));
const summary = join(scratch, 'summary.md');
const report = join(scratch, 'report.json');

const optional = [
  ['--preset', input('PRESET')],
  ['--config', input('CONFIG')],
  ['--fail-on', input('FAIL_ON')],
];
const args = [
  program,
  'lint',
  ...optional.flatMap(([name, value]) => (value === '' ? [] : [`${name}=${value}`])),
  `--format=${input('FORMAT') || 'github'}`,
  `--format=json=${report}`,
  `--format=markdown=${summary}`,
  ...(input('SARIF') === '' ? [] : [`--format=sarif=${input('SARIF')}`]),
  '--',
  ...lines(input('PATHS') || '.'),
];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });

const { GITHUB_OUTPUT, GITHUB_STEP_SUMMARY } = process.env;
if (status === 0 || status === 1) {
  const { findings } = JSON.parse(readFileSync(report, 'utf8')).summary;
  if (GITHUB_OUTPUT)
    appendFileSync(GITHUB_OUTPUT, `findings=${findings}\nsarif=${input('SARIF').replace(/\s+/g, ' ')}\n`);
  if (GITHUB_STEP_SUMMARY && input('SUMMARY') !== 'false')
    appendFileSync(GITHUB_STEP_SUMMARY, whole(readFileSync(summary, 'utf8')));
}
rmSync(scratch, { recursive: true, force: true });
process.exit(status ?? 2);

/** As many whole lines as a summary takes. */
function whole(text) {
  if (Buffer.byteLength(text) <= MOST_BYTES) return text;
  const kept = Buffer.from(text).subarray(0, MOST_BYTES).toString();
  return `${kept.slice(0, kept.lastIndexOf('\n'))}\n\nMore findings are in the log.\n`;
}
