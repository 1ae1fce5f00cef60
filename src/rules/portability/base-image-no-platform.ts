import { flagWord } from '../../dockerfile/word-span.ts';
import { expand } from '../../dockerfile/variables.ts';
import { defineRule } from '../../engine/rule.ts';
import { architecturesOf } from '../../images/published.ts';

/** What of the tables' names runs on a platform, the ones that its processors can run as well included. */
const RUNS: Readonly<Record<string, RegExp>> = {
  'linux/amd64': /^(?:amd64|i386)$/,
  'linux/x86_64': /^(?:amd64|i386)$/,
  'linux/arm64': /^arm(?:64|32)/,
  'linux/aarch64': /^arm(?:64|32)/,
  'linux/arm': /^arm32/,
  'linux/386': /^i386$/,
  'linux/ppc64le': /^ppc64le$/,
  'linux/s390x': /^s390x$/,
  'linux/riscv64': /^riscv64$/,
  'linux/mips64le': /^mips64le$/,
  'windows/amd64': /^windows-amd64$/,
};

export default defineRule({
  id: 'base-image-no-platform',
  summary: 'Ask for a platform that the base image is published for',
  category: 'portability',
  severity: 'warning',
  applies: 'any',

  messages: {
    notPublished: '`{image}` is not published for {platform}, so that the build has nothing to start from.',
  },

  check({ stages }, report) {
    for (const { base, from } of stages) {
      const flag = from.flags.find(({ name }) => name === 'platform');
      const word = flag && flagWord(flag);
      if (base.kind !== 'image' || !base.certain || base.image.digest !== undefined || word === undefined) continue;
      const platform = expand(from, word).value?.toLowerCase() ?? '';
      const runs = RUNS[platform.split('/').slice(0, 2).join('/')];
      const published = architecturesOf(base.image);
      if (runs === undefined || published === undefined || published.some(name => runs.test(name))) continue;
      report('notPublished', { at: word.span, data: { image: base.image.text, platform } });
    }
  },
});
