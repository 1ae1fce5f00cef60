import { cleanPath } from '../../context/clean-path.ts';
import { localSources, isWholeContext, type LocalSource } from '../../context/local-sources.ts';
import { between } from '../../dockerfile/build-file.ts';
import type { CopyInstruction, Dockerfile, RunInstruction } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { moveAbove } from '../../fixers/moves.ts';
import { commandsOf } from '../../shell/commands.ts';
import { isOfDistribution, operationsOf, packageOperations, type PackageOperation } from '../../shell/operations.ts';

export default defineRule({
  id: 'install-before-constant',
  summary: 'Install packages of the distribution before the source is copied',
  category: 'cache',
  severity: 'info',
  applies: 'any',
  fixable: 'unsafe',

  messages: {
    source:
      '`{source}`, copied in line {line}, changes with every edit, and `{install}`, which does not need it, runs anew each time.',
  },

  check(dockerfile, report) {
    for (const { instructions } of dockerfile.stages) {
      let copied: { readonly copy: CopyInstruction; readonly source: LocalSource } | undefined;
      for (const instruction of instructions) {
        const source = localSources(instruction).find(({ path }) => isWholeContext(path));
        if (source !== undefined && isCopy(instruction) && cleanPath(instruction.destination?.text ?? '/') !== '/')
          copied ??= { copy: instruction, source };
        if (instruction.keyword !== 'RUN') continue;
        const install = installOnly(instruction);
        if (install === undefined) {
          // What an unknown step did, the packages may need.
          if (copied !== undefined) break;
        } else if (copied !== undefined) {
          const { program, subcommandWord } = install;
          report('source', {
            at: [program.span[0], (subcommandWord ?? program).span[1]],
            data: {
              source: copied.source.word.text,
              line: String(copied.copy.firstLine),
              install: `${program.text} ${install.subcommand}`,
            },
            fix: moved(dockerfile, copied.copy, instruction),
          });
        }
      }
    }
  },
});

function isCopy(instruction: { readonly keyword: string }): instruction is CopyInstruction {
  return instruction.keyword === 'COPY' || instruction.keyword === 'ADD';
}

/** The install of a RUN that does nothing but install packages by name from the distribution, and tidy up. */
function installOnly(run: RunInstruction): PackageOperation | undefined {
  const isOnly = commandsOf(run).every(command => {
    const operations = operationsOf(command);
    return operations.length === 0
      ? ['rm', 'set', 'true', ':', 'echo'].includes(command.name ?? '') && command.redirects.length === 0
      : operations.every(isOfDistribution);
  });
  if (!isOnly || run.mounts.some(({ type }) => type === 'bind')) return undefined;
  const installs = packageOperations(run).filter(({ action }) => action === 'install');
  const isNamed = installs.every(
    ({ packages, isFedByXargs }) => !isFedByXargs && packages.every(({ kind }) => kind === 'registry'),
  );
  return isNamed ? installs[0] : undefined;
}

/** Settings and accounts in between may be meant for the install. */
function moved(dockerfile: Dockerfile, copy: CopyInstruction, run: RunInstruction): Fix | undefined {
  const passed = between(copy, run);
  if (!passed.every(({ keyword }) => ['WORKDIR', 'LABEL', 'EXPOSE', 'COPY', 'RUN'].includes(keyword))) return undefined;
  if (passed.some(({ keyword }) => keyword === 'RUN')) return undefined;
  return { title: `Install above line ${copy.firstLine}`, safety: 'unsafe', edits: moveAbove(dockerfile, [run], copy) };
}
