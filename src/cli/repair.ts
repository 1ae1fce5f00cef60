import { lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fixAll, type FixOptions, type FixResult } from '../engine/fix.ts';
import { nameIndex } from '../engine/names.ts';
import { overlayContext } from '../engine/overlay-context.ts';
import type { Invocation, Meta } from '../engine/rule.ts';
import { failure, isFailure, reasonOf } from './failure.ts';
import type { LintOptions } from './lint-options.ts';
import type { Job, Outcome } from './lint-files.ts';
import { readSource } from './read-source.ts';
import { unifiedDiff } from './unified-diff.ts';
import { writeAtomically } from './write-atomically.ts';

/** Where texts go, repaired or as they were. */
export interface Sink {
  readonly put: (job: Job, result: FixResult) => void;
  /** What earlier files of the run would write into a build context, where it is not on disk yet. */
  readonly pending?: (contextFolder: string) => ReadonlyMap<string, string> | undefined;
}

/** Fixes a file as far as it is allowed, and puts the result into the sink. */
export function repairer({ fixUnsafe, fixOnly }: LintOptions, sink: Sink): (job: Job) => Outcome {
  return job => {
    const { source, settings, options } = job;
    const only = fixOnly?.flatMap(name => idsOf(name, settings.catalogue));
    const allowed: FixOptions = { ...options, allow: fixUnsafe ? 'unsafe' : 'safe', ...(only && { only }) };
    const result = fixAll(source.text, settings.configured, invocationOf(job, sink), allowed);
    sink.put(job, result);
    return { text: result.text, result: result.remaining, applied: result.applied, rejected: result.rejected };
  };
}

function invocationOf({ invocation, contextFolder = '' }: Job, { pending }: Sink): Invocation {
  const files = pending?.(contextFolder);
  const { context } = invocation;
  return context && files ? { ...invocation, context: overlayContext(context, files) } : invocation;
}

/** The rules that a name of `--fix-only` stands for; throws a failure where there is none. */
export function idsOf(name: string, catalogue: readonly Meta[]): string[] {
  const index = nameIndex(catalogue);
  const ids = index.find(name).map(({ rule }) => rule.id);
  if (ids.length > 0) return ids;
  const near = index.suggest(name);
  throw failure(`--fix-only: there is no rule \`${name}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`);
}

/** Writes to the files themselves; throws a failure that says which of them could not be written. */
export const diskSink: Sink = {
  put(job, { text, files }) {
    // Files beside the Dockerfile come first: a Dockerfile that counts on a .dockerignore is not left without it.
    for (const [name, content] of files) writeBeside(job, name, content);
    if (text !== job.source.text) write(job.path, encode(text, job.source.encoding), job.source.bytes);
  },
};

function writeBeside({ invocation: { context }, contextFolder = '.' }: Job, name: string, content: string): void {
  const path = join(contextFolder, name);
  const known = context?.ignoreFile?.path === name ? context.ignoreFile.text : context?.read(name);
  try {
    if (known?.includes('\uFFFD')) throw failure('it is not UTF-8');
    if (known === undefined && lstatSync(path, { throwIfNoEntry: false })) throw failure('it was made meanwhile');
    writeAtomically(path, Buffer.from(content), known === undefined ? undefined : Buffer.from(known));
  } catch (error) {
    throw failure(`${name} cannot be written: ${isFailure(error) ? error.message : reasonOf(error)}`);
  }
}

/** Writes the repaired text to standard output; there is a build context only where `--context` names one. */
export const outputSink: Sink = {
  put(job, { text, files }) {
    for (const [name, content] of files) writeBeside(job, name, content);
    process.stdout.write(encode(text, job.source.encoding));
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

/** Collects what would be written; `patches` has it as unified diffs. */
export function diffSink(): Sink & { readonly patches: () => readonly string[] } {
  const changes = new Map<string, { readonly before: string | undefined; readonly after: string }>();
  const folders = new Map<string, Map<string, string>>();
  return {
    put({ path, source, contextFolder = '.' }, { text, files }) {
      if (text !== source.text) changes.set(path, { before: source.text, after: text });
      for (const [name, content] of files) {
        const other = join(contextFolder, name);
        const before = changes.has(other) ? changes.get(other)?.before : currentText(other);
        changes.set(other, { before, after: content });
        folders.set(contextFolder, (folders.get(contextFolder) ?? new Map<string, string>()).set(name, content));
      }
    },
    pending: folder => folders.get(folder),
    patches: () => Array.from(changes, ([path, { before, after }]) => unifiedDiff(path, before, after)),
  };
}

function currentText(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false }) ? readSource(path, Infinity)?.text : undefined;
}
