import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import {
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  CompletionRequest,
  DefinitionRequest,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SemanticTokensRequest,
  ShutdownRequest,
  type CodeAction,
  type CompletionItem,
  type DocumentSymbol,
  type Location,
  type Position,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { clientOn, startServer, type Client } from './client.ts';

const DIRTY = 'FROM alpine:3.22\nMAINTAINER me\n';
const STAGES = `# syntax=docker/dockerfile:1
ARG TAG=3.22
FROM alpine:\${TAG} AS build
ARG NAME=world
# what is built
RUN echo "$NAME" \\
    && echo done
FROM scratch
COPY --from=build /a /b
`;

/** The place of the nth occurrence of the words. */
function at(text: string, words: string, nth = 1): Position {
  let offset = -1;
  for (let count = 0; count < nth; count += 1) offset = text.indexOf(words, offset + 1);
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function request(client: Client, position: Position) {
  return { textDocument: { uri: client.uri }, position };
}

function wordsAt(text: string, { start, end }: Range): string {
  const line = text.split('\n')[start.line] ?? '';
  return start.line === end.line ? line.slice(start.character, end.character) : `${line.slice(start.character)}…`;
}

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

describe('names', () => {
  it.each([
    ['a stage', '--from=build', '--from='.length, 'build'],
    ['a global argument', '${TAG}', 2, 'TAG'],
    ['an argument in a shell', '"$NAME"', 2, 'NAME'],
  ])('of %s lead to their definition', async (_, words, shift, name) => {
    const client = await clientOn(STAGES);
    const position = at(STAGES, words);
    const there = request(client, { ...position, character: position.character + shift });
    const location = (await client.connection.sendRequest(DefinitionRequest.type, there)) as Location;
    expect(wordsAt(STAGES, location.range)).toBe(name);
    const range = await client.connection.sendRequest(PrepareRenameRequest.type, there);
    expect(wordsAt(STAGES, range as Range)).toBe(name);
    const references = await client.connection.sendRequest(ReferencesRequest.type, {
      ...there,
      context: { includeDeclaration: true },
    });
    expect(references?.map(found => wordsAt(STAGES, found.range))).toEqual([name, name]);
    expect(await client.connection.sendRequest(DocumentHighlightRequest.type, there)).toHaveLength(2);
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...there, newName: 'other' });
    expect(edit?.changes?.[client.uri]?.map(({ newText }) => newText)).toEqual(['other', 'other']);
  });

  it('cannot become what is no name', async () => {
    const client = await clientOn(STAGES);
    const there = request(client, at(STAGES, 'build'));
    await expect(client.connection.sendRequest(RenameRequest.type, { ...there, newName: 'a b' })).rejects.toThrow(
      'cannot be named',
    );
  });

  it('are none in other words', async () => {
    const client = await clientOn(STAGES);
    expect(await client.connection.sendRequest(DefinitionRequest.type, request(client, at(STAGES, 'done')))).toBe(null);
  });
});

