import type { Comment } from '../../dockerfile/model.ts';
import type { Span } from '../../text/span.ts';

export type Dialect = 'plimsoll' | 'hadolint' | 'buildkit' | 'tally' | 'trivy' | 'checkov';

/** A comment that silences rules. */
export interface Pragma {
  readonly dialect: Dialect;
  /** What it silences them in: the next instruction (or the one around it), the stage, or the whole file. */
  readonly scope: 'instruction' | 'stage' | 'file';
  readonly names: readonly PragmaName[];
  readonly reason: string | undefined;
  /** The last day that it holds, YYYY-MM-DD. */
  readonly until: string | undefined;
  readonly span: Span;
  /** What is wrong with how it is written; then it silences nothing. */
  readonly fault?: string;
}

export interface PragmaName {
  /** A rule's id or alias; `all` for every rule. */
  readonly text: string;
  readonly span: Span;
}

/** What a pragma did in one run. */
export interface PragmaUse {
  readonly pragma: Pragma;
  readonly expired: boolean;
  readonly names: readonly NameUse[];
}

export interface NameUse extends PragmaName {
  /** How many findings it silenced. */
  readonly silenced: number;
  /** False where no rule has this name. */
  readonly known: boolean;
  /** False where the rule was not run, so that nothing can be said of its use. */
  readonly ran: boolean;
  /** A rule's name near to an unknown one. */
  readonly suggestion: string | undefined;
}

/** Reads one dialect's pragma out of a comment line; `raw` is the comment from its `#` on, as it stands. */
export type PragmaReader = (comment: Comment, raw: string) => Pragma | undefined;

/** The names of a separated list, with their spans; blanks around them are not theirs. */
export function namesIn(list: string, offset: number, separator = /,/g): PragmaName[] {
  const names: PragmaName[] = [];
  let start = 0;
  const push = (end: number): void => {
    const text = list.slice(start, end).trim();
    const at = offset + start + list.slice(start, end).indexOf(text);
    if (text !== '') names.push({ text, span: [at, at + text.length] });
  };
  for (const { index, 0: found } of list.matchAll(separator)) {
    push(index);
    start = index + found.length;
  }
  push(list.length);
  return names;
}
