import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import {
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  CompletionRequest,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  HoverRequest,
  ShutdownRequest,
  type CodeAction,
  type Position,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { clientOn, startServer, type Client } from './client.ts';
import { request } from './places.ts';

const DIRTY = 'FROM alpine:3.22\nMAINTAINER me\n';

describe('diagnostics', () => {
  it('come when a file is opened, follow what is typed, and go with the file', async () => {
    const client = await clientOn(DIRTY);
    const { diagnostics } = await client.published(1);
    expect(diagnostics).toMatchObject([
      {
        code: 'maintainer-deprecated',
        source: 'plimsoll',
        severity: 2,
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 10 } },
      },
    ]);
    await client.change(2, [{ range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }, text: '' }]);
    expect((await client.published(2)).diagnostics).toEqual([]);
    await client.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: client.uri },
    });
    expect((await client.published()).diagnostics).toEqual([]);
  });

  it('are never those of a version that is gone', async () => {
    const client = await clientOn(DIRTY);
    for (let version = 2; version <= 20; version += 1)
      await client.change(version, [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: `# ${version}\n` },
      ]);
    const { diagnostics } = await client.published(20);
    expect(diagnostics[0]?.range.start.line).toBe(20);
  });

  it('are handed out to clients that ask for them', async () => {
    const client = await clientOn(DIRTY, { capabilities: { textDocument: { diagnostic: {} } } });
    expect(client.server.capabilities.diagnosticProvider).toBeDefined();
    const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: client.uri },
    });
    expect(report).toMatchObject({ kind: 'full', items: [{ code: 'maintainer-deprecated' }] });
  });

  it.each([
    ['utf-8', 10],
    ['utf-16', 8],
    ['utf-32', 7],
  ] as const)('count columns in %s', async (encoding, column) => {
    const text = 'FROM alpine:3.22 AS build\nCOPY 😀 --from=build /a /b\nLABEL "😀"=a MAINTAINER=b\n';
    const client = await clientOn(`${text}LABEL 😀=$NONE1\n`, {
      capabilities: { general: { positionEncodings: [encoding] } },
      files: { '.plimsoll.json': '{ "preset": "strict" }' },
    });
    expect(client.server.capabilities.positionEncoding).toBe(encoding);
    const { diagnostics } = await client.published(1);
    const variable = diagnostics.find(({ code }) => code === 'undefined-variable');
    expect(variable?.range.start).toEqual({ line: 3, character: column + 1 });
  });

  it('show a configuration that cannot be read', async () => {
    const client = await clientOn(DIRTY, { files: { '.plimsoll.json': '{ "presett": "strict" }' } });
    const { diagnostics } = await client.published(1);
    expect(diagnostics).toMatchObject([
      { code: 'configuration', message: expect.stringContaining('did you mean `preset`?') },
    ]);
  });
});

