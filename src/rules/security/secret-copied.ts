import { copiedSources, type CopiedSource } from '../../context/copied-sources.ts';
import { secretFileAt } from '../../context/secret-files.ts';
import { literalPattern } from '../../context/unwanted.ts';
import type { BuildContext } from '../../context/build-context.ts';
import { localSources } from '../../context/local-sources.ts';
import { cleanPath } from '../../context/clean-path.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { withIgnored } from '../../fixers/dockerignore.ts';

const MOST_NAMED = 3;

export default defineRule({
  id: 'secret-copied',
  summary: 'Copy no files with secrets into the image',
  category: 'security',
  severity: 'error',
  applies: 'layers',
  fixable: 'unsafe',

  messages: {
    named: '`{file}` ({what}) is copied into a layer, where it can be read even after a later step removes it.',
    letIn: '`{source}` brings {files} into a layer, where secrets can be read even after a later step removes them.',
  },

  check({ instructions }, report, _options, { context }) {
    for (const instruction of instructions) {
      if (context === undefined) {
        for (const { word, path } of localSources(instruction)) {
          const file = cleanPath(path);
          const what = secretFileAt(file, () => undefined);
          if (what !== undefined) report('named', { at: word.span, data: { file, what } });
        }
        continue;
      }
      for (const source of copiedSources(instruction, context)) {
        const { word, path, isOneFile } = source;
        const secrets = secretsIn(source, context);
        const [first] = secrets;
        if (first === undefined) continue;
        if (isOneFile) report('named', { at: word.span, data: { file: first.file, what: first.what } });
        else {
          const files = secrets.map(({ file }) => file);
          report('letIn', {
            at: word.span,
            data: { source: path, files: listed(files) },
            fix: asIgnored(context, files),
          });
        }
      }
    }
  },
});

interface Secret {
  readonly file: string;
  readonly what: string;
}

function secretsIn({ path, files, isOneFile }: CopiedSource, context: BuildContext): readonly Secret[] {
  // A file that only the build machine has is judged by its name.
  const wanted =
    isOneFile && files.length === 0 && context.stat(path) === undefined && !context.ignores(path)
      ? [cleanPath(path)]
      : files;
  return wanted.flatMap(file => {
    const what = secretFileAt(file, asked => context.read(asked));
    return what === undefined ? [] : [{ file, what }];
  });
}

function listed(files: readonly string[]): string {
  const named = files.slice(0, MOST_NAMED).map(file => `\`${file}\``);
  const more = files.length - named.length;
  const last = more > 0 ? `${more} more` : named.pop();
  return named.length === 0 ? `${last}` : `${named.join(', ')} and ${last}`;
}

/** Unsafe: the program may read the file where nothing else gives it the values. */
function asIgnored(context: BuildContext, files: readonly string[]): Fix {
  const title = `Keep ${listed(files).replaceAll('`', '')} out with .dockerignore`;
  return { title, safety: 'unsafe', edits: [], files: withIgnored(context, files.map(literalPattern)) };
}
