import type { BuildContext } from '../../context/build-context.ts';
import { mayBeBuilt } from '../../context/build-outputs.ts';
import { folderOf, nameOf } from '../../context/clean-path.ts';
import { laterIn, namedSources } from '../../context/fits-context.ts';
import { defineRule } from '../../engine/rule.ts';
import { nearest } from '../../text/nearest.ts';

export default defineRule({
  id: 'copy-missing',
  summary: 'Copy what the build context has',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  wholeFile: true,

  messages: {
    missing: 'The build context has no `{path}`{hint}',
  },

  check(dockerfile, report, _options, { context }) {
    if (context === undefined) return;
    const named = namedSources(dockerfile).filter(({ path }) => !mayBeBuilt(path));
    const comesLater = laterIn(context);
    const missing = named.filter(
      ({ path }) => context.stat(path) === undefined && !context.ignores(path) && !comesLater(path),
    );
    // Where nothing at all is found, or folders are from a root that is not here, the context is likely to be another folder.
    const isContext = named.some(one => !missing.includes(one) && !one.path.startsWith('.'));
    const isAbove = missing.length * 2 >= named.length;
    for (const { word, path } of new Map(missing.toReversed().map(one => [one.path, one])).values()) {
      const meant = nearName(context, path);
      const [first = '', ...rest] = path.split('/');
      const isElsewhere = isAbove && rest.length > 0 && context.stat(first) === undefined;
      if ((!isContext || isElsewhere) && !isMisspelt(path, meant)) continue;
      report('missing', {
        at: word.span,
        data: { path, hint: meant === undefined ? '.' : `; did you mean \`${meant}\`?` },
      });
    }
  },
});

/** True for a file of the same kind: `app` may be what is made of `app.go`. */
function isMisspelt(path: string, meant: string | undefined): boolean {
  const extension = /\.\w+$/.exec(path)?.[0];
  return extension !== undefined && meant?.endsWith(extension) === true;
}

/** A file or folder in the same folder with nearly the same name. */
function nearName(context: BuildContext, path: string): string | undefined {
  const folder = folderOf(path);
  const prefix = folder === '' ? '' : `${folder}/`;
  const beside = new Set(
    context.files().flatMap(file => (file.startsWith(prefix) ? (file.slice(prefix.length).split('/')[0] ?? []) : [])),
  );
  const meant = nearest(nameOf(path), beside);
  return meant === undefined ? undefined : prefix + meant;
}
