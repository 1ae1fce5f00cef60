import { copiedSources } from '../../context/copied-sources.ts';
import { fitsContext } from '../../context/fits-context.ts';
import { unwantedIn, usuallyUnwanted } from '../../context/unwanted.ts';
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
  wholeFile: true,
  fixable: 'safe',

  messages: {
    later: 'There is no .dockerignore, so that `{source}` also takes {what} from the folder that people work in.',
    missing: 'There is no .dockerignore, so that `{source}` brings {what} along.',
  },

  check(dockerfile, report, _options, { context }) {
    if (context === undefined || context.ignoreFile !== undefined || !fitsContext(dockerfile, context)) return;
    const source = dockerfile.instructions
      .flatMap(instruction => copiedSources(instruction, context))
      .find(({ isWhole }) => isWhole);
    if (source === undefined) return;
    const found = unwantedIn(dockerfile, context, source.files);
    const unwanted = found.length > 0 ? found : usuallyUnwanted(dockerfile, context);
    if (unwanted.length === 0) return;
    const names = unwanted.map(({ name }) => `\`${name}\``).slice(0, MOST_NAMED);
    const copied = dockerfile.instructions.flatMap(({ body }) => body.text.split(/\s+/));
    const lines = [...unwanted.map(({ line }) => line), ...ALWAYS.filter(name => !copied.includes(name))];
    report(found.length > 0 ? 'missing' : 'later', {
      at: source.word.span,
      data: { source: source.path, what: names.join(', ') },
      fix: { title: 'Write a .dockerignore', safety: 'safe', edits: [], files: withIgnored(context, lines) },
    });
  },
});
