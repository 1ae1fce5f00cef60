import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { folderWith, programPath } from '../support/run-program.ts';

/** A client of the program's server, and one file that it has opened. */
export interface Client {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcessWithoutNullStreams;
  readonly server: InitializeResult;
  readonly folder: string;
  readonly uri: string;
  /** The diagnostics of the next version that the server has not sent yet. */
  published(version?: number): Promise<PublishDiagnosticsParams>;
  change(version: number, contentChanges: TextDocumentContentChangeEvent[]): Promise<void>;
}

const ALL: ClientCapabilities = {
  workspace: {
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create'],
      changeAnnotationSupport: {},
    },
  },
};

/** Quiet but for what tests are about. */
const CONFIG = JSON.stringify({ rules: { 'root-user': 'off' } });

export function startServer(): {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
} {
  const process_ = spawn(process.execPath, [programPath(), 'lsp', '--stdio'], {
    env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent' },
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(process_.stdout),
    new StreamMessageWriter(process_.stdin),
  );
  connection.listen();
  onTestFinished(() => {
    connection.dispose();
    process_.kill();
  });
  return { process: process_, connection };
}

/** Starts the server and opens `Dockerfile` with the text in a folder with the files. */
export async function clientOn(
  text: string,
  {
    files = {},
    capabilities = {},
  }: { files?: Readonly<Record<string, string>>; capabilities?: ClientCapabilities } = {},
): Promise<Client> {
  const folder = folderWith({ '.plimsoll.json': CONFIG, Dockerfile: text, ...files });
  const uri = pathToFileURL(join(folder, 'Dockerfile')).href;
  const { process: process_, connection } = startServer();
  const sent: PublishDiagnosticsParams[] = [];
  const waiting: ((params: PublishDiagnosticsParams) => void)[] = [];
  connection.onNotification(PublishDiagnosticsNotification.type, params => {
    const next = waiting.shift();
    if (next) next(params);
    else sent.push(params);
  });
  const next = (): Promise<PublishDiagnosticsParams> => {
    const params = sent.shift();
    return params ? Promise.resolve(params) : new Promise(resolve => waiting.push(resolve));
  };
  const server = await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: pathToFileURL(folder).href,
    capabilities: { ...ALL, ...capabilities },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'dockerfile', version: 1, text },
  });
  return {
    connection,
    process: process_,
    server,
    folder,
    uri,
    async published(version) {
      for (;;) {
        const params = await next();
        if (version === undefined || params.version === version) return params;
      }
    },
    change: (version, contentChanges) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges,
      }),
  };
}
