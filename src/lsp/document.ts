import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import type { Dockerfile } from '../dockerfile/model.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { placesOf, type Encoding, type Places } from './places.ts';

/** One version of an open file. What is derived from it is made once, when it is asked for. */
export interface OpenDocument {
  readonly uri: string;
  /** Absolute path; undefined for a file that is not on disk. */
  readonly path: string | undefined;
  readonly version: number;
  readonly text: string;
  readonly encoding: Encoding;
  /** The same object for all versions from opening to closing. */
  readonly opening: object;
  places(): Places;
  parsed(): Dockerfile;
}

type Base = Pick<OpenDocument, 'uri' | 'path' | 'version' | 'text' | 'encoding'>;

export function openDocument(base: Base & { readonly opening?: object }): OpenDocument {
  let places: Places | undefined;
  let dockerfile: Dockerfile | undefined;
  return {
    opening: {},
    ...base,
    places: () => (places ??= placesOf(base.text, base.encoding)),
    parsed: () => (dockerfile ??= parseDockerfile(base.text)),
  };
}

/** The next version: each change counts from the text that the one before it left. */
export function changed(
  document: OpenDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): OpenDocument {
  let { text } = document;
  for (const change of changes) {
    if ('range' in change) {
      const [start, end] = placesOf(text, document.encoding).toSpan(change.range);
      text = text.slice(0, start) + change.text + text.slice(Math.max(start, end));
    } else text = change.text;
  }
  const { uri, path, encoding, opening } = document;
  return openDocument({ uri, path, encoding, opening, text, version });
}
