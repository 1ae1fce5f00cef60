import { flag, strings } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { officialName } from '../../images/official-name.ts';
import { matchesWhole } from '../../text/glob.ts';

const MOVING = ['latest', 'latest-*'];
const ALSO_MOVING =
  'stable edge nightly rolling testing unstable sid current mainline lts next canary beta alpha rc main master dev alpine slim';

export default defineRule({
  id: 'base-image-latest',
  summary: 'Name a version of the base image, not `latest`',
  category: 'reproducibility',
  severity: 'warning',
  applies: 'any',
  aliases: ['DL3007', 'DS-0001'],
  hadolint: 'warning',
  presetOptions: {
    strict: { ownImages: true, tags: [...MOVING, ...ALSO_MOVING.split(' ').flatMap(tag => [tag, `${tag}-*`])] },
    hadolint: { tags: ['latest'], argDefaults: false },
  },

  options: {
    tags: strings({ about: 'Globs of tags that move on with every release.', default: MOVING }),
    argDefaults: flag({ about: 'Judge a tag that is a variable by the default of its ARG.', default: true }),
    ownImages: flag({
      about: 'Do so for images that are not official ones too, whose tag whoever builds hands in.',
      default: false,
    }),
  },

  messages: {
    moving: '`{image}` is another image after each release, so a build that works today may not work tomorrow.',
  },

  check({ stages }, report, { tags, argDefaults, ownImages }) {
    for (const { base, from } of stages) {
      if (base.kind !== 'image' || from.image === undefined) continue;
      const { tag, digest, text } = base.image;
      if (tag === undefined || digest !== undefined || !tags.some(glob => matchesWhole(glob, tag))) continue;
      const isWritten = from.image.text.replace(/["']$/, '').endsWith(`:${tag}`);
      const isOwn =
        /:[^/:]*$/.test(from.image.text.replaceAll(/:[-+?][^}]*/g, '')) && officialName(base.image).includes('/');
      if (!isWritten && (!argDefaults || (isOwn && !ownImages))) continue;
      // `latest-rust-1.95`: what the image is for is fixed.
      if (/^latest-.*\d/.test(tag) && !tags.includes(tag)) continue;
      report('moving', { at: from.image.span, data: { image: text } });
    }
  },
});
