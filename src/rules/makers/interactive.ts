import type { Dockerfile, Instruction, Stage } from '../../dockerfile/model.ts';
import { stageChain } from '../../dockerfile/stage-chain.ts';
import { flag } from '../../engine/options.ts';
import { defineRule, type Rule } from '../../engine/rule.ts';
import { insertAfter } from '../../fixers/words.ts';
import { commandsOf } from '../../shell/commands.ts';
import { runOf } from '../../shell/kept-caches.ts';
import { UNKNOWN, type Action } from '../../shell/managers/manager.ts';
import { headSpan, packageOperations, type PackageOperation } from '../../shell/operations.ts';
import { templateOf } from '../../shell/words.ts';
import { memoMap } from '../../text/memo-map.ts';

interface Spec {
  readonly id: string;
  /** As the summary calls them. */
  readonly name: string;
  readonly managers: readonly string[];
  /** What answers the questions, and behind which word it goes. */
  readonly answer: string;
  readonly behind: 'program' | 'subcommand';
  /** The codes of other linters, and what of it they report. */
  readonly aliases: readonly [string, ...string[]];
  readonly isPeers: (operation: PackageOperation) => boolean;
  /** Where some versions of a manager ask nothing: whether the one that is called surely asks. */
  readonly asksHere?: (operation: PackageOperation) => boolean;
}

const ASKING: readonly Action[] = ['install', 'upgrade', 'dist-upgrade', 'remove'];
const DRY_RUNS = ['-s', '--simulate', '--just-print', '--dry-run', '--print-uris', '--assume-no', '--assumeno'];

/** A rule on a package manager that asks before it acts, in a build where nobody answers. */
export function interactive(spec: Spec): Rule {
  const { id, name, managers, answer, behind, aliases, isPeers, asksHere = () => true } = spec;
  return defineRule({
    id,
    summary: `Run ${name} without questions`,
    category: 'reproducibility',
    severity: 'error',
    applies: 'any',
    fixable: 'safe',
    aliases,
    codes: Object.fromEntries(aliases.map(alias => [alias, 'asks'])),
    hadolint: 'warning',
    options: {
      unsure: flag({
        about: 'Report also where a variable may hold the flag, or the program may be a version that asks nothing.',
        default: false,
      }),
    },
    presetOptions: { hadolint: { unsure: true } },

    messages: {
      asks: '`{command}` asks before it goes on, and a build has nobody to answer: it aborts or hangs.',
      asksToo: '`{command}` asks before it goes on, and a build has nobody to answer: it aborts or hangs.',
    },

    check(dockerfile, report, { unsure }) {
      for (const run of dockerfile.instructions.flatMap(instruction => runOf(instruction) ?? [])) {
        const hasYes = commandsOf(run).some(command => command.name === 'yes');
        for (const operation of packageOperations(run)) {
          if (!managers.includes(operation.manager.name) || !asks(operation)) continue;
          if (!unsure && (mayHoldFlag(operation) || !asksHere(operation))) continue;
          if (hasYes || isAnswered(operation) || isSetBefore(dockerfile, run, operation)) continue;
          const { command, program, subcommandWord = program } = operation;
          const edit = insertAfter(dockerfile, command, behind === 'program' ? program : subcommandWord, answer);
          report(isPeers(operation) ? 'asks' : 'asksToo', {
            at: headSpan(operation),
            data: { command: `${operation.manager.name} ${operation.subcommand}` },
            fix: edit && { title: `Add ${answer}`, safety: 'safe', edits: [edit] },
          });
        }
      }
    },
  });
}

function asks(operation: PackageOperation): boolean {
  const { manager, action, assumesYes } = operation;
  if (manager.assumeYes === undefined || assumesYes) return false;
  return ASKING.includes(action) && !operation.has(...DRY_RUNS);
}

function mayHoldFlag({ command }: PackageOperation): boolean {
  return command.words.some(word => templateOf(word).startsWith(UNKNOWN));
}

/** True where something may answer: a pipe or a file. What `xargs` runs reads from nowhere. */
function isAnswered({ command, isFedByXargs }: PackageOperation): boolean {
  const isPiped = command.before === '|' || command.before === '|&';
  const isRead = command.redirects.some(({ operator, target }) => operator[0] === '<' && target?.value !== '/dev/null');
  return isRead || (isPiped && !isFedByXargs);
}

/** True where something up to here, in the stage or those below, writes the manager's own setting for it. */
function isSetBefore(dockerfile: Dockerfile, { stage, span }: Instruction, { manager }: PackageOperation): boolean {
  const { assumeYesSetting } = manager;
  if (assumeYesSetting === undefined || stage === undefined) return false;
  return stageChain(stage).some(each => firstMention(dockerfile, each, assumeYesSetting) < span[1]);
}

const mentions = memoMap<Stage, Map<RegExp, number>>();

function firstMention({ text }: Dockerfile, stage: Stage, pattern: RegExp): number {
  const known = mentions.get(stage) ?? new Map<RegExp, number>();
  mentions.set(stage, known);
  let found = known.get(pattern);
  if (found === undefined) {
    const at = text.slice(...stage.span).search(pattern);
    found = at === -1 ? Infinity : stage.span[0] + at;
    known.set(pattern, found);
  }
  return found;
}
