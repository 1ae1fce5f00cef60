import type { ImageReference } from '../../dockerfile/image-reference.ts';
import { strings } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { matchesWhole } from '../../text/glob.ts';

export default defineRule({
  id: 'forbidden-base-image',
  summary: 'Build on the base images that the policy allows',
  category: 'security',
  severity: 'error',
  applies: 'any',
  options: {
    allow: strings({
      about: 'Globs of the images that stages may stand on, with or without a tag; any image where there is none.',
      default: [],
    }),
  },

  messages: {
    notAllowed: 'The image `{image}` is none of those that the policy of this project allows.',
  },

  check({ stages }, report, { allow }) {
    if (allow.length === 0) return;
    for (const { base, from } of stages) {
      if (base.kind !== 'image' || from.image === undefined) continue;
      const names = namesOf(base.image);
      if (allow.some(glob => names.some(name => matchesWhole(glob, name)))) continue;
      report('notAllowed', { at: from.image.span, data: { image: base.image.text } });
    }
  },
});

function namesOf({ text, name, tag }: ImageReference): string[] {
  return [text, name, ...(tag === undefined ? [] : [`${name}:${tag}`])];
}
