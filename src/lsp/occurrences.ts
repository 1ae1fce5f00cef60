import type { Dockerfile, Instruction, Stage, Word } from '../dockerfile/model.ts';
import { referencesOf, resolveStage } from '../dockerfile/stages.ts';
import { scopeAt, variableUses, type Definition } from '../dockerfile/variables.ts';
import { namesAssignedBy } from '../shell/assignments.ts';
import { commandsOf } from '../shell/commands.ts';
import { expansionsOf } from '../shell/expansions.ts';
import type { Span } from '../text/span.ts';

/** Where a name is defined and used. */
export interface Occurrences {
  readonly kind: 'stage' | 'variable';
  readonly name: string;
  /** Of the name in the instruction that defines it. */
  readonly definition: Span;
  /** In the order of the text; numbers that mean a stage are not names of it. */
  readonly uses: readonly Span[];
}

/** The stage or variable whose name stands at an offset; undefined where none does that the file defines. */
export function occurrencesAt(dockerfile: Dockerfile, offset: number): Occurrences | undefined {
  return stageAt(dockerfile, offset) ?? variableAt(dockerfile, offset);
}

function holds([start, end]: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function stageAt(dockerfile: Dockerfile, offset: number): Occurrences | undefined {
  for (const stage of dockerfile.stages) {
    const { alias } = stage.from;
    if (alias === undefined || stage.name === undefined) continue;
    const uses = stageUses(dockerfile, stage);
    if (![alias.span, ...uses].some(span => holds(span, offset))) continue;
    return { kind: 'stage', name: alias.text, definition: alias.span, uses };
  }
  return undefined;
}

function stageUses({ stages, instructions }: Dockerfile, stage: Stage): Span[] {
  const bases = stages.flatMap(({ base, from }) => {
    const isPlain = base.kind === 'stage' && base.stage === stage && from.image?.text.toLowerCase() === stage.name;
    return isPlain && from.image !== undefined ? [from.image.span] : [];
  });
  const sources = instructions
    .flatMap(referencesOf)
    .filter(({ instruction, name }) => resolveStage(instruction, name) === stage && name.toLowerCase() === stage.name);
  return [...bases, ...sources.map(({ span }) => span)].toSorted((a, b) => a[0] - b[0]);
}

function variableAt(dockerfile: Dockerfile, offset: number): Occurrences | undefined {
  const instruction = dockerfile.instructions.find(({ span }) => holds(span, offset));
  if (instruction === undefined) return undefined;
  const own = declaredIn(instruction).find(({ span }) => holds(span, offset));
  if (own !== undefined) return variable(dockerfile, instruction, own);
  const use = usesIn(instruction).find(({ nameSpan }) => holds(nameSpan, offset));
  const maker = use && makerOf(use.definition);
  const name = use && maker && declaredIn(maker).find(({ text }) => text === use.name);
  return maker && name && variable(dockerfile, maker, name);
}

function variable({ instructions }: Dockerfile, maker: Instruction, name: Word): Occurrences {
  const uses = instructions
    .flatMap(usesIn)
    .filter(use => use.name === name.text && makerOf(use.definition) === maker)
    .map(({ nameSpan }) => nameSpan);
  return { kind: 'variable', name: name.text, definition: name.span, uses };
}

function makerOf(definition: Definition): Instruction | undefined {
  return 'instruction' in definition ? definition.instruction : undefined;
}

/** The names that an ARG or ENV defines. */
export function declaredIn(instruction: Instruction): readonly Word[] {
  if (instruction.keyword === 'ARG') return instruction.declarations.map(({ name }) => name);
  return instruction.keyword === 'ENV' ? instruction.pairs.map(({ key }) => key) : [];
}

interface Use {
  readonly name: string;
  readonly nameSpan: Span;
  readonly definition: Definition;
}

/** The variables that BuildKit or the shell of a RUN expands; those that a script sets itself are its own. */
function usesIn(instruction: Instruction): readonly Use[] {
  if (instruction.keyword !== 'RUN') return variableUses(instruction);
  const commands = commandsOf(instruction);
  const own = new Set(commands.flatMap(namesAssignedBy));
  const scope = scopeAt(instruction);
  const inShell = commands
    .flatMap(({ words, redirects }) => [...words, ...redirects.flatMap(({ target }) => target ?? [])])
    .flatMap(expansionsOf)
    .flatMap(({ kind, name, text, span }) => {
      if (kind !== 'variable' || name === undefined || own.has(name)) return [];
      const start = span[0] + text.indexOf(name);
      const nameSpan: Span = [start, start + name.length];
      return { name, nameSpan, definition: scope.get(name) };
    });
  return [...variableUses(instruction), ...inShell];
}
