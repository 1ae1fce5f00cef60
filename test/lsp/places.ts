import type { Position, Range } from 'vscode-languageserver-protocol/node';
import type { Client } from './client.ts';

/** A file with two stages, one of them named. */
export const STAGES = `# syntax=docker/dockerfile:1
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
export function at(text: string, words: string, nth = 1): Position {
  let offset = -1;
  for (let count = 0; count < nth; count += 1) offset = text.indexOf(words, offset + 1);
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

export function request(client: Client, position: Position) {
  return { textDocument: { uri: client.uri }, position };
}

export function wordsAt(text: string, { start, end }: Range): string {
  const line = text.split('\n')[start.line] ?? '';
  return start.line === end.line ? line.slice(start.character, end.character) : `${line.slice(start.character)}…`;
}
