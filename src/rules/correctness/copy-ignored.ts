import type { BuildContext } from '../../context/build-context.ts';
import { cleanPath } from '../../context/clean-path.ts';
import { escapesContext, hasWildcards, matchSources } from '../../context/copy-match.ts';
import { parseDockerignore, type Ignore, type IgnorePattern } from '../../context/dockerignore.ts';
import { localSources } from '../../context/local-sources.ts';
import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'copy-ignored',
  summary: 'Copy nothing that .dockerignore keeps out',
  category: 'correctness',
  severity: 'warning',
  applies: 'any',
  aliases: ['CopyIgnoredFile'],

  messages: {
    ignored: '`{path}` never reaches the build: line {line} of {file}, `{pattern}`, keeps it out.',
  },

  check({ instructions }, report, _options, { context }) {
    if (context?.ignoreFile === undefined) return;
    const { path: file, text } = context.ignoreFile;
    const ignore = parseDockerignore(text);
    for (const instruction of instructions) {
      for (const { word, path } of localSources(instruction)) {
        const by = escapesContext(path) ? undefined : ignoredBy(context, ignore, cleanPath(`/${path}`).slice(1));
        if (by === undefined) continue;
        const pattern = text.slice(...by.span);
        report('ignored', { at: word.span, data: { path, line: String(by.line), file, pattern } });
      }
    }
  },
});

/** The line that keeps out all of what a source names. */
function ignoredBy(context: BuildContext, ignore: Ignore, path: string): IgnorePattern | undefined {
  // Of the root itself no line decides; with these nothing is left of it.
  if (path === '') {
    const isAllowList = ignore.patterns.some(({ negated }) => negated);
    return isAllowList ? undefined : ignore.patterns.find(({ text }) => ['*', '**', '**/*'].includes(text));
  }
  const by = ignore.decidedBy(path);
  if (by === undefined || by.negated) return undefined;
  // A file below may be let in again, and a wildcard may stand for what no line names.
  const isOpen = hasWildcards(path) || ignore.patterns.some(({ negated }) => negated);
  return isOpen && (context.isTruncated() || matchSources(context, path).length > 0) ? undefined : by;
}
