import { copiedSources } from '../../context/copied-sources.ts';
import { unwantedIn } from '../../context/unwanted.ts';
import { defineRule } from '../../engine/rule.ts';
import { withIgnored } from '../../fixers/dockerignore.ts';

export default defineRule({
  id: 'dockerignore-leaks',
  summary: 'Let .dockerignore keep out what the host installed',
  category: 'security',
  severity: 'warning',
  applies: 'any',
  wholeFile: true,
  fixable: 'safe',

  messages: {
    leaks:
      '{file} lets `{name}` in: what was installed on this machine gets into the image, over what the build installs.',
  },

  check(dockerfile, report, _options, { context }) {
    if (context?.ignoreFile === undefined) return;
    const { path: file } = context.ignoreFile;
    const seen = new Set<string>();
    for (const { word, files, isOneFile } of dockerfile.instructions.flatMap(one => copiedSources(one, context))) {
      if (isOneFile) continue;
      for (const { name, line, kind } of unwantedIn(dockerfile, context, files)) {
        if (kind !== 'dependencies' || seen.has(name)) continue;
        seen.add(name);
        const title = `Add ${line} to ${file}`;
        report('leaks', {
          at: word.span,
          data: { file, name },
          fix: { title, safety: 'safe', edits: [], files: withIgnored(context, [line]) },
        });
      }
    }
  },
});
