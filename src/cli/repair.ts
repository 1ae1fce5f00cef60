import { statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fixAll, type FixOptions, type FixResult } from '../engine/fix.ts';
import { nameIndex } from '../engine/names.ts';
import type { Meta } from '../engine/rule.ts';
import { failure, isFailure, reasonOf } from './failure.ts';
import { toPosix } from './gitignore.ts';
import type { LintOptions } from './lint-options.ts';
import type { Job, Outcome } from './lint-files.ts';
import { readSource } from './read-source.ts';
import { unifiedDiff } from './unified-diff.ts';
import { writeAtomically } from './write-atomically.ts';

/** Where texts go, repaired or as they were. */
export interface Sink {
  put(job: Job, result: FixResult, contextFolder: string): void;
}

/** Fixes a file as far as it is allowed, and puts the result into the sink. */
export function repairer({ fixUnsafe, fixOnly, context }: LintOptions, sink: Sink): (job: Job) => Outcome {
  return job => {
    const { source, settings, invocation, options } = job;
    const only = fixOnly?.flatMap(name => idsOf(name, settings.catalogue));
    const allowed: FixOptions = { ...options, allow: fixUnsafe ? 'unsafe' : 'safe', ...(only && { only }) };
    const result = fixAll(source.text, settings.configured, invocation, allowed);
    sink.put(job, result, context ?? dirname(job.path));
    return { text: result.text, result: result.remaining, applied: result.applied, rejected: result.rejected };
  };
}

/** The rules that a name of `--fix-only` stands for. */
function idsOf(name: string, catalogue: readonly Meta[]): string[] {
  const index = nameIndex(catalogue);
  const ids = index.find(name).map(({ rule }) => rule.id);
  if (ids.length > 0) return ids;
  const near = index.suggest(name);
  throw failure(`--fix-only: there is no rule \`${name}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`);
}

/** Writes to the files themselves; throws a failure that says which of them could not be written. */
export const diskSink: Sink = {
  put({ path, source }, { text, files }, contextFolder) {
    // Files beside the Dockerfile come first: a Dockerfile that counts on a .dockerignore is not left without it.
    for (const [name, content] of files) write(join(contextFolder, name), Buffer.from(content), undefined);
    if (text !== source.text) write(path, encode(text, source.encoding), source.bytes);
  },
};

/** Writes the repaired text to standard output; other files are left to runs that know where they are. */
export const outputSink: Sink = {
  put({ source }, { text }) {
    process.stdout.write(encode(text, source.encoding));
  },
};

function encode(text: string, encoding: 'utf8' | 'latin1'): Buffer {
  const bytes = Buffer.from(text, encoding);
  if (bytes.toString(encoding) !== text)
    throw failure('its fixes cannot be written in its encoding: save it as UTF-8 first');
  return bytes;
}

function write(path: string, bytes: Buffer, expected: Buffer | undefined): void {
  try {
    writeAtomically(path, bytes, expected);
  } catch (error) {
    throw failure(`cannot be written: ${isFailure(error) ? error.message : reasonOf(error)}`);
  }
}

/** Collects unified diffs instead of writing. */
export function diffSink(patches: string[]): Sink {
  return {
    put({ path, source }, { text, files }, contextFolder) {
      if (text !== source.text) patches.push(unifiedDiff(path, source.text, text));
      for (const [name, content] of files) {
        const other = toPosix(relative('.', resolve(contextFolder, name)));
        patches.push(unifiedDiff(other, currentText(join(contextFolder, name)), content));
      }
    },
  };
}

function currentText(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false }) ? readSource(path, Infinity)?.text : undefined;
}
