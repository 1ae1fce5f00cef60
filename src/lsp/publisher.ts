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
  const timers = new Map<string, NodeJS.Timeout>();
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
    clearTimeout(timers.get(document.uri));
    const last = durations.get(document.uri) ?? 0;
    const wait = last < QUICK ? 0 : Math.min(LONGEST_WAIT, last);
    timers.set(
      document.uri,
      setTimeout(() => void publish(document), wait),
    );
  };
  return {
    schedule,
    withdraw(uri) {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
      durations.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    all() {
      for (const document of session.documents.values()) schedule(document);
    },
  };
}
