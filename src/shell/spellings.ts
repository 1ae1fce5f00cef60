import type { ShellWord } from './model.ts';
import { UNKNOWN } from './managers/manager.ts';
import { maskedText, plainText, templateOf } from './words.ts';

/** A word's text without quotes, and the same with `UNKNOWN` for what the shell expands. */
export interface Spelling {
  readonly text: string;
  readonly template: string;
}

const MAX_EXPANDED = 64;

/** What a word stands for, braces expanded: `a-{b,c}` is `a-b` and `a-c`. Ranges and nested braces stay unknown. */
export function spellingsOf(word: ShellWord): readonly Spelling[] {
  let spellings: readonly Spelling[] = [{ text: '', template: '' }];
  if (!word.parts.some(({ type }) => type === 'BraceExpansion'))
    return [{ text: word.unquoted, template: templateOf(word) }];
  for (const part of word.parts) {
    const choices =
      part.type === 'BraceExpansion' ? choicesOf(part.text) : [{ text: plainText(part), template: maskedText(part) }];
    spellings = spellings.flatMap(({ text, template }) =>
      choices.map(choice => ({ text: text + choice.text, template: template + choice.template })),
    );
    if (spellings.length > MAX_EXPANDED) return [{ text: word.unquoted, template: templateOf(word) }];
  }
  return spellings;
}

function choicesOf(braces: string): readonly Spelling[] {
  const inner = braces.slice(1, -1);
  if (!inner.includes(',') || /[{}$`'"\\]/.test(inner))
    return [{ text: braces, template: UNKNOWN.repeat(braces.length) }];
  return inner.split(',').map(text => ({ text, template: text }));
}
