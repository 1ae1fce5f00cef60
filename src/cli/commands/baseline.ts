import { makeBaseline, writeBaseline } from '../../config/baseline.ts';
import { failureLine } from '../../reporters/report.ts';
import { plural } from '../../reporters/summary.ts';
import { refuseNoFolder } from '../context-folder.ts';
import { discover } from '../discover.ts';
import { complain } from '../failure.ts';
import { pathInBaseline } from '../finding-filter.ts';
import { lintFiles } from '../lint-files.ts';
import type { RunOptions } from '../lint-options.ts';
import { writeOutput } from '../outputs.ts';
import type { ExitCode } from '../program.ts';
import { progressOf } from '../progress.ts';
import { openSettings } from '../settings.ts';
import { openShellcheck } from '../shellcheck.ts';

/** `plimsoll baseline`: records what is found today. */
export async function baseline(
  paths: readonly string[],
  options: RunOptions & { readonly output: string },
): Promise<ExitCode> {
  if (options.context !== undefined) refuseNoFolder(options.context);
  const { targets, failures } = await discover(paths);
  const files = new Map<string, ReadonlyMap<string, number>>();
  let count = 0;
  const work = {
    settings: openSettings(options),
    context: options.context,
    repair: undefined,
    shellcheck: openShellcheck(),
  };
  const left = await lintFiles(targets, work, progressOf(targets.length, true), file => {
    const made = makeBaseline([{ ...file, path: pathInBaseline(options.output, file.path) }]);
    for (const [path, prints] of made.files) files.set(path, prints);
    count += file.findings.length;
  });
  const all = [...failures, ...left.failures];
  for (const one of all) complain(failureLine(one));
  if (all.length > 0) return 2;
  writeOutput(options.output, writeBaseline({ files }));
  process.stderr.write(`${options.output}: ${plural(count, 'finding')} in ${plural(files.size, 'file')}\n`);
  return 0;
}
