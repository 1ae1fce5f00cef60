import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { failureLine, type Failure } from '../reporters/report.ts';
import type { Target } from './discover.ts';
import { passOn } from './failure.ts';
import type { LintOptions } from './lint-options.ts';
import { partOf, type Part } from './lint-part.ts';
import { today } from './settings.ts';
import { unpacked, type Message, type Order } from './part-message.ts';
import type { Progress } from './progress.ts';

/** Lints neighbouring files in threads of their own; what they bring is that of one thread. */
export async function lintInThreads(
  targets: readonly Target[],
  options: LintOptions,
  threads: number,
  progress: Progress,
): Promise<Part> {
  // All of them have the same day, whatever the clock strikes.
  const dated = { date: today(), ...options };
  const done = Array.from({ length: threads }, () => 0);
  const parts = await Promise.all(
    done.map((_, index) =>
      inThread({ targets: partOf(targets, index + 1, threads), options: dated }, count => {
        done[index] = count;
        progress.step(done.reduce((sum, each) => sum + each, 0));
      }),
    ),
  );
  progress.end();
  return {
    files: parts.flatMap(({ files }) => files),
    failures: saidOnce(parts.flatMap(({ failures }) => failures)),
    templates: parts.flatMap(({ templates }) => templates),
    failed: parts.some(({ failed }) => failed),
  };
}

async function inThread(order: Order, step: (done: number) => void): Promise<Part> {
  const worker = new Worker(join(import.meta.dirname, 'lint-worker.cjs'), { workerData: order, stderr: true });
  const complaints = text(worker.stderr);
  const part = await new Promise<Part>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if ('part' in message) resolve(unpacked(message.part));
      else step(message.done);
    });
    worker.once('error', reject);
    worker.once('exit', code => reject(new Error(`A thread ended with code ${code}.`)));
  });
  passOn(await complaints);
  return part;
}

/** A mistake in a configuration is said once, however many threads met it. */
function saidOnce(failures: readonly Failure[]): Failure[] {
  return [...new Map(failures.map(each => [failureLine(each), each])).values()];
}
