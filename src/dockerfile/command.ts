import type { MappedText } from '../text/mapped-text.ts';
import type { Span } from '../text/span.ts';
import { trimmed } from './blanks.ts';
import { splitFlags, type ParsedFlag } from './flags.ts';
import { jsonForm, type JsonForm } from './json-form.ts';

/** A logical line taken apart: keyword, flags and the rest, as BuildKit's `splitCommand` does. */
export interface Command {
  /** Upper case. */
  readonly keyword: string;
  /** As it is written. */
  readonly name: string;
  readonly keywordSpan: Span;
  readonly flags: readonly ParsedFlag[];
  readonly body: MappedText;
  /** Set where the keyword has a JSON form and the body is a JSON array. */
  readonly json: JsonForm | undefined;
}

const BLANKS = /[\t\v\f\r ]+/;
const WITH_JSON = ['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME'];
const HEALTHCHECK_TYPE = /^\S+\s+/;

export function splitCommand(line: MappedText, escape: string): Command {
  const text = trimmed(line);
  const blank = BLANKS.exec(text.text);
  const nameEnd = blank?.index ?? text.text.length;
  const name = text.text.slice(0, nameEnd);
  const keyword = name.toUpperCase();
  const { flags, body } = splitFlags(text.slice(nameEnd + (blank?.[0].length ?? 0)), escape);
  const json = WITH_JSON.includes(keyword) ? jsonForm(body) : healthcheckJson(keyword, body);
  return { keyword, name, keywordSpan: text.sourceSpan([0, nameEnd]), flags, body, json };
}

function healthcheckJson(keyword: string, body: MappedText): JsonForm | undefined {
  if (keyword !== 'HEALTHCHECK') return undefined;
  const type = HEALTHCHECK_TYPE.exec(body.text)?.[0];
  return type === undefined ? undefined : jsonForm(body.slice(type.length));
}
