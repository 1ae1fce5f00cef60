import type { BuildContext } from '../context/build-context.ts';
import type { CopyInstruction, Dockerfile, Instruction, RunInstruction, Stage, Word } from '../dockerfile/model.ts';
import type { ImageReference } from '../dockerfile/image-reference.ts';
import { factsOf } from '../images/image-facts.ts';
import { expand } from '../dockerfile/variables.ts';
import { commandsOf } from '../shell/commands.ts';
import type { Ecosystem } from './ecosystem.ts';
import { type Effect, effectOf } from './effects.ts';
import type { Evidence, OptimizeOptions } from './plan.ts';
import { memoMap } from '../text/memo-map.ts';

/** One instruction with what it does. */
export interface Act {
  readonly instruction: Instruction;
  /** Of a RUN, one for each command; empty for every other instruction. */
  readonly effects: readonly Effect[];
  /** Absolute; undefined where it hangs on something unknown. What a WORKDIR sets counts from the next instruction on. */
  readonly workdir: string | undefined;
}

export interface StageFacts {
  readonly stage: Stage;
  readonly acts: readonly Act[];
  /** The image at the bottom, through stages; undefined for scratch, contexts and unknown names. */
  readonly image: ImageReference | undefined;
}

/** A build as the recipes see it: the file, its context, and the effects of every step. */
export interface Project {
  readonly dockerfile: Dockerfile;
  readonly context: BuildContext;
  readonly options: OptimizeOptions;
  readonly stages: readonly StageFacts[];
  readonly final: StageFacts;
}

/** Undefined for a file without a stage. */
export function describe(dockerfile: Dockerfile, context: BuildContext, options: OptimizeOptions): Project | undefined {
  const stages = dockerfile.stages.map(stageFacts);
  const final = stages.at(-1);
  return final === undefined ? undefined : { dockerfile, context, options, stages, final };
}

const memo = memoMap<Stage, StageFacts>();

/** Of most stages nobody asks what they do. A class, since V8 keeps a getter of an object's own, and all that it holds, for long. */
class LazyFacts implements StageFacts {
  readonly stage: Stage;
  readonly image: ImageReference | undefined;
  #acts: readonly Act[] | undefined;

  constructor(stage: Stage) {
    this.stage = stage;
    this.image = imageOf(stage);
  }

  get acts(): readonly Act[] {
    return (this.#acts ??= actsOf(this.stage));
  }
}

/** What a stage does, step by step. */
export function stageFacts(stage: Stage): StageFacts {
  const known = memo.get(stage);
  if (known !== undefined) return known;
  const facts = new LazyFacts(stage);
  memo.set(stage, facts);
  return facts;
}

/** The same stage as if it did something else, or stood on another image. */
export function asIf(facts: StageFacts, instead: Partial<Pick<StageFacts, 'acts' | 'image'>>): StageFacts {
  const { stage, acts, image } = facts;
  return { stage, acts, image, ...instead };
}

function actsOf(stage: Stage): readonly Act[] {
  const acts: Act[] = [];
  let workdir = inheritedWorkdir(stage);
  for (const instruction of stage.instructions) {
    acts.push({ instruction, effects: instruction.keyword === 'RUN' ? effectsOf(instruction) : [], workdir });
    if (instruction.keyword === 'WORKDIR') workdir = nextWorkdir(workdir, instruction);
  }
  return acts;
}

/** Where a stage begins: the base image's working directory, or the one that the stage below ended in. */
function inheritedWorkdir({ base }: Stage): string | undefined {
  if (base.kind === 'stage') {
    return base.stage.instructions.reduce(
      (current, instruction) => (instruction.keyword === 'WORKDIR' ? nextWorkdir(current, instruction) : current),
      inheritedWorkdir(base.stage),
    );
  }
  return (base.kind === 'image' ? factsOf(base.image)?.workdir : undefined) ?? '/';
}

function nextWorkdir(current: string | undefined, instruction: Instruction): string | undefined {
  const [word] = instruction.args;
  const value = literal(instruction, word);
  return value === undefined ? undefined : resolvePath(current, value);
}

/** What a word comes to; undefined without a word, and where a build argument could change it. */
export function literal(instruction: Instruction, word: Word | undefined): string | undefined {
  if (word === undefined) return undefined;
  const { value, certain } = expand(instruction, word);
  return certain ? value : undefined;
}

/** An absolute path without `.`, `..` and a slash at the end; undefined where the base is unknown and needed. */
export function resolvePath(base: string | undefined, path: string): string | undefined {
  if (!path.startsWith('/') && base === undefined) return undefined;
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${base}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** What a RUN does, command by command; a heredoc or a script in an unknown language is one unknown effect. */
function effectsOf(run: RunInstruction): Effect[] {
  return commandsOf(run)
    .filter(({ within }) => !within.includes('substitution'))
    .map(effectOf);
}

function imageOf({ base }: Stage): ImageReference | undefined {
  if (base.kind === 'stage') return imageOf(base.stage);
  return base.kind === 'image' ? base.image : undefined;
}

/** True for a COPY or ADD of files from the context. */
export function copiesContext(instruction: Instruction): instruction is CopyInstruction {
  return (
    (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') &&
    instruction.from === undefined &&
    instruction.heredocs.length === 0
  );
}

/** True where the whole context is copied. */
export function copiesEverything(instruction: Instruction): instruction is CopyInstruction {
  return copiesContext(instruction) && instruction.sources.some(({ text }) => /^(?:\.\/?|\/|\.\/\*|\*)$/.test(text));
}

export function does(act: Act, ...kinds: readonly Effect['kind'][]): boolean {
  return act.effects.some(({ kind }) => kinds.includes(kind));
}

/** True where every effect is of one of these kinds. */
export function doesOnly(act: Act, ...kinds: readonly Effect['kind'][]): boolean {
  return act.effects.length > 0 && act.effects.every(({ kind }) => kinds.includes(kind));
}

/** True where the act is a step of this ecosystem's tools of one of these kinds. */
export function uses(act: Act, ecosystem: Ecosystem, ...kinds: readonly Effect['kind'][]): boolean {
  return act.effects.some(
    effect => 'ecosystem' in effect && effect.ecosystem === ecosystem && kinds.includes(effect.kind),
  );
}

/** Evidence that points at an instruction of the Dockerfile. */
export function seenAt(
  { options, dockerfile }: Pick<Project, 'options' | 'dockerfile'>,
  instruction: Instruction,
): Evidence {
  const text = dockerfile.text.slice(instruction.span[0], instruction.span[1]).replace(/\s+/g, ' ');
  return { file: options.path, line: instruction.firstLine, text: text.length > 80 ? `${text.slice(0, 79)}…` : text };
}

/** Evidence that points at the first line of a context file which holds a text, or at the file. */
export function seenIn(context: BuildContext, file: string, needle: string): Evidence {
  const lines = (context.read(file) ?? '').split('\n');
  const index = lines.findIndex(line => line.includes(needle));
  return { file, line: index === -1 ? undefined : index + 1, text: (lines[index] ?? needle).trim().slice(0, 80) };
}
