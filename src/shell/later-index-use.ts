import type { Dockerfile, Instruction, Stage } from '../dockerfile/model.ts';
import { commandsOf } from './commands.ts';
import { readersOfOldIndex } from './index-use.ts';
import { runOf } from './kept-caches.ts';
import type { Ecosystem } from './managers/manager.ts';
import type { ShellCommand } from './model.ts';
import { packageOperations } from './operations.ts';
import { shellNamed } from './which-shell.ts';
import { memoMap } from '../text/memo-map.ts';

/** `perhaps`: a script that is not seen may do so. */
export type Reliance = 'yes' | 'perhaps' | 'no';

/** Whether what is built on an instruction reads the package index that it left: installs without an update of its own. */
export function indexUsedAfter(dockerfile: Dockerfile, { index }: Instruction, ecosystem: Ecosystem): Reliance {
  return reliancesAfter(dockerfile, ecosystem).get(index) ?? 'no';
}

type ByIndex = ReadonlyMap<number, Reliance>;

const memo = memoMap<Dockerfile, Map<Ecosystem, ByIndex>>();

/** Of the rest of each instruction's stage and all of the stages that are built on it, by the instruction's index. */
function reliancesAfter(dockerfile: Dockerfile, ecosystem: Ecosystem): ByIndex {
  const known = memo.get(dockerfile) ?? new Map<Ecosystem, ByIndex>();
  memo.set(dockerfile, known);
  const found = known.get(ecosystem) ?? walkBack(dockerfile, ecosystem);
  known.set(ecosystem, found);
  return found;
}

/** From the last instruction to the first: a stage stands above those built on it. */
function walkBack({ stages }: Dockerfile, ecosystem: Ecosystem): ByIndex {
  const found = new Map<number, Reliance>();
  const behind = new Map<Stage, Reliance>();
  for (const stage of stages.toReversed()) {
    let after = behind.get(stage) ?? 'no';
    for (const instruction of stage.instructions.toReversed()) {
      found.set(instruction.index, after);
      after = stronger(after, reliance(instruction, ecosystem));
    }
    if (stage.base.kind !== 'stage') continue;
    const { stage: base } = stage.base;
    behind.set(base, stronger(behind.get(base) ?? 'no', after));
  }
  return found;
}

function stronger(one: Reliance, other: Reliance): Reliance {
  return one === 'yes' || other === 'no' ? one : other;
}

const reliances = memoMap<Instruction, Map<Ecosystem, Reliance>>();

function reliance(instruction: Instruction, ecosystem: Ecosystem): Reliance {
  const known = reliances.get(instruction) ?? new Map<Ecosystem, Reliance>();
  reliances.set(instruction, known);
  const found = known.get(ecosystem) ?? relianceOf(instruction, ecosystem);
  known.set(ecosystem, found);
  return found;
}

function relianceOf(instruction: Instruction, ecosystem: Ecosystem): Reliance {
  const run = runOf(instruction);
  if (run === undefined) return 'no';
  if (readersOfOldIndex(run, ecosystem).length > 0) return 'yes';
  const isOwn = packageOperations(run).some(({ manager }) => manager.ecosystem === ecosystem);
  return !isOwn && commandsOf(run).some(runsScript) ? 'perhaps' : 'no';
}

/** True for a command that runs what is not seen here: `./install.sh`, `bash install.sh`, `. ./setup`. */
export function runsScript({ name, words }: ShellCommand): boolean {
  if (name === undefined) return true;
  if (name.endsWith('.sh') || name === '.' || name === 'source') return true;
  if (shellNamed(name) === undefined) return words[0]?.unquoted.startsWith('./') === true;
  const args = words.slice(1).map(({ unquoted }) => unquoted);
  return !args.some(text => /^-[a-z]*[cs]/.test(text)) && args.some(text => !text.startsWith('-'));
}
