import type { Project } from '../project.ts';

/** The flag with the platform that the image is for, as FROM has it; none where the stage is for the builder's own. */
export function platformOf({ dockerfile, final }: Project): string {
  const flag = final.stage.from.flags.find(({ name }) => name === 'platform');
  if (flag === undefined || flag.value?.includes('BUILDPLATFORM') === true) return '';
  return `${dockerfile.text.slice(flag.span[0], flag.span[1])} `;
}

/** A keyword in the letter case of the file. */
export function keyword({ dockerfile }: Project, word: string): string {
  const own = dockerfile.stages[0]?.from.keywordSpan ?? [0, 0];
  const written = dockerfile.text.slice(own[0], own[1]);
  return written === written.toLowerCase() ? word.toLowerCase() : word;
}
