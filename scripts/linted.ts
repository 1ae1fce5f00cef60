import { parseArgs } from 'node:util';
import { lint, type LintResult } from '../src/engine/lint.ts';
import { invocationOn } from '../src/engine/rule.ts';
import { preset } from '../src/engine/presets.ts';
import { rules } from '../src/rules/index.ts';
import { filesIn, projectsIn } from './fix-trust/inputs.ts';

export interface Linted extends LintResult {
  /** From the folder on. */
  readonly path: string;
}

/** What the options below mean, for a script's usage. */
export const FOLDER_OPTIONS = `  --projects      only files named as Dockerfiles are, each with its own folder as the build context
  --without TEXT  leave out the files whose path has it; may be given again
  --date DAY      the day of the run (2026-11-15)`;

/** The command line of a script that takes one folder, and what the preset `recommended` finds in its files. */
export function lintedFolder(usage: string): {
  readonly files: readonly Linted[];
  readonly option: (name: 'rule' | 'sample' | 'seed') => string | undefined;
} {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rule: { type: 'string' },
      sample: { type: 'string' },
      seed: { type: 'string' },
      projects: { type: 'boolean', default: false },
      without: { type: 'string', multiple: true, default: [] },
      date: { type: 'string', default: '2026-11-15' },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) {
    console.error(usage);
    process.exit(2);
  }

  const inputs = values.projects ? projectsIn(folder) : filesIn(folder, undefined);
  const files = inputs
    .map(input => ({ ...input, path: input.path.slice(folder.replace(/\/*$/, '/').length) }))
    .filter(({ path }) => !values.without.some(part => path.includes(part)))
    .map(({ path, text, context }) => ({
      path,
      ...lint(text, preset('recommended', rules), invocationOn(values.date, { context }), { catalogue: rules }),
    }));
  return { files, option: name => values[name] };
}
