import type { BuildContext } from '../../context/build-context.ts';
import { isRemoteSource } from '../../context/local-sources.ts';
import type { CopyInstruction, Word } from '../../dockerfile/model.ts';
import { expand } from '../../dockerfile/variables.ts';
import { flag } from '../../engine/options.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { replaceKeyword } from '../../fixers/instructions.ts';

/** What COPY does not take: they are about fetching and unpacking. */
const ADD_ONLY = ['checksum', 'keep-git-dir', 'unpack'];
const BOTH = ['chown', 'chmod', 'link', 'exclude'];
const ARCHIVE = /\.(?:tar|t[a-z]z2?|tb2|tz2?|Z|bz2|gz|lz|lzma|lzo|xz|zst)$/i;
/** Endings that a pattern or a name may stand for an archive with. */
const OPEN_ENDED = /[*?\]]$/;

/** How sure it is that a source is copied as it stands. */
type Certainty = 'plain' | 'likely' | 'unknown' | 'needed';

export default defineRule({
  id: 'add-instead-of-copy',
  summary: 'Use COPY, not ADD, for plain files and folders',
  category: 'correctness',
  severity: 'warning',
  applies: 'any',
  fixable: 'safe',
  aliases: ['DL3020', 'DS-0005'],
  hadolint: 'error',
  options: {
    unknown: flag({ about: 'Report sources too of which it is not known what they are.', default: false }),
  },
  presetOptions: { hadolint: { unknown: true } },

  messages: {
    plain: 'ADD only copies `{sources}` here; COPY says so, and neither fetches nor unpacks what comes later.',
  },

  check(dockerfile, report, { unknown }, { context }) {
    for (const instruction of dockerfile.instructions) {
      if (instruction.keyword !== 'ADD' || instruction.heredocs.length > 0) continue;
      const { sources, destination, flags, keywordSpan } = instruction;
      if (destination === undefined || flags.some(({ name }) => ADD_ONLY.includes(name))) continue;
      const certainties = sources.map(source => certaintyOf(instruction, source, context));
      if (certainties.includes('needed') || (certainties.includes('unknown') && !unknown)) continue;

      const fix: Fix = {
        title: 'Use COPY',
        safety: certainties.every(certainty => certainty === 'plain') ? 'safe' : 'unsafe',
        edits: [replaceKeyword(dockerfile, instruction, 'COPY')],
      };
      const named = sources.map(({ text }) => text).join(' ');
      report('plain', {
        at: keywordSpan,
        data: { sources: named },
        fix: certainties.includes('unknown') || !flags.every(({ name }) => BOTH.includes(name)) ? undefined : fix,
      });
    }
  },
});

function certaintyOf(instruction: CopyInstruction, source: Word, context: BuildContext | undefined): Certainty {
  const { value, certain } = expand(instruction, source);
  const written = value === undefined || value === '' ? source.text : value;
  if (isRemoteSource(written) || ARCHIVE.test(written)) return 'needed';
  if (value === undefined || value === '') return 'unknown';
  if (!certain) return 'likely';
  if (value.endsWith('/') || /(?:^|\/)\.{1,2}$/.test(value)) return 'plain';
  const facts = context?.stat(value.replace(/^\.?\/+/, ''));
  if (facts?.kind === 'folder') return 'plain';
  if (OPEN_ENDED.test(value)) return 'likely';
  const name = value.slice(value.lastIndexOf('/') + 1);
  // ADD looks into the file: `ADD rootfs /` may well unpack one.
  const isRoot = instruction.destination?.text === '/';
  if (/\.\w+$/.test(name)) return 'plain';
  return isRoot ? 'unknown' : 'likely';
}
