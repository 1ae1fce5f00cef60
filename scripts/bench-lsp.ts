// Times the built language server: `npm run bench:lsp`. From a change to its diagnostics, and memory over many edits.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';

const EDITS = 10_000;
const STAGE = [
  'FROM node:22.11.0-slim AS build',
  'WORKDIR /app',
  'ARG VERSION=1.0',
  'ENV NODE_ENV=production',
  'COPY package.json package-lock.json ./',
  'RUN npm ci',
  'COPY . .',
  'RUN echo "$VERSION" \\',
  '    && npm run build',
  'USER node',
];

/** Stages that have nothing to do with one another, or all in one stage, all of which an edit may touch. */
const SHAPES = ['stages of ten lines', 'one stage'] as const;
type Shape = (typeof SHAPES)[number];

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-bench-'));
const server = spawn(process.execPath, [join(process.cwd(), 'dist', 'cli.cjs'), 'lsp', '--stdio'], { cwd: folder });
const connection = createMessageConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
);
let published: (version: number) => void = () => {};
connection.onNotification('textDocument/publishDiagnostics', ({ version }: { version?: number }) => {
  if (version !== undefined) published(version);
});
connection.listen();
await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
await connection.sendNotification('initialized', {});

console.log(`Node ${process.version}`);
for (const [lines, rounds] of [
  [200, 500],
  [5000, 60],
] as const) {
  for (const shape of SHAPES) {
    const { times, processor } = await roundTrips(lines, shape, rounds);
    const spent = processor === undefined ? '' : `, processor ${processor.toFixed(1)} ms each`;
    console.log(
      `${lines} lines, ${shape}: median ${at(times, 0.5)} ms, 95th percentile ${at(times, 0.95)} ms over ${rounds} changes${spent}`,
    );
  }
}
await memory();
connection.dispose();
server.kill();
rmSync(folder, { recursive: true, force: true });

interface RoundTrips {
  /** Milliseconds, ascending. */
  readonly times: readonly number[];
  /** Milliseconds of the processor that the server took for each; undefined where the system does not say. */
  readonly processor: number | undefined;
}

async function roundTrips(lines: number, shape: Shape, rounds: number): Promise<RoundTrips> {
  const uri = await open(`Dockerfile.${lines}.${SHAPES.indexOf(shape)}`, lines, shape);
  for (let version = 2; version < 22; version += 1) await change(uri, version);
  const times: number[] = [];
  const before = processorMilliseconds();
  for (let version = 22; version < 22 + rounds; version += 1) {
    const started = performance.now();
    await change(uri, version);
    times.push(performance.now() - started);
  }
  const after = processorMilliseconds();
  const processor = before === undefined || after === undefined ? undefined : (after - before) / rounds;
  return { times: times.toSorted((a, b) => a - b), processor };
}

async function memory(): Promise<void> {
  const uri = await open('Dockerfile.memory', 200, 'stages of ten lines');
  const samples: number[] = [];
  for (let version = 2; version < EDITS + 2; version += 1) {
    await change(uri, version);
    if (version % 1000 === 0) samples.push(residentMegabytes());
  }
  console.log(`Memory over ${EDITS} edits, every 1000: ${samples.map(sample => sample.toFixed(0)).join(' ')} MB`);
}

function lineOf(index: number, shape: Shape): string {
  const line = STAGE[index % STAGE.length] ?? '';
  if (!line.startsWith('FROM')) return line;
  return shape === 'one stage' && index > 0 ? `LABEL line=${index}` : line.replace(' AS build', ` AS s${index}`);
}

async function open(name: string, lines: number, shape: Shape): Promise<string> {
  const uri = pathToFileURL(join(folder, name)).href;
  const text = Array.from({ length: lines }, (_, index) => lineOf(index, shape)).join('\n');
  const first = answer(1);
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'dockerfile', version: 1, text },
  });
  await first;
  return uri;
}

/** Types one character on the third line, or takes it away, and waits for the diagnostics. */
async function change(uri: string, version: number): Promise<void> {
  const place = { line: 2, character: 15 };
  const range = { start: place, end: version % 2 === 0 ? place : { ...place, character: 16 } };
  const done = answer(version);
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ range, text: version % 2 === 0 ? '0' : '' }],
  });
  await done;
}

function answer(wanted: number): Promise<void> {
  return new Promise(resolve => {
    published = version => {
      if (version === wanted) resolve();
    };
  });
}

/** What all threads of the server computed so far: user and system time, which Linux counts in hundredths of a second. */
function processorMilliseconds(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const stat = readFileSync(`/proc/${server.pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function residentMegabytes(): number {
  const [, kilobytes = '0'] = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

function at(sorted: readonly number[], quantile: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0).toFixed(1);
}
