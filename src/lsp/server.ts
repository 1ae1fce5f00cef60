import {
  createConnection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  ProposedFeatures,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver/node';
import { escapeControls } from '../reporters/escape.ts';
import { ACTION_KINDS } from './code-actions.ts';
import { changed, openDocument } from './document.ts';
import { addFeatures, COMMANDS } from './features.ts';
import { publisher, type Publisher } from './publisher.ts';
import { LEGEND } from './semantic-tokens.ts';
import { createSession, encodingOf, pathOf, type Session } from './session.ts';
import type { Workspace } from './workspace.ts';

/** Files whose change changes what is found. */
const WATCHED = ['**/.plimsoll.{yaml,yml,json}', '**/.hadolint.{yaml,yml}', '**/*.dockerignore', '**/.dockerignore'];

/** Serves the language server protocol on two streams until the client says `exit`. */
export function serve(workspace: Workspace, input: NodeJS.ReadableStream, output: NodeJS.WritableStream): void {
  const reader = new StreamMessageReader(input);
  const connection = createConnection(ProposedFeatures.all, reader, new StreamMessageWriter(output));
  reader.onError(({ message }) => {
    // Without a header nobody knows where the next message begins.
    if (/header|Content-Length/i.test(message)) endWith(`what came on standard input is no message: ${message}`);
  });
  let session: Session | undefined;
  const current = (): Session => {
    if (session === undefined) throw new ResponseError(ErrorCodes.ServerNotInitialized, 'initialize comes first');
    return session;
  };

  let publish: Publisher | undefined;
  let capabilities: ClientCapabilities = {};
  connection.onInitialize(params => {
    capabilities = params.capabilities;
    session = createSession(workspace, capabilities);
    if (capabilities.textDocument?.diagnostic === undefined) publish = publisher(connection, session);
    return initializeResult(workspace, capabilities);
  });
  connection.onInitialized(() => {
    if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
    const watchers = WATCHED.map(globPattern => ({ globPattern }));
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });

  const relint = (): void => {
    session?.forget();
    publish?.all();
    if (publish === undefined && capabilities.workspace?.diagnostics?.refreshSupport === true)
      void connection.languages.diagnostics.refresh();
  };
  addSync(
    connection,
    () => session,
    () => publish,
    relint,
  );
  addFeatures(connection, current);
  connection.listen();
}

function endWith(message: string): never {
  process.stderr.write(`plimsoll: ${escapeControls(message)}\n`);
  process.exit(1);
}

function addSync(
  connection: Connection,
  session: () => Session | undefined,
  publish: () => Publisher | undefined,
  relint: () => void,
): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, text, version } }) => {
    const open = session();
    if (open === undefined) return;
    const document = openDocument({ uri, path: pathOf(uri), version, text, encoding: open.encoding });
    open.documents.set(uri, document);
    publish()?.schedule(document);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const before = session()?.documents.get(uri);
    if (before === undefined) return;
    const document = changed(before, contentChanges, version);
    session()?.documents.set(uri, document);
    publish()?.schedule(document);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (session()?.documents.delete(uri) === true) publish()?.withdraw(uri);
  });
  connection.onDidSaveTextDocument(relint);
  connection.onDidChangeWatchedFiles(relint);
  connection.onDidChangeConfiguration(relint);
}

function initializeResult({ version }: Workspace, capabilities: ClientCapabilities): InitializeResult {
  const pulls = capabilities.textDocument?.diagnostic !== undefined;
  return {
    serverInfo: { name: 'plimsoll', version },
    capabilities: {
      positionEncoding: encodingOf(capabilities),
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      ...(pulls && {
        diagnosticProvider: { identifier: 'plimsoll', interFileDependencies: false, workspaceDiagnostics: false },
      }),
      codeActionProvider: { codeActionKinds: ACTION_KINDS, resolveProvider: true },
      executeCommandProvider: { commands: [...COMMANDS] },
      hoverProvider: true,
      documentSymbolProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: { prepareProvider: true },
      foldingRangeProvider: true,
      documentLinkProvider: {},
      semanticTokensProvider: { legend: LEGEND, full: true },
      completionProvider: { triggerCharacters: [':', '=', '$', '{', '-'] },
    },
  };
}
