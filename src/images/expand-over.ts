import type { Instruction, Word } from '../dockerfile/model.ts';
import { expand, type Expansion } from '../dockerfile/variables.ts';
import type { ImageFacts } from './image-facts.ts';

const PLAIN_USE = /\$(?:\{(\w+)\}|(\w+))/g;

/** Expands a word, and where it hangs on the base image's own variables (`USER $APP_UID`) takes them from what is known of it. */
export function expandOver(
  instruction: Instruction,
  word: Word,
  facts: ImageFacts | undefined,
): Pick<Expansion, 'value' | 'certain'> {
  const expansion = expand(instruction, word);
  if (expansion.value !== undefined || facts === undefined || /['"\\`]/.test(word.text)) return expansion;

  const fromBase = new Map(
    expansion.uses.map(({ name, operator, definition }) => [
      name,
      definition.kind === 'base' && operator === undefined
        ? facts.env.get(name)
        : 'value' in definition
          ? definition.value
          : undefined,
    ]),
  );
  if ([...fromBase.values()].includes(undefined)) return expansion;
  const value = word.text.replace(
    PLAIN_USE,
    (use, braced?: string, bare?: string) => fromBase.get(braced ?? bare ?? '') ?? use,
  );
  return value.includes('$') ? expansion : { value, certain: expansion.certain };
}