describe('hover', () => {
  it.each([
    ['FROM', 2, /\*\*FROM\*\*/],
    ['alpine:', 1, /Package manager: apk/],
    ['COPY', 1, /\*\*COPY\*\*.*reference/s],
    ['AS build', 1, /^\*\*build\*\*: stage of line 3, used once\.$/],
  ])('on %s', async (words, nth, expected) => {
    const client = await clientOn(STAGES);
    const position = at(STAGES, words, nth);
    const shift = words === 'AS build' ? 3 : 1;
    const hover = await client.connection.sendRequest(
      HoverRequest.type,
      request(client, { ...position, character: position.character + shift }),
    );
    expect(hover?.contents).toMatchObject({ kind: 'markdown', value: expect.stringMatching(expected) });
  });

  it('on a finding tells the rule', async () => {
    const client = await clientOn(DIRTY);
    const hover = await client.connection.sendRequest(HoverRequest.type, request(client, { line: 1, character: 2 }));
    expect(hover?.contents).toMatchObject({ value: expect.stringMatching(/^\*\*\[maintainer-deprecated\]\(http/) });
  });
});

describe('structure', () => {
  it('has the stages with their instructions', async () => {
    const client = await clientOn(STAGES);
    const symbols = (await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri: client.uri },
    })) as DocumentSymbol[];
    expect(symbols.map(({ name, detail, children = [] }) => [name, detail, children.map(child => child.name)])).toEqual(
      [
        ['ARG', 'TAG=3.22', []],
        ['build', 'alpine:${TAG}', ['ARG', 'RUN']],
        ['stage 1', 'scratch', ['COPY']],
      ],
    );
  });

  it('folds stages, long instructions and comments', async () => {
    const client = await clientOn(STAGES);
    const folds = await client.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri: client.uri } });
    expect(folds?.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [2, 6],
      [7, 8],
      [5, 6],
    ]);
  });

  it('links images to their pages', async () => {
    const text = 'FROM node:22\nFROM grafana/grafana:11.0.0\nFROM ghcr.io/a/b:1\nFROM scratch\n';
    const client = await clientOn(text);
    const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri: client.uri } });
    expect(links?.map(({ target }) => target)).toEqual([
      'https://hub.docker.com/_/node',
      'https://hub.docker.com/r/grafana/grafana',
    ]);
  });

  it('has tokens that do not overlap, heredocs included', async () => {
    const text = `${STAGES}RUN <<EOF\n# a script\necho $HOME\nEOF\nCMD ["a", "b"]\n`;
    const client = await clientOn(text);
    const legend = client.server.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    const { data = [] } =
      (await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri: client.uri } })) ?? {};
    let [line, character] = [0, 0];
    const lines = text.split('\n');
    const tokens: string[] = [];
    for (let index = 0; index < data.length; index += 5) {
      const [down = 0, right = 0, length = 0, type = 0] = data.slice(index, index + 4);
      character = down === 0 ? character + right : right;
      line += down;
      tokens.push(`${legend[type]}: ${lines[line]?.slice(character, character + length)}`);
    }
    expect(tokens).toEqual([
      'macro: # syntax=docker/dockerfile:1',
      'keyword: ARG',
      'variable: TAG',
      'keyword: FROM',
      'variable: ${TAG}',
      'keyword: AS',
      'namespace: build',
      'keyword: ARG',
      'variable: NAME',
      'comment: # what is built',
      'keyword: RUN',
      'keyword: FROM',
      'class: scratch',
      'keyword: COPY',
      'parameter: --from=',
      'namespace: build',
      'keyword: RUN',
      'keyword: <<EOF',
      'keyword: CMD',
      'string: "a"',
      'string: "b"',
    ]);
  });
});

describe('completion', () => {
  it.each([
    ['an instruction', 'FROM alpine:3.22\nHEAL', ['HEALTHCHECK'], []],
    ['a small one', 'from alpine:3.22\nru', ['run'], []],
    ['a flag', 'FROM alpine:3.22\nCOPY --ch', ['--chown=', '--chmod='], ['--platform=']],
    ['a stage', 'FROM alpine:3.22 AS one\nFROM scratch AS two\nCOPY --from=', ['one'], ['two']],
    ['a base', 'FROM alpine:3.22 AS one\nFROM o', ['one'], []],
    ['a tag', 'FROM node:2', ['22-slim', '24-alpine'], []],
    ['a user', 'FROM node:22\nUSER n', ['node', 'root'], []],
    ['a variable', 'FROM alpine:3.22\nARG WHERE=/\nWORKDIR $W', ['WHERE'], []],
    ['a variable in braces', 'FROM alpine:3.22\nARG WHERE=/\nWORKDIR ${', ['WHERE'], []],
    ['nothing in a comment', 'FROM alpine:3.22\n# RU', [], ['RUN']],
  ])('of %s', async (_, text, offered, not) => {
    const client = await clientOn(text);
    const lines = text.split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const items = (await client.connection.sendRequest(CompletionRequest.type, request(client, position))) as
      | CompletionItem[]
      | null;
    const labels = (items ?? []).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(offered));
    for (const label of not) expect(labels).not.toContain(label);
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
