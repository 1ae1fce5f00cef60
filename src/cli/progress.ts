/** Milliseconds before anything is shown, and between two updates. */
const PATIENCE = 1000;
const PAUSE = 100;

export interface Progress {
  step(done: number): void;
  end(): void;
}

/** Counts files on standard error, once it lasts over a second and a person watches. */
export function progressOf(total: number, wanted: boolean): Progress {
  let next = Date.now() + PATIENCE;
  let shown = false;
  if (!wanted || !process.stderr.isTTY) return { step: () => {}, end: () => {} };
  return {
    step(done) {
      const now = Date.now();
      if (now < next) return;
      next = now + PAUSE;
      shown = true;
      process.stderr.write(`\r${done} of ${total} files`);
    },
    end() {
      if (shown) process.stderr.write('\r\u001B[K');
    },
  };
}
