import type { BuildContext } from '../../context/build-context.ts';
import { isWholeContext, localSources } from '../../context/local-sources.ts';
import type { Dockerfile } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { commandsOf } from '../../shell/commands.ts';

export default defineRule({
  id: 'copy-git-directory',
  summary: 'Keep .git out of what is copied',
  category: 'cache',
  severity: 'info',
  applies: 'any',
  wholeFile: true,
  fixable: 'unsafe',

  messages: {
    copied: '`{source}` copies .git with the rest, so every commit and every fetch builds the steps below anew.',
  },

  check(dockerfile, report, _options, { context }) {
    // Without an ignore file more than .git gets in: that is dockerignore-missing's to say.
    if (context?.ignoreFile === undefined || !letsGitIn(context) || usesGit(dockerfile)) return;
    const [source] = dockerfile.instructions.flatMap(localSources).filter(({ path }) => isWholeContext(path));
    if (source === undefined) return;
    report('copied', { at: source.word.span, data: { source: source.word.text }, fix: ignoring(context.ignoreFile) });
  },
});

function letsGitIn(context: BuildContext): boolean {
  return context.stat('.git/HEAD') !== undefined && !context.ignores('.git/HEAD');
}

/** True where a step asks git for something, a version above all. */
function usesGit({ instructions, text }: Dockerfile): boolean {
  return (
    instructions.some(instruction => commandsOf(instruction).some(({ name }) => name === 'git')) ||
    instructions.some(({ span }) => /(?:^|[\s/=])\.git(?:[\s/,]|$)/m.test(text.slice(...span)))
  );
}

function ignoring({ path, text }: { readonly path: string; readonly text: string }): Fix {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text === '' || text.endsWith('\n') ? text : text + end;
  return { title: `Add .git to ${path}`, safety: 'unsafe', edits: [], files: [{ path, text: `${before}.git${end}` }] };
}
