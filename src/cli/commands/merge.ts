import { readFileSync } from 'node:fs';
import { mergeReports, type Part } from '../../reporters/merge.ts';
import { failure, reasonOf } from '../failure.ts';
import { writeOutput } from '../outputs.ts';
import type { ExitCode } from '../program.ts';

/** `plimsoll merge`: joins the reports of the parts that `--shard` made. */
export function merge(paths: readonly string[], { output }: { readonly output?: string }): ExitCode {
  const merged = mergeReports(paths.map(read));
  if ('stray' in merged)
    throw failure(`${merged.stray}: it is no JSON or SARIF report of plimsoll, or not of the format of the others`);
  if (output === undefined) process.stdout.write(merged.text);
  else writeOutput(output, merged.text);
  return 0;
}

function read(source: string): Part {
  try {
    return { source, value: JSON.parse(readFileSync(source, 'utf8')) };
  } catch (error) {
    throw failure(`${source}: ${error instanceof SyntaxError ? 'it is no JSON' : reasonOf(error)}`);
  }
}
