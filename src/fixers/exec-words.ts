import type { Instruction } from '../dockerfile/model.ts';
import type { Fix } from '../engine/rule.ts';

/** Takes the first words out of an exec form that has more. */
export function dropWords({ args }: Instruction, count: number): Fix | undefined {
  const [first, next] = [args[0], args[count]];
  if (first === undefined || next === undefined) return undefined;
  const named = args.slice(0, count).map(({ text }) => text);
  return {
    title: `Leave out ${named.join(' ')}`,
    safety: 'safe',
    edits: [{ span: [first.span[0], next.span[0]], text: '' }],
  };
}

/** Writes another word in an exec form. */
export function quotedWord({ args }: Instruction, index: number, value: string): Fix | undefined {
  const word = args[index];
  return word && { title: `Write ${value}`, safety: 'safe', edits: [{ span: word.span, text: JSON.stringify(value) }] };
}
