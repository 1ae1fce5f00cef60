import type { ChangeAnnotation, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { Fix } from '../engine/rule.ts';
import type { Edit } from '../text/span.ts';
import type { OpenDocument } from './document.ts';

/** What a client can do with edits. */
export interface ClientEdits {
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  readonly annotations: boolean;
  /** The URI of a file of a document's build context. */
  uriIn(document: OpenDocument, path: string): string | undefined;
  /** True where that file is there. */
  exists(uri: string): boolean;
}

/** Asks the user to look at an edit before it is applied, where the client can. */
export interface Annotation {
  readonly id: string;
  readonly change: ChangeAnnotation;
}

/** Edits of one document, and other files to write, as the client takes them. */
export function changesOf(
  document: OpenDocument,
  edits: readonly Edit[],
  client: ClientEdits,
  files: Fix['files'] = [],
  annotation?: Annotation,
): WorkspaceEdit {
  const own = edits.map(edit => textEdit(document, edit));
  if (!client.documentChanges) return { changes: { [document.uri]: own } };
  const asked = client.annotations ? annotation : undefined;
  const marked = own.map(edit => (asked === undefined ? edit : { ...edit, annotationId: asked.id }));
  const { uri, version } = document;
  return {
    documentChanges: [
      { textDocument: { uri, version }, edits: marked },
      ...(client.createFiles ? files : []).flatMap(file =>
        written(client.uriIn(document, file.path), file.text, client),
      ),
    ],
    ...(asked && { changeAnnotations: { [asked.id]: asked.change } }),
  };
}

function written(uri: string | undefined, text: string, client: ClientEdits) {
  if (uri === undefined) return [];
  const whole = { start: { line: 0, character: 0 }, end: { line: client.exists(uri) ? 2 ** 31 - 1 : 0, character: 0 } };
  const edit: TextDocumentEdit = { textDocument: { uri, version: null }, edits: [{ range: whole, newText: text }] };
  return [{ kind: 'create' as const, uri, options: { ignoreIfExists: true } }, edit];
}

function textEdit(document: OpenDocument, { span, text }: Edit): TextEdit {
  return { range: document.places().toRange(span), newText: text };
}
