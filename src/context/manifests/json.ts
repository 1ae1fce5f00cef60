import type { BuildContext } from '../build-context.ts';
import { asTable, type Table } from './values.ts';

/** The object in a JSON file, comments and trailing commas allowed; undefined where there is none to read. */
export function readJson(context: BuildContext, path: string): Table | undefined {
  const text = context.read(path);
  if (text === undefined) return undefined;
  const value = parseJson(text.replace(/^\uFEFF/, ''));
  return value === undefined ? undefined : asTable(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parseRelaxed(text);
  }
}

function parseRelaxed(text: string): unknown {
  try {
    return JSON.parse(plainJson(text));
  } catch {
    return undefined;
  }
}

/** JSON with comments and trailing commas as plain JSON. */
function plainJson(text: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = tokenEnd(text, at);
    const token = text.slice(at, end);
    if (token === '}' || token === ']') dropComma(pieces);
    if (!token.startsWith('/') && token.trim() !== '') pieces.push(token);
    at = end;
  }
  return pieces.join(' ');
}

/** Where a string, a comment, a mark or a run of other characters ends. */
function tokenEnd(text: string, at: number): number {
  if (text[at] === '"') {
    let end = at + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    return end + 1;
  }
  if (text.startsWith('//', at)) return indexOr(text, '\n', at);
  if (text.startsWith('/*', at)) return indexOr(text, '*/', at) + 2;
  if (/[{}[\],:/]/.test(text[at] ?? '')) return at + 1;
  let end = at + 1;
  while (end < text.length && !/["{}[\],:/]/.test(text[end] ?? '')) end++;
  return end;
}

function indexOr(text: string, needle: string, from: number): number {
  const found = text.indexOf(needle, from);
  return found === -1 ? text.length : found;
}

function dropComma(pieces: string[]): void {
  if (pieces.at(-1) === ',') pieces.pop();
}
