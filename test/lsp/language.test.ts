import { describe, expect, it } from 'vitest';
import {
  CompletionRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SemanticTokensRequest,
  type CompletionItem,
  type DocumentSymbol,
  type Location,
  type Range,
} from 'vscode-languageserver-protocol/node';
import { clientOn } from './client.ts';
import { STAGES, at, request, wordsAt } from './places.ts';

const DIRTY = 'FROM alpine:3.22\nMAINTAINER me\n';

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