describe('code actions', () => {
  async function actionsOn(client: Client, range: Range, only?: string[]): Promise<CodeAction[]> {
    const context = { diagnostics: [], ...(only && { only }) };
    const found = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: client.uri },
      range,
      context,
    });
    return (found ?? []) as CodeAction[];
  }
  const LINE_1: Range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };

  /** The text after the edits of the open file. */
  function applied(text: string, edit: WorkspaceEdit | undefined): string {
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    const lines = text.split('\n');
    const offset = ({ line, character }: Position) =>
      lines.slice(0, line).reduce((sum, part) => sum + part.length + 1, 0) + character;
    return (change?.edits ?? [])
      .flatMap(one => ('newText' in one ? [one] : []))
      .toSorted((a, b) => offset(b.range.start) - offset(a.range.start))
      .reduce(
        (result, { range, newText }) =>
          result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)),
        text,
      );
  }

  it('repair, and ignore here or in the file', async () => {
    const client = await clientOn(DIRTY);
    const actions = await actionsOn(client, LINE_1, [CodeActionKind.QuickFix]);
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred ?? false])).toEqual([
      ['Use LABEL org.opencontainers.image.authors', true],
      ['Ignore maintainer-deprecated here', false],
      ['Ignore maintainer-deprecated in this file', false],
    ]);
    expect(actions.map(({ edit }) => applied(DIRTY, edit))).toEqual([
      'FROM alpine:3.22\nLABEL org.opencontainers.image.authors="me"\n',
      'FROM alpine:3.22\n# plimsoll ignore=maintainer-deprecated\nMAINTAINER me\n',
      '# plimsoll ignore-file=maintainer-deprecated\nFROM alpine:3.22\nMAINTAINER me\n',
    ]);
  });

  it('are none where nothing is found', async () => {
    const client = await clientOn(DIRTY);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    expect(await actionsOn(client, range, [CodeActionKind.QuickFix])).toEqual([]);
  });

  it('fix all on save', async () => {
    const text = `${DIRTY}MAINTAINER you\n`;
    const client = await clientOn(text);
    const [action] = await actionsOn(client, LINE_1, ['source.fixAll']);
    expect(action?.kind).toBe('source.fixAll.plimsoll');
    expect(applied(text, action?.edit)).not.toContain('MAINTAINER');
  });

  it('optimize, with a preview to confirm', async () => {
    const text = 'FROM golang:1.25\nWORKDIR /src\nCOPY . .\nRUN go build -o /hello .\nCMD ["/hello"]\n';
    const files = {
      'go.mod': 'module example.org/hello\n\ngo 1.25\n',
      'main.go': 'package main\n\nfunc main() { println("hello") }\n',
    };
    const client = await clientOn(text, { files });
    const [action] = await actionsOn(client, LINE_1, ['refactor.rewrite']);
    const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, action as CodeAction);
    expect(applied(text, resolved.edit)).toMatch(/FROM gcr\.io\/distroless\/static-debian\d+/);
    expect(Object.values(resolved.edit?.changeAnnotations ?? {})).toMatchObject([{ needsConfirmation: true }]);
    expect(resolved.edit?.documentChanges).toMatchObject([{}, { kind: 'create' }, {}]);
  });
});

describe('what is out of order', () => {
  it('is refused before initialize', async () => {
    const { connection } = startServer();
    const asked = connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: 'file:///x' },
      position: { line: 0, character: 0 },
    });
    await expect(asked).rejects.toMatchObject({ code: -32002 });
  });

  it('gets no answer for a file that is closed or was never open', async () => {
    const client = await clientOn(DIRTY);
    const elsewhere = { textDocument: { uri: 'file:///nowhere/Dockerfile' }, position: { line: 0, character: 0 } };
    expect(await client.connection.sendRequest(HoverRequest.type, elsewhere)).toBe(null);
    expect(await client.connection.sendRequest(DocumentSymbolRequest.type, elsewhere)).toBe(null);
    expect(await client.connection.sendRequest(CompletionRequest.type, elsewhere)).toBe(null);
    await client.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: client.uri },
    });
    expect(await client.connection.sendRequest(HoverRequest.type, request(client, { line: 0, character: 0 }))).toBe(
      null,
    );
  });

  it('lints a file that is in no folder', async () => {
    const client = await clientOn('FROM scratch\n');
    await client.published(1);
    const uri = 'untitled:Dockerfile-1';
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'dockerfile', version: 1, text: DIRTY },
    });
    expect(await client.published(1)).toMatchObject({
      uri,
      diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'maintainer-deprecated' })]),
    });
  });

  it.each([
    ['no header', 'hello\r\n\r\n'],
    ['no JSON', 'Content-Length: 5\r\n\r\n{{{{{'],
    ['no message', 'Content-Length: 4\r\n\r\nnull'],
    ['a number', 'Content-Length: 2\r\n\r\n42'],
  ])('survives %s on the wire, or ends without a crash', async (_, bytes) => {
    const { process: server, connection } = startServer();
    let trouble = '';
    server.stderr.on('data', (chunk: Buffer) => (trouble += chunk.toString()));
    server.stdin.write(bytes);
    const alive = connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    const ended = once(server, 'exit').then(([code]) => code as number | null);
    const outcome = await Promise.race([alive.then(() => 'alive'), ended]);
    expect(['alive', 0, 1]).toContain(outcome);
    expect(trouble).not.toMatch(/^\s+at /m);
  });

  it('ends when it is told to', async () => {
    const client = await clientOn(DIRTY);
    await client.connection.sendRequest(ShutdownRequest.type);
    const ended = once(client.process, 'exit');
    await client.connection.sendNotification('exit');
    expect((await ended)[0]).toBe(0);
  });
});
