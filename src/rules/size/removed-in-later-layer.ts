import type { BuildContext } from '../../context/build-context.ts';
import type { Instruction } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import { bindInstead } from '../../fixers/bind-mount.ts';
import { broughtBy, type Brought } from '../../context/brought-paths.ts';
import { pathAndFolders } from '../../images/paths.ts';
import { pathAt } from '../../images/run-paths.ts';
import { commandsOf } from '../../shell/commands.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { packageOperations, type PackageOperation } from '../../shell/operations.ts';
import type { PackageArgument } from '../../shell/packages.ts';
import { removedPaths, takesAlong } from '../../shell/removals.ts';

export default defineRule({
  id: 'removed-in-later-layer',
  summary: 'Remove files and packages in the layer that brings them',
  category: 'size',
  severity: 'warning',
  applies: 'layers',
  fixable: 'unsafe',

  messages: {
    path: '`{path}` is hidden here, not removed: its bytes stay in the layer of the {keyword} before.',
    package: '`{name}` is hidden here, not removed: its bytes stay in the layer of the RUN that installs it.',
  },

  check(dockerfile, report, _options, { context }) {
    for (const { instructions } of dockerfile.stages) {
      const brought = broughtSoFar();
      const installed = new Set<string>();
      for (const instruction of instructions) {
        for (const { command, what } of removals(instruction, brought, context)) {
          const data = { path: what.path, keyword: what.instruction.keyword };
          report('path', { at: command.span, data, fix: bindInstead(dockerfile, what, command) });
        }
        const [late] = removedPackages(instruction, installed);
        if (late !== undefined) report('package', { at: late.word.span, data: { name: late.text } });
        for (const one of broughtBy(instruction)) brought.add(one);
        for (const name of installedNames(instruction)) installed.add(name);
      }
    }
  },
});

interface Removal {
  readonly command: ShellCommand;
  readonly what: Brought;
}

/** The first thing of weight that each command removes and that an earlier instruction brought. */
function removals(instruction: Instruction, brought: SoFar, context: BuildContext | undefined): readonly Removal[] {
  if (instruction.keyword !== 'RUN') return [];
  return commandsOf(instruction).flatMap(command => {
    if (sparesSome(command)) return [];
    const removed = removedPaths(command).flatMap(path => pathAt(command, path) ?? []);
    const [what] = removed
      .flatMap(
        path =>
          brought
            .below(path)
            .find(
              one => takesAlong(path, one.path) && isHeavy(one, path === one.path ? command : undefined, context),
            ) ?? [],
      )
      .toSorted((a, b) => a.instruction.index - b.instruction.index);
    return what === undefined ? [] : [{ command, what }];
  });
}

/** `find … -name '*.pyc' -delete`: which files go is not known. */
function sparesSome({ name, words }: ShellCommand): boolean {
  const tests = /^-(?:i?(?:name|path|wholename|regex)|size|empty|type|perm|user|group|newer\w*|[acm](?:time|min))$/;
  return name === 'find' && words.some(({ unquoted }) => tests.test(unquoted));
}

/** What the instructions of a stage brought so far. */
interface SoFar {
  add(one: Brought): void;
  /** What a removed path may take along: all that is at it or below it, or beside it where it ends in a wildcard. */
  below(path: string): readonly Brought[];
}

function broughtSoFar(): SoFar {
  const byFolder = new Map<string, Brought[]>();
  const put = (folder: string, one: Brought): void => {
    const found = byFolder.get(folder) ?? [];
    found.push(one);
    byFolder.set(folder, found);
  };
  return {
    add(one) {
      for (const folder of pathAndFolders(one.path)) put(folder === '/' ? '' : folder, one);
    },
    below: path => byFolder.get(/[*?[]/.test(path) ? path.slice(0, path.lastIndexOf('/')) : path) ?? [],
  };
}

const LEAST_BYTES = 100_000;
const ARCHIVE =
  /\.(?:tar(?:\.\w+)?|t[gbx]z2?|zip|7z|gz|xz|bz2|zst|deb|rpm|apk|whl|jar|war|iso|run|bin)$|\/Mini(?:conda|forge)[^/]*\.sh$/;

/** By the context where that has it; else an archive, or a folder by its name where `rm -r` removes just that. */
function isHeavy({ source, path }: Brought, removal: ShellCommand | undefined, context: BuildContext | undefined) {
  const facts = source === undefined ? undefined : context?.stat(source);
  if (facts?.kind === 'file') return facts.size >= LEAST_BYTES;
  if (ARCHIVE.test(path) || facts?.kind === 'folder') return true;
  const isRecursive = removal?.words.some(({ unquoted }) => /^-[a-zA-Z]*[rR]|^--recursive$/.test(unquoted)) ?? false;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return isRecursive && name !== '' && !name.includes('.');
}

/** What a RUN removes of the packages that RUNs before it installed. */
function removedPackages(instruction: Instruction, installed: ReadonlySet<string>): readonly PackageArgument[] {
  if (instruction.keyword !== 'RUN' || installed.size === 0) return [];
  const own = new Set(installedNames(instruction));
  return packageOperations(instruction)
    .filter(({ action }) => action === 'remove')
    .flatMap(operation =>
      operation.packages.filter(found => found.name !== undefined && isLate(operation, found.name)),
    );

  function isLate({ manager }: PackageOperation, name: string): boolean {
    const key = `${manager.ecosystem} ${name}`;
    return installed.has(key) && !own.has(key);
  }
}

/** `ecosystem name`; what `apk add --virtual NAME` calls its packages too. */
function installedNames(instruction: Instruction): readonly string[] {
  if (instruction.keyword !== 'RUN') return [];
  return packageOperations(instruction)
    .filter(({ action }) => action === 'install')
    .flatMap(operation =>
      [...operation.packages.map(({ name }) => name), operation.flag('-t', '--virtual')?.value]
        .filter(name => name !== undefined)
        .map(name => `${operation.manager.ecosystem} ${name}`),
    );
}
