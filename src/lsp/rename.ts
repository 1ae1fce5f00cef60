import { ErrorCodes, ResponseError, type TextEdit } from 'vscode-languageserver/node';
import type { OpenDocument } from './document.ts';
import { occurrencesAt, type Occurrences } from './occurrences.ts';

const FORMS: Readonly<Record<Occurrences['kind'], RegExp>> = {
  stage: /^[A-Za-z][A-Za-z0-9._-]*$/,
  variable: /^[A-Za-z_]\w*$/,
};

/** Gives a stage or variable another name wherever it stands; undefined where nothing at the offset has a name. */
export function renamed(document: OpenDocument, offset: number, name: string): TextEdit[] | undefined {
  const found = occurrencesAt(document.parsed(), offset);
  if (found === undefined) return undefined;
  if (!FORMS[found.kind].test(name))
    throw new ResponseError(ErrorCodes.InvalidParams, `A ${found.kind} cannot be named \`${name}\`.`);
  const places = document.places();
  return [found.definition, ...found.uses].map(span => ({ range: places.toRange(span), newText: name }));
}
