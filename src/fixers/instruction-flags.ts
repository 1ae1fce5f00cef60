import type { Dockerfile, Flag } from '../dockerfile/model.ts';
import type { Edit } from '../text/span.ts';

/** Takes out a flag with the blanks behind it. */
export function removeFlag({ text }: Dockerfile, { span: [start, end] }: Flag): Edit {
  let after = end;
  while (text[after] === ' ' || text[after] === '\t') after++;
  return { span: [start, after], text: '' };
}
