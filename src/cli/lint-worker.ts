import { parentPort, workerData } from 'node:worker_threads';
import { findingFilter } from './finding-filter.ts';
import { lintPart } from './lint-part.ts';
import { packed, type Message, type Order } from './part-message.ts';
import { openSettings } from './settings.ts';
import { openShellcheck } from './shellcheck.ts';

/** Files between two reports of progress. */
const STRIDE = 20;

// The beginning of a thread; what fails here is the main thread's `error`.
void work(workerData as Order);

async function work({ targets, options }: Order): Promise<void> {
  const filter = await findingFilter(options);
  const settings = openSettings(options);
  const step = (done: number): void => {
    if (done % STRIDE === 0) send({ done });
  };
  const part = await lintPart(
    targets,
    { settings, context: options.context, repair: undefined, shellcheck: openShellcheck() },
    filter,
    { step, end: () => {} },
  );
  send({ part: packed(part) });
}

function send(message: Message): void {
  parentPort?.postMessage(message);
}
