import type { Dockerfile, Flag, Instruction } from '../dockerfile/model.ts';
import type { Edit } from '../text/span.ts';

/** Takes out a flag with the blanks behind it. */
export function removeFlag({ text }: Dockerfile, { span: [start, end] }: Flag): Edit {
  let after = end;
  while (text[after] === ' ' || text[after] === '\t') after++;
  return { span: [start, after], text: '' };
}

/** Writes a flag behind those that an instruction has, or behind its keyword. */
export function addFlag({ keywordSpan, flags }: Instruction, flag: string): Edit {
  const end = flags.at(-1)?.span[1] ?? keywordSpan[1];
  return { span: [end, end], text: ` ${flag}` };
}
