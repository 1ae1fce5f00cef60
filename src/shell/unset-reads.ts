import type { Instruction } from '../dockerfile/model.ts';
import type { Span } from '../text/span.ts';
import { variablesRead } from './expansions.ts';
import type { Script } from './model.ts';
import { scriptsOf } from './script.ts';
import { memoMap } from '../text/memo-map.ts';

/** Where a shell finds variables that nobody sees in the script. */
const TAKES_FROM_ELSEWHERE = /(?:^|[\s;&|(])(?:\.|source|eval|set\s+-a)\s/;
/** What every shell or container runtime sets. */
const ALWAYS_SET = 'HOME HOSTNAME IFS OLDPWD PATH PWD SHELL SHLVL TERM UID USER'.split(' ');

/** The variables that the scripts of a RUN read and give no value themselves, each with the first place; none where that cannot be told. */
export function unsetReads(instruction: Instruction): ReadonlyMap<string, Span> {
  const known = memo.get(instruction);
  if (known !== undefined) return known;
  const scripts = scriptsOf(instruction).filter(({ origin }) => origin === 'shell-form' || origin === 'heredoc');
  const found = new Map(scripts.flatMap(readsIn));
  memo.set(instruction, found);
  return found;
}

const memo = memoMap<Instruction, ReadonlyMap<string, Span>>();

function readsIn({ ast, source }: Script): readonly (readonly [string, Span])[] {
  const { text } = source;
  if (ast === undefined || TAKES_FROM_ELSEWHERE.test(text)) return [];
  const read = variablesRead(ast);
  const given = new Set([...ALWAYS_SET, ...namesGiven(text)]);
  const places = new Map<string, Span>();
  for (const { 0: written, 1: bare, 2: braced, index } of text.matchAll(
    /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:[^\w{}][^{}]*)?\})/g,
  )) {
    const name = bare ?? braced ?? '';
    if (!read.has(name) || given.has(name) || places.has(name)) continue;
    places.set(name, source.sourceSpan([index, index + written.length]));
  }
  return [...places];
}

/** Names that a script may give a value, or copes without. `NAME=$NAME command` hands on what there is, so it gives none. */
function namesGiven(text: string): readonly string[] {
  const assigned = Array.from(text.matchAll(/\b([A-Za-z_]\w*)(?:\+?=(?:"?\$\{?(\w+))?|\[)/g), ([, name = '', handed]) =>
    name === handed ? [] : [name],
  );
  const coped = Array.from(text.matchAll(/\$\{(\w+):?[-=+?]|\bfor\s+(\w+)/g), ([, name, loop]) => name ?? loop ?? []);
  const read = Array.from(
    text.matchAll(/\b(?:read|getopts|mapfile|readarray|printf)\b([^\n;|&]*)/g),
    ([, words = '']) => words.match(/\w+/g) ?? [],
  );
  return [...assigned.flat(), ...coped.flat(), ...read.flat()];
}
