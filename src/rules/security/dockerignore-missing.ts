import { copiedSources } from '../../context/copied-sources.ts';
import { unwantedIn } from '../../context/unwanted.ts';
import { defineRule } from '../../engine/rule.ts';
import { withIgnored } from '../../fixers/dockerignore.ts';

/** No image needs these; they change often enough to spoil the cache. */
const ALWAYS = ['.dockerignore', 'Dockerfile'];
const MOST_NAMED = 4;

export default defineRule({
  id: 'dockerignore-missing',
  summary: 'Keep out of the build what it does not need, with a .dockerignore',
  category: 'security',
  severity: 'info',
  applies: 'any',
  fixable: 'safe',

  messages: {
    missing: 'There is no .dockerignore, so that `{source}` brings {what} along.',
  },

  check(dockerfile, report, _options, { context }) {
    if (context === undefined || context.ignoreFile !== undefined) return;
    const source = dockerfile.instructions
      .flatMap(instruction => copiedSources(instruction, context))
      .find(({ isWhole }) => isWhole);
    if (source === undefined) return;
    const unwanted = unwantedIn(dockerfile, context, source.files);
    if (unwanted.length === 0) return;
    const names = unwanted.map(({ name }) => `\`${name}\``).slice(0, MOST_NAMED);
    const copied = dockerfile.instructions.flatMap(({ body }) => body.text.split(/\s+/));
    const lines = [...unwanted.map(({ line }) => line), ...ALWAYS.filter(name => !copied.includes(name))];
    report('missing', {
      at: source.word.span,
      data: { source: source.path, what: names.join(', ') },
      fix: { title: 'Write a .dockerignore', safety: 'safe', edits: [], files: withIgnored(context, lines) },
    });
  },
});
