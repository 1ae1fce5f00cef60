import type { Instruction, RunInstruction } from '../../dockerfile/model.ts';
import { everBefore } from '../../dockerfile/ever-before.ts';
import { flag } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { commandsAfter, commandsBefore, commandsOf } from '../../shell/commands.ts';
import { gitSubcommand } from '../../shell/git.ts';
import { runOf } from '../../shell/kept-caches.ts';
import { packageOperations, type PackageOperation } from '../../shell/operations.ts';

const NEWEST = /^(?:latest|none|upgrade|patch)$/;
const BRANCH = /^(?:main|master|trunk|develop|HEAD)$/;
/** The first part of a path has a dot, or the package is of the standard library. */
const HAS_HOST = /^[^/]*\./;

export default defineRule({
  id: 'go-install-unpinned',
  summary: 'Name the version of what `go install` builds',
  category: 'reproducibility',
  severity: 'info',
  applies: 'any',
  aliases: ['DL3062'],
  codes: { DL3062: 'unpinned' },
  hadolint: 'warning',
  options: {
    inModules: flag({
      about: 'Report packages without a version also where a go.mod may say it.',
      default: false,
    }),
    withoutHost: flag({
      about: 'Report also what may be of the standard library or a variable.',
      default: false,
    }),
  },
  presetOptions: { hadolint: { inModules: true, withoutHost: true } },

  messages: {
    unpinned: '`{name}` is whatever version is the newest on the day of the build.',
    branch: '`{name}` is whatever its branch `{branch}` holds on the day of the build.',
  },

  check({ instructions }, report, { inModules, withoutHost }) {
    for (const run of instructions.flatMap(instruction => runOf(instruction) ?? [])) {
      for (const operation of packageOperations(run)) {
        if (operation.manager.name !== 'go' || !['install', 'get', 'run'].includes(operation.subcommand)) continue;
        const packages = operation.subcommand === 'run' ? operation.packages.slice(0, 1) : operation.packages;
        for (const { kind, text, name = text, version, word } of packages) {
          if (kind !== 'registry' && !(withoutHost && kind === 'variable')) continue;
          if (withoutHost ? name === 'tool' : !HAS_HOST.test(name)) continue;
          const at = word.span;
          if (version === undefined ? inModules || isNewest(run, operation) : NEWEST.test(version))
            report('unpinned', { at, data: { name } });
          else if (version !== undefined && BRANCH.test(version))
            report('branch', { at, data: { name, branch: version } });
        }
      }
    }
  },
});

/** True where no go.mod can say which version is meant: nothing has brought one, and no later `git checkout` picks one. */
function isNewest(run: RunInstruction, { command }: PackageOperation): boolean {
  if (hasModule(run) || commandsAfter(command).some(({ name }) => name === 'git')) return false;
  return !commandsBefore(command).some(bringsFiles) && !isCheckedOutLater(run);
}

function isCheckedOutLater({ stage, index }: RunInstruction): boolean {
  const later = stage?.instructions.filter(instruction => instruction.index > index) ?? [];
  return later.flatMap(commandsOf).some(command => gitSubcommand(command) === 'checkout');
}

const hasModule = everBefore(mayBringModule);

function mayBringModule(instruction: Instruction): boolean {
  if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') return true;
  const run = runOf(instruction);
  return run !== undefined && packageOperations(run).some(({ subcommand }) => subcommand.startsWith('mod '));
}

function bringsFiles({ name, words }: PackageOperation['command']): boolean {
  return name === 'git' || name === 'tar' || name === 'unzip' || (name === 'go' && words[1]?.value === 'mod');
}
