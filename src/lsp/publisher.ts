import type { Connection } from 'vscode-languageserver/node';
import type { OpenDocument } from './document.ts';
import type { Session } from './session.ts';

/** Milliseconds: what may be linted at every key, and the longest that typing is waited for. */
const QUICK = 200;
const LONGEST_WAIT = 100;

/** Sends diagnostics when a document has changed, once typing pauses; what is stale by then is never sent. */
export interface Publisher {
  schedule(document: OpenDocument): void;
  withdraw(uri: string): void;
  all(): void;
}

export function publisher(connection: Connection, session: Session): Publisher {
  const cancels = new Map<string, () => void>();
  const durations = new Map<string, number>();

  const publish = async (document: OpenDocument): Promise<void> => {
    const { uri, version } = document;
    const isStale = (): boolean => session.documents.get(uri) !== document;
    if (isStale()) return;
    const started = performance.now();
    const diagnostics = await session.diagnose(document);
    durations.set(uri, performance.now() - started);
    if (!isStale()) await connection.sendDiagnostics({ uri, version, diagnostics });
  };
  // A file that takes long to lint is linted less often.
  const schedule = (document: OpenDocument): void => {
    const { uri } = document;
    cancels.get(uri)?.();
    const last = durations.get(uri) ?? 0;
    const run = (): void => void publish(document);
    cancels.set(uri, last < QUICK ? soon(run) : later(run, Math.min(LONGEST_WAIT, last)));
  };
  return {
    schedule,
    withdraw(uri) {
      cancels.get(uri)?.();
      cancels.delete(uri);
      durations.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    all() {
      for (const document of session.documents.values()) schedule(document);
    },
  };
}

/** Runs once the messages that are here have been read; gives what cancels it. */
function soon(run: () => void): () => void {
  const immediate = setImmediate(run);
  return () => clearImmediate(immediate);
}

function later(run: () => void, wait: number): () => void {
  const timer = setTimeout(run, wait);
  return () => clearTimeout(timer);
}
