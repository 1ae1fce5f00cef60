import type { Dockerfile, Instruction, Stage } from '../dockerfile/model.ts';
import { commandsOf } from './commands.ts';
import { readersOfOldIndex } from './index-use.ts';
import { runOf } from './kept-caches.ts';
import type { Ecosystem } from './managers/manager.ts';
import type { ShellCommand } from './model.ts';
import { packageOperations } from './operations.ts';
import { shellNamed } from './which-shell.ts';

/** `perhaps`: a script that is not seen may do so. */
export type Reliance = 'yes' | 'perhaps' | 'no';

/** Whether what is built on an instruction reads the package index that it left: installs without an update of its own. */
export function indexUsedAfter(dockerfile: Dockerfile, instruction: Instruction, ecosystem: Ecosystem): Reliance {
  let found: Reliance = 'no';
  for (const later of instructionsAfter(dockerfile, instruction)) {
    const own = reliance(later, ecosystem);
    if (own === 'yes') return 'yes';
    if (own === 'perhaps') found = own;
  }
  return found;
}

/** The rest of the instruction's stage, and all of the stages that are built on it. */
function instructionsAfter(dockerfile: Dockerfile, { stage, index }: Instruction): readonly Instruction[] {
  if (stage === undefined) return [];
  const found = stage.instructions.filter(later => later.index > index);
  const waiting = [...builtOn(dockerfile, stage)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(...next.instructions);
    waiting.push(...builtOn(dockerfile, next));
  }
  return found;
}

const memo = new WeakMap<Dockerfile, ReadonlyMap<Stage, readonly Stage[]>>();

/** The stages whose FROM names a stage. A stage stands above those built on it, so there is no circle. */
function builtOn(dockerfile: Dockerfile, stage: Stage): readonly Stage[] {
  let byBase = memo.get(dockerfile);
  if (byBase === undefined) {
    const found = new Map<Stage, Stage[]>();
    for (const other of dockerfile.stages) {
      if (other.base.kind === 'stage') found.set(other.base.stage, [...(found.get(other.base.stage) ?? []), other]);
    }
    memo.set(dockerfile, (byBase = found));
  }
  return byBase.get(stage) ?? [];
}

const reliances = new WeakMap<Instruction, Map<Ecosystem, Reliance>>();

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
