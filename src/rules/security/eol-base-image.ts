import { parseImageReference } from '../../dockerfile/image-reference.ts';
import { defineRule } from '../../engine/rule.ts';
import { endOfLife, type EndOfLife } from '../../images/end-of-life.ts';

export default defineRule({
  id: 'eol-base-image',
  summary: 'Build on a release that still gets security fixes',
  category: 'security',
  severity: 'warning',
  applies: 'any',
  fixable: 'unsafe',

  messages: {
    ended: '`{image}`: {product} {cycle} {when}, so holes that are found in it stay open{nearest}.',
  },

  check({ stages }, report, _options, { date }) {
    for (const { base, from } of stages) {
      if (base.kind !== 'image' || from.image === undefined) continue;
      const { text: image, digest } = base.image;
      const ended = endOfLife(base.image, date);
      if (ended === undefined) continue;
      const { product, cycle, nearest } = ended;
      // Behind a variable the new name would have to go elsewhere, and a digest would no longer fit the tag.
      const isPlain =
        from.image.text === image && digest === undefined && parseImageReference(image)?.tag !== undefined;
      report('ended', {
        at: from.image.span,
        data: {
          image,
          product,
          cycle,
          when: when(ended),
          nearest: nearest === undefined ? '' : `; \`${nearest}\` is still looked after`,
        },
        fix:
          nearest === undefined || !isPlain
            ? undefined
            : { title: `Use ${nearest}`, safety: 'unsafe', edits: [{ span: from.image.span, text: nearest }] },
      });
    }
  },
});

/** A day has three parts, a month two. */
function when({ eol }: EndOfLife): string {
  if (eol === undefined) return 'is no longer supported';
  return `reached its end of life ${eol.split('-').length === 3 ? 'on' : 'in'} ${eol}`;
}
