import { CodeActionKind, type CodeAction, type Range, type WorkspaceEdit } from 'vscode-languageserver/node';
import { fixAll } from '../engine/fix.ts';
import type { Finding } from '../engine/finding.ts';
import { indentOf, lineEnd } from '../fixers/instructions.ts';
import type { Edit, Span } from '../text/span.ts';
import { changesOf, type ClientEdits } from './client-edits.ts';
import { diagnosticOf } from './diagnostics.ts';
import type { OpenDocument } from './document.ts';
import type { FileSettings } from './workspace.ts';

export const FIX_ALL = 'source.fixAll.plimsoll';
const OPTIMIZE = 'refactor.rewrite.plimsoll';

export const ACTION_KINDS = [CodeActionKind.QuickFix, FIX_ALL, OPTIMIZE];

/** What a code action of this server is asked to do when it is chosen. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
}

interface Request {
  readonly document: OpenDocument;
  readonly findings: readonly Finding[];
  readonly settings: FileSettings;
  readonly client: ClientEdits;
  readonly range: Range;
  /** The kinds that the client asks for; every one where it does not say. */
  readonly only: readonly string[] | undefined;
}

export function codeActionsFor(request: Request): CodeAction[] {
  const wants = (kind: string): boolean =>
    request.only === undefined || request.only.some(asked => kind === asked || kind.startsWith(`${asked}.`));
  return [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(request) : []),
    ...(wants(FIX_ALL) ? fixAllActions(request) : []),
    ...(wants(OPTIMIZE) ? [optimizeAction(request.document)] : []),
  ];
}

function quickFixes({ document, findings, client, range }: Request): CodeAction[] {
  const [start, end] = document.places().toSpan(range);
  const touched = findings.filter(({ at }) => at[0] <= end && start <= at[1]);
  return [
    ...touched.flatMap(finding => fixOf(document, finding, client)),
    ...touched.flatMap(finding => ignoresOf(document, finding, client)),
  ];
}

function fixOf(document: OpenDocument, finding: Finding, client: ClientEdits): CodeAction[] {
  const { fix } = finding;
  if (fix === undefined) return [];
  const isSafe = fix.safety === 'safe';
  return [
    {
      title: isSafe ? fix.title : `${fix.title} (unsafe: may change what the image does)`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(document, finding)],
      ...(isSafe && { isPreferred: true }),
      edit: changesOf(document, fix.edits, client, fix.files),
    },
  ];
}

function ignoresOf(document: OpenDocument, finding: Finding, client: ClientEdits): CodeAction[] {
  const { id } = finding.rule;
  const diagnostics = [diagnosticOf(document, finding)];
  const here = ignoreHere(document, finding.at, id);
  const inFile = ignoreInFile(document, id);
  const action = (title: string, edit: Edit): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: changesOf(document, [edit], client),
  });
  return [
    ...(here === undefined ? [] : [action(`Ignore ${id} here`, here)]),
    action(`Ignore ${id} in this file`, inFile),
  ];
}

/** A pragma above the instruction, and above the comments that stand right on it. */
function ignoreHere(document: OpenDocument, [start]: Span, id: string): Edit | undefined {
  const dockerfile = document.parsed();
  const instruction = dockerfile.instructions.find(({ span }) => span[0] <= start && start <= span[1]);
  if (instruction === undefined) return undefined;
  const at = dockerfile.lines.start(instruction.firstLine);
  const text = `${indentOf(dockerfile, instruction)}# plimsoll ignore=${id}${lineEnd(dockerfile)}`;
  return { span: [at, at], text };
}

/** Below the directives, which only the head of a file may have. */
function ignoreInFile(document: OpenDocument, id: string): Edit {
  const { directives, lines, text } = document.parsed();
  const last = directives.at(-1);
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const line = last === undefined ? 0 : lines.position(last.span[0]).line;
  const at = last === undefined ? mark : lines.start(line + 1);
  const eol = lineEnd(document.parsed());
  const isOpen = last !== undefined && lines.count === line;
  return { span: [at, at], text: `${isOpen ? eol : ''}# plimsoll ignore-file=${id}${eol}` };
}

function fixAllActions({ document, settings, client }: Request): CodeAction[] {
  const edit = fixAllEdit(document, settings, client);
  return edit === undefined ? [] : [{ title: 'Apply every safe fix', kind: FIX_ALL, edit }];
}

/** Every safe fix at once, as `--fix` does it; undefined where there is none. */
export function fixAllEdit(
  document: OpenDocument,
  settings: FileSettings,
  client: ClientEdits,
): WorkspaceEdit | undefined {
  const { text, files } = fixAll(document.text, settings.configured, settings.invocation, settings.options);
  if (text === document.text && files.size === 0) return undefined;
  const written = Array.from(files, ([path, content]) => ({ path, text: content }));
  return changesOf(document, [replacement(document.text, text)], client, written);
}

/** The plan is made when the action is chosen. */
function optimizeAction({ uri, version }: OpenDocument): CodeAction {
  const data: ActionData = { uri, version };
  return { title: 'Rewrite into a lean image (optimize)', kind: OPTIMIZE, data };
}

/** One edit that turns a text into another: what both begin and end with stays. */
function replacement(before: string, after: string): Edit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { span: [start, before.length - end], text: after.slice(start, after.length - end) };
}
