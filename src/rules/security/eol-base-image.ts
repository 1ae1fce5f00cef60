import { type ImageReference, parseImageReference } from '../../dockerfile/image-reference.ts';
import type { Dockerfile, Word } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { endOfLife, type EndOfLife } from '../../images/end-of-life.ts';

export default defineRule({
  id: 'eol-base-image',
  summary: 'Build on a release that still gets security fixes',
  category: 'security',
  severity: 'warning',
  applies: 'any',
  wholeFile: true,
  fixable: 'unsafe',

  messages: {
    ended: '`{image}`: {product} {cycle} {when}, so holes that are found in it stay open{nearest}.',
  },

  check(dockerfile, report, _options, { date }) {
    const froms = new Map<string, Word[]>();
    for (const { base, from } of dockerfile.stages) {
      if (base.kind !== 'image' || from.image === undefined) continue;
      froms.set(base.image.text, [...(froms.get(base.image.text) ?? []), from.image]);
    }
    // One image is one cause, however many stages stand on it.
    for (const [text, words] of froms) {
      const image = parseImageReference(text);
      const ended = image && endOfLife(image, date);
      const [first] = words;
      if (image === undefined || ended === undefined || first === undefined) continue;
      const { product, cycle, nearest } = ended;
      report('ended', {
        at: first.span,
        data: {
          image: text,
          product,
          cycle,
          when: when(ended),
          nearest: nearest === undefined ? '' : `; \`${nearest}\` is still looked after`,
        },
        fix: isCountedOn(dockerfile, text, ended) ? undefined : instead(image, words, nearest),
      });
    }
  },
});

/** The supported image wherever the other one stands; behind a variable, or with a digest, the new name would have to go elsewhere. */
function instead(image: ImageReference, words: readonly Word[], nearest: string | undefined): Fix | undefined {
  const isPlain =
    words.every(word => word.text === image.text) && image.digest === undefined && image.tag !== undefined;
  if (nearest === undefined || !isPlain) return undefined;
  const edits = words.map(({ span }) => ({ span, text: nearest }));
  return { title: `Use ${nearest}`, safety: 'unsafe', edits };
}

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
