import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'base-image-digest',
  summary: 'Pin the base image by its digest',
  category: 'reproducibility',
  severity: 'info',
  recommended: false,
  applies: 'any',

  messages: {
    unpinned: 'The tag `{image}` can be moved to another image at any time; a digest cannot.',
  },

  check({ stages }, report) {
    for (const { base, from } of stages) {
      // A tag that a build argument chooses cannot go with a digest.
      if (base.kind !== 'image' || !base.certain || from.image === undefined) continue;
      const { tag, digest, text } = base.image;
      if (tag !== undefined && digest === undefined) report('unpinned', { at: from.image.span, data: { image: text } });
    }
  },
});
