import type { Dockerfile } from '../../dockerfile/model.ts';
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

  check(dockerfile, report, _options, { date }) {
    for (const { base, from } of dockerfile.stages) {
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
          nearest === undefined || !isPlain || isCountedOn(dockerfile, image, ended)
            ? undefined
            : { title: `Use ${nearest}`, safety: 'unsafe', edits: [{ span: from.image.span, text: nearest }] },
      });
    }
  },
});

/** True where other instructions name the release too, in a path (`python3.8`) or a list of packages (`buster`). */
function isCountedOn({ text, instructions }: Dockerfile, image: string, { cycle, nearest = '' }: EndOfLife): boolean {
  const names = (reference: string): readonly string[] => reference.split(/[^a-z]+/).filter(name => name.length > 2);
  const gone = names(image).filter(name => !names(nearest).includes(name));
  const hasVersion = (written: string): boolean =>
    written.split(cycle).some((before, index, all) => /[a-z/-]$/.test(before) && !/^\d/.test(all[index + 1] ?? '0'));
  return instructions
    .filter(({ keyword }) => keyword !== 'FROM')
    .map(({ span }) => text.slice(...span))
    .some(written => gone.some(name => written.includes(name)) || (cycle.includes('.') && hasVersion(written)));
}

/** A day has three parts, a month two. */
function when({ eol }: EndOfLife): string {
  if (eol === undefined) return 'is no longer supported';
  return `reached its end of life ${eol.split('-').length === 3 ? 'on' : 'in'} ${eol}`;
}
