import { Session, type Profiler } from 'node:inspector';
import { fileURLToPath } from 'node:url';

// Counters are compiled into what is loaded from now on: so whoever counts imports this file before the sources.
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** How often each function of the sources, and each block of it, ran while the work was done: by `file:function@offset`. */
export function countCalls(work: () => void): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  take(() => {});
  work();
  take(script => addCounts(script, counts));
  return counts;
}

/** Taking the counts sets them to zero. */
function take(use: (script: Profiler.ScriptCoverage) => void): void {
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error) throw error;
    for (const script of result) if (/\/src\/[^?]*\.ts/.test(script.url)) use(script);
  });
}

function addCounts({ url, functions }: Profiler.ScriptCoverage, counts: Map<string, number>): void {
  const file = (url.startsWith('file:') ? fileURLToPath(url) : url).replace(/^.*\/src\//, '').replace(/\?.*$/, '');
  for (const { functionName, ranges } of functions) {
    for (const { startOffset, count } of ranges) {
      const key = `${file}:${functionName || 'anonymous'}@${startOffset}`;
      counts.set(key, Math.max(count, counts.get(key) ?? 0));
    }
  }
}
