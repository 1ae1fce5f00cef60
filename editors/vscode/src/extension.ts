import { join } from 'node:path';
import {
  commands,
  languages,
  window,
  workspace,
  type ExtensionContext,
  type LanguageStatusItem,
  type LogOutputChannel,
} from 'vscode';
import { LanguageClient, State, TransportKind, type ServerOptions } from 'vscode-languageclient/node';

const SELECTOR = [{ language: 'dockerfile' }];

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('Plimsoll', { log: true });
  const status = languages.createLanguageStatusItem('plimsoll', SELECTOR);
  status.name = 'Plimsoll';
  status.command = { command: 'plimsoll.showOutput', title: 'Output' };
  const restart = async (): Promise<void> => {
    await deactivate();
    if (!workspace.getConfiguration('plimsoll').get<boolean>('enable', true)) {
      status.text = 'Plimsoll: off';
      return;
    }
    client = createClient(context, output, status);
    await client.start();
  };
  context.subscriptions.push(
    output,
    status,
    commands.registerCommand('plimsoll.restart', restart),
    commands.registerCommand('plimsoll.showOutput', () => output.show()),
    commands.registerCommand('plimsoll.fixFile', () => onServer('plimsoll.fixAll')),
    commands.registerCommand('plimsoll.optimizeFile', () => onServer('plimsoll.optimize')),
    workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('plimsoll.enable') || event.affectsConfiguration('plimsoll.path')) void restart();
    }),
  );
  await restart();
}

export async function deactivate(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.dispose();
}

function createClient(
  context: ExtensionContext,
  outputChannel: LogOutputChannel,
  status: LanguageStatusItem,
): LanguageClient {
  const created = new LanguageClient('plimsoll', 'Plimsoll', serverOptions(context), {
    documentSelector: SELECTOR,
    outputChannel,
    synchronize: { fileEvents: workspace.createFileSystemWatcher('**/{.plimsoll.*,.hadolint.*,*.dockerignore}') },
  });
  created.onDidChangeState(({ newState }) => {
    const version = created.initializeResult?.serverInfo?.version ?? '';
    status.text = newState === State.Running ? `Plimsoll ${version}` : 'Plimsoll: not running';
    status.busy = newState === State.Starting;
  });
  return created;
}

/** The server of the settings, or the one that came with the extension, run by the editor's own Node. */
function serverOptions({ extensionPath }: ExtensionContext): ServerOptions {
  const path = workspace.getConfiguration('plimsoll').get<string>('path', '');
  const args = ['lsp', '--stdio'];
  if (path !== '') return { command: path, args, transport: TransportKind.stdio };
  return { module: join(extensionPath, 'server', 'dist', 'cli.cjs'), args: ['lsp'], transport: TransportKind.stdio };
}

/** Has the server change the file that is being edited. */
async function onServer(command: string): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== 'dockerfile') return;
  await client?.sendRequest('workspace/executeCommand', { command, arguments: [document.uri.toString()] });
}
