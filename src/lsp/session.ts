import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver/node';
import type { Finding } from '../engine/finding.ts';
import { relinter, type Relinter } from '../engine/relint.ts';
import type { ClientEdits } from './client-edits.ts';
import { configurationDiagnostic, diagnosticOf } from './diagnostics.ts';
import type { OpenDocument } from './document.ts';
import type { Encoding } from './places.ts';
import type { FileSettings, Workspace } from './workspace.ts';

/** What was found in one version of a document. */
export interface Analysis {
  readonly settings: FileSettings;
  readonly findings: readonly Finding[];
}

/** The open documents of one client, and what is known of them. */
export interface Session {
  readonly documents: Map<string, OpenDocument>;
  readonly client: ClientEdits;
  readonly encoding: Encoding;
  /** Rejects where the configuration cannot be read. */
  analyse(document: OpenDocument): Promise<Analysis>;
  /** What to show for a document; a configuration that cannot be read is shown, too. */
  diagnose(document: OpenDocument): Promise<Diagnostic[]>;
  /** Forgets what was read from disk. */
  forget(): void;
}

const ENCODINGS: readonly Encoding[] = ['utf-16', 'utf-8', 'utf-32'];

/** The first encoding of the client's that we know; UTF-16 is every client's. */
export function encodingOf({ general }: ClientCapabilities): Encoding {
  return ENCODINGS.find(encoding => encoding === general?.positionEncodings?.[0]) ?? 'utf-16';
}

/** Absolute path of a file; undefined for what is not on disk. */
export function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

export function createSession(workspace: Workspace, capabilities: ClientCapabilities): Session {
  let analyses = new WeakMap<OpenDocument, Promise<Analysis>>();
  let linters: Linters = new WeakMap();
  const analyse = (document: OpenDocument): Promise<Analysis> => {
    const known = analyses.get(document) ?? analysisOf(workspace, document, linters);
    analyses.set(document, known);
    return known;
  };
  return {
    documents: new Map(),
    client: clientEdits(capabilities),
    encoding: encodingOf(capabilities),
    analyse,
    async diagnose(document) {
      try {
        const { findings } = await analyse(document);
        return findings.map(finding => diagnosticOf(document, finding));
      } catch (error) {
        return [configurationDiagnostic(error instanceof Error ? error.message : String(error))];
      }
    },
    forget() {
      workspace.forget();
      analyses = new WeakMap();
      linters = new WeakMap();
    },
  };
}

/** How the versions of one document were linted so far, as long as nothing else has changed. */
interface Linter {
  readonly settings: FileSettings;
  readonly lint: Relinter;
}

type Linters = WeakMap<OpenDocument['opening'], Linter>;

async function analysisOf(workspace: Workspace, document: OpenDocument, linters: Linters): Promise<Analysis> {
  const { path } = document;
  const settings = await workspace.settings(path ?? 'Dockerfile');
  const context = path === undefined ? undefined : workspace.context(path);
  const invocation = { ...settings.invocation, context };
  const complete = { ...settings, invocation };
  if (settings.ignored) return { settings: complete, findings: [] };
  const known = linters.get(document.opening);
  const linter =
    known !== undefined && areSame(known.settings, complete)
      ? known
      : { settings: complete, lint: relinter(settings.configured, invocation, settings.options) };
  linters.set(document.opening, linter);
  const { findings } = linter.lint(document.text);
  return { settings: complete, findings };
}

function areSame(a: FileSettings, b: FileSettings): boolean {
  const isSameDay = a.invocation.date === b.invocation.date;
  return a.configured === b.configured && a.invocation.context === b.invocation.context && isSameDay;
}

function clientEdits({ workspace }: ClientCapabilities): ClientEdits {
  const edit = workspace?.workspaceEdit;
  return {
    documentChanges: edit?.documentChanges === true,
    createFiles: edit?.resourceOperations?.includes('create') === true,
    annotations: edit?.changeAnnotationSupport !== undefined,
    uriIn: ({ path }, name) => (path === undefined ? undefined : pathToFileURL(join(dirname(path), name)).href),
    exists: uri => existsSync(fileURLToPath(uri)),
  };
}
