import type { BuildContext } from '../../context/build-context.ts';
import { folderOf } from '../../context/clean-path.ts';
import { normalName, requirementsClosure } from '../../context/manifests/requirements.ts';
import { placedIn } from '../../context/placed-files.ts';
import type { RunInstruction } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import { NO_MUSL_WHEELS } from '../../images/data/no-musl-wheels.ts';
import { pathAt } from '../../images/run-paths.ts';
import { stateAt } from '../../images/state.ts';
import { runOf } from '../../shell/kept-caches.ts';
import { headSpan, packageOperations, type PackageOperation } from '../../shell/operations.ts';
import type { Span } from '../../text/span.ts';

export default defineRule({
  id: 'alpine-wheels',
  summary: 'Install compiled Python packages where wheels for them exist',
  category: 'portability',
  severity: 'info',
  applies: 'any',

  messages: {
    noWheel: '`{name}` has wheels for glibc only: on Alpine it is compiled from source, or not to be had at all.',
    listed: '`{file}` asks for `{name}`, which has wheels for glibc only: Alpine compiles it, or cannot install it.',
  },

  check({ instructions }, report, _options, { context }) {
    for (const run of instructions.flatMap(instruction => runOf(instruction) ?? [])) {
      for (const operation of packageOperations(run)) {
        if (!asksPyPI(operation) || stateAt(run)?.facts?.libc !== 'musl') continue;
        for (const { kind, name = '', word } of operation.packages) {
          if (kind !== 'registry' || !hasNoWheel(name)) continue;
          report('noWheel', { at: word.span, data: { name } });
        }
        if (context === undefined) continue;
        for (const { file, name, at } of listed(operation, run, context))
          report('listed', { at, data: { file, name } });
      }
    }
  },
});

/** Another index, or a folder of wheels, may have what PyPI has not. */
function asksPyPI(operation: PackageOperation): boolean {
  const { manager, action, subcommand } = operation;
  if (action !== 'install' || (manager.name !== 'pip' && !(manager.name === 'uv' && subcommand === 'pip install')))
    return false;
  return !operation.has(
    '-i',
    '--index-url',
    '--extra-index-url',
    '-f',
    '--find-links',
    '--no-index',
    '--index',
    '--default-index',
  );
}

function hasNoWheel(name: string): boolean {
  return NO_MUSL_WHEELS.has(normalName(name.replace(/\[.*/, '')));
}

interface Listed {
  readonly file: string;
  readonly name: string;
  readonly at: Span;
}

/** The first such package of each requirements file. */
function listed(operation: PackageOperation, run: RunInstruction, context: BuildContext): readonly Listed[] {
  return operation.requirementFiles.flatMap(file => {
    const place = pathAt(operation.command, file);
    const placed =
      place === undefined ? undefined : placedIn(folderOf(place) || '/', run, context).find(one => one.place === place);
    const files = placed === undefined ? [] : requirementsClosure(context, placed.path).files;
    if (files.some(({ indexes }) => indexes.length > 0)) return [];
    const found = files
      .flatMap(({ requirements }) => requirements)
      .find(({ name }) => name !== undefined && hasNoWheel(name));
    const at = operation.flags.find(({ value }) => value === file)?.valueWord?.span ?? headSpan(operation);
    return found?.name === undefined ? [] : [{ file, name: found.name, at }];
  });
}
