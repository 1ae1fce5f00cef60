import { between } from '../../dockerfile/build-file.ts';
import { stageChain } from '../../dockerfile/stage-chain.ts';
import type { Dockerfile, Instruction, RunInstruction } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { insertBefore } from '../../fixers/command-order.ts';
import { removeInstruction } from '../../fixers/instructions.ts';
import { chainOf, commandsAfter, itemOf } from '../../shell/commands.ts';
import { mayReadUnseen, readersOfOldIndex, unreadUpdates } from '../../shell/index-use.ts';
import { operationsOf, type PackageOperation } from '../../shell/operations.ts';

const ECOSYSTEMS = ['debian', 'alpine'];

export default defineRule({
  id: 'apt-update-alone',
  summary: 'Update the package index in the RUN that installs',
  category: 'cache',
  severity: 'error',
  applies: 'any',
  fixable: 'safe',
  aliases: ['DS-0017'],
  severities: { unread: 'info' },

  messages: {
    stale:
      '`{update}` is a layer of its own, which the cache keeps: `{install}` in line {line} then asks for packages by an old index.',
    unread: '`{update}` has a layer of its own, and nothing that is installed later reads it.',
  },

  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      for (const run of stage.instructions) {
        const update = run.keyword === 'RUN' && unreadUpdates(run).find(isPlainUpdate);
        if (run.keyword !== 'RUN' || !update) continue;
        const { ecosystem } = update.manager;
        const later = runsAfter(dockerfile, run, ecosystem);
        const readers = later.flatMap(each => readersOfOldIndex(each, ecosystem).slice(0, 1));
        const [first] = readers;
        const details = { at: update.command.span, data: { update: textOf(update) } };
        if (first === undefined) {
          if (!isTrial(update) && !later.some(each => mayReadUnseen(each, ecosystem))) report('unread', details);
        } else {
          const line = String(first.command.script.instruction.firstLine);
          const fix = moved(dockerfile, run, update, readers);
          report('stale', { ...details, data: { ...details.data, install: textOf(first), line }, fix });
        }
      }
    }
  },
});

function isPlainUpdate({ manager, command }: PackageOperation): boolean {
  return ECOSYSTEMS.includes(manager.ecosystem) && command.within.length === 0;
}

/** True where a source is added and the index thrown away again: that shows whether the source can be read. */
function isTrial({ command }: PackageOperation): boolean {
  const cleans = commandsAfter(command).some(
    later => later.name === 'rm' || operationsOf(later).some(({ action }) => action === 'clean'),
  );
  return cleans && /\/etc\/ap[tk]\//.test(command.script.instruction.body.text);
}

function textOf({ program, subcommand }: PackageOperation): string {
  return `${program.text} ${subcommand}`;
}

/** The later RUNs of its stage up to the next such update; behind the last one, those of the stages built on it too. */
function runsAfter({ stages }: Dockerfile, run: RunInstruction, ecosystem: string): readonly RunInstruction[] {
  const { stage } = run;
  const own = stage?.instructions.slice(stage.instructions.indexOf(run) + 1) ?? [];
  const next = own.findIndex(
    one => one.keyword === 'RUN' && unreadUpdates(one).some(({ manager }) => manager.ecosystem === ecosystem),
  );
  const built = stages.filter(
    one => next === -1 && stage !== undefined && one !== stage && stageChain(one).includes(stage),
  );
  return [
    ...own.slice(0, next === -1 ? undefined : next),
    ...built.flatMap(({ instructions }) => instructions),
  ].flatMap(one => (one.keyword === 'RUN' ? one : []));
}

/** Instructions that an update may be moved over: they change neither what it fetches nor who runs it. */
const PASSABLE = [
  'ENV',
  'ARG',
  'LABEL',
  'WORKDIR',
  'EXPOSE',
  'VOLUME',
  'CMD',
  'ENTRYPOINT',
  'STOPSIGNAL',
  'HEALTHCHECK',
];

function moved(
  dockerfile: Dockerfile,
  run: RunInstruction,
  update: PackageOperation,
  readers: readonly PackageOperation[],
): Fix | undefined {
  const target = readers[0]?.command.script.instruction;
  const items = chainOf(update.command.script);
  const item = itemOf(update.command);
  if (target === undefined || target.stage !== run.stage) return undefined;
  if (items.length !== 1 || item === undefined || run.flags.length > 0) return undefined;
  const passed = between(run, target);
  if (passed.some(({ keyword }) => keyword === 'USER' || keyword === 'SHELL')) return undefined;

  const text = dockerfile.text.slice(...item.span);
  const inserted = readers
    .filter(({ command }) => command.script.instruction.stage === run.stage)
    .map(({ command }) => {
      const place = itemOf(command);
      return place === undefined || text.includes('\n') ? undefined : insertBefore(place, text);
    });
  if (inserted.includes(undefined)) return undefined;
  return {
    title: `Run ${textOf(update)} where packages are installed`,
    safety: passed.every(isPassable) ? 'safe' : 'unsafe',
    edits: [removeInstruction(dockerfile, run), ...inserted.filter(edit => edit !== undefined)],
  };
}

function isPassable({ keyword }: Instruction): boolean {
  return PASSABLE.includes(keyword);
}
