import {
  DocumentDiagnosticReportKind,
  DocumentHighlightKind,
  type CodeAction,
  type Connection,
  type Location,
  type Position,
} from 'vscode-languageserver/node';
import { codeActionsFor, fixAllEdit, type ActionData } from './code-actions.ts';
import { completionsAt } from './completion.ts';
import type { Span } from '../text/span.ts';
import type { OpenDocument } from './document.ts';
import { hoverAt } from './hover.ts';
import { occurrencesAt } from './occurrences.ts';
import { optimization } from './optimize-action.ts';
import { renamed } from './rename.ts';
import { tokensOf } from './semantic-tokens.ts';
import type { Session } from './session.ts';
import { foldsOf, linksOf, symbolsOf } from './structure.ts';

export const COMMANDS = ['plimsoll.optimize', 'plimsoll.fixAll'] as const;

interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** Answers requests; one about a document that is not open gets nothing. */
export function addFeatures(connection: Connection, session: () => Session): void {
  const opened = (uri: string): OpenDocument | undefined => session().documents.get(uri);
  addDiagnostics(connection, session, opened);
  addActions(connection, session, opened);
  addNavigation(connection, opened);
  connection.onHover(async ({ textDocument, position }) => {
    const document = opened(textDocument.uri);
    if (document === undefined) return null;
    const analysis = await session()
      .analyse(document)
      .catch(() => undefined);
    const date = analysis?.settings.invocation.date ?? '';
    return hoverAt(document, document.places().toOffset(position), analysis?.findings ?? [], date) ?? null;
  });
  connection.onDocumentSymbol(({ textDocument }) => withDocument(opened(textDocument.uri), symbolsOf));
  connection.onFoldingRanges(({ textDocument }) => withDocument(opened(textDocument.uri), foldsOf));
  connection.onDocumentLinks(({ textDocument }) => withDocument(opened(textDocument.uri), linksOf));
  connection.onCompletion(({ textDocument, position }) =>
    withDocument(opened(textDocument.uri), document => completionsAt(document, document.places().toOffset(position))),
  );
  connection.languages.semanticTokens.on(({ textDocument }) => {
    const document = opened(textDocument.uri);
    return document === undefined ? { data: [] } : tokensOf(document);
  });
}

function withDocument<T>(document: OpenDocument | undefined, answer: (document: OpenDocument) => T): T | null {
  return document === undefined ? null : answer(document);
}

type Opened = (uri: string) => OpenDocument | undefined;

function addDiagnostics(connection: Connection, session: () => Session, opened: Opened): void {
  connection.languages.diagnostics.on(async ({ textDocument }) => {
    const document = opened(textDocument.uri);
    const items = document === undefined ? [] : await session().diagnose(document);
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });
}

function addActions(connection: Connection, session: () => Session, opened: Opened): void {
  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const document = opened(textDocument.uri);
    const analysis =
      document &&
      (await session()
        .analyse(document)
        .catch(() => undefined));
    if (document === undefined || analysis === undefined) return [];
    return codeActionsFor({ document, ...analysis, client: session().client, range, only: context.only });
  });
  connection.onCodeActionResolve(async action => {
    const { uri, version } = (action.data ?? {}) as Partial<ActionData>;
    const document = opened(uri ?? '');
    if (document === undefined || document.version !== version) return action;
    const edit = await optimization(connection, session(), document);
    return edit === undefined ? action : ({ ...action, edit } satisfies CodeAction);
  });
  connection.onExecuteCommand(async ({ command, arguments: args = [] }) => {
    const document = opened(String(args[0]));
    if (document === undefined) return null;
    const isFix = command === 'plimsoll.fixAll';
    const edit = isFix
      ? fixAllEdit(document, (await session().analyse(document)).settings, session().client)
      : await optimization(connection, session(), document);
    if (edit !== undefined) await connection.workspace.applyEdit({ label: isFix ? 'Fix all' : 'Optimize', edit });
    return null;
  });
}

function addNavigation(connection: Connection, opened: Opened): void {
  const found = ({ textDocument, position }: At) => {
    const document = opened(textDocument.uri);
    if (document === undefined) return undefined;
    const places = document.places();
    const occurrences = occurrencesAt(document.parsed(), places.toOffset(position));
    const locate = (span: Span): Location => ({
      uri: document.uri,
      range: places.toRange(span),
    });
    return occurrences && { occurrences, locate, offset: places.toOffset(position) };
  };
  connection.onDefinition(params => {
    const at = found(params);
    return at === undefined ? null : at.locate(at.occurrences.definition);
  });
  connection.onReferences(params => {
    const at = found(params);
    if (at === undefined) return null;
    const { definition, uses } = at.occurrences;
    return (params.context.includeDeclaration ? [definition, ...uses] : uses).map(at.locate);
  });
  connection.onDocumentHighlight(params => {
    const at = found(params);
    if (at === undefined) return null;
    const { definition, uses } = at.occurrences;
    const mark = (span: Span, kind: DocumentHighlightKind) => ({
      range: at.locate(span).range,
      kind,
    });
    return [mark(definition, DocumentHighlightKind.Write), ...uses.map(span => mark(span, DocumentHighlightKind.Read))];
  });
  connection.onPrepareRename(params => {
    const at = found(params);
    if (at === undefined) return null;
    const { definition, uses } = at.occurrences;
    const span = [definition, ...uses].find(([start, end]) => start <= at.offset && at.offset <= end);
    return span === undefined ? null : at.locate(span).range;
  });
  connection.onRenameRequest(({ textDocument, position, newName }) => {
    const document = opened(textDocument.uri);
    const edits = document && renamed(document, document.places().toOffset(position), newName);
    return edits === undefined ? null : { changes: { [textDocument.uri]: edits } };
  });
}
