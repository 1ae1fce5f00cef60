import { lastAtMost } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { fileOf, registerFile, type BuildFile } from './build-file.ts';
import { parseImageReference } from './image-reference.ts';
import type { Base, FromInstruction, Instruction, ParseOptions, Stage } from './model.ts';
import { expand } from './variables.ts';
import { memoMap } from '../text/memo-map.ts';

type Draft = { -readonly [Key in keyof Stage]: Stage[Key] };

/** Splits the instructions at each FROM and ties the stages to one another by BuildKit's rules. */
export function buildStages(
  instructions: readonly Instruction[],
  options: ParseOptions,
  read: Pick<BuildFile, 'comments' | 'escape'>,
): readonly Stage[] {
  const stages: Draft[] = [];
  const file: BuildFile = { ...read, instructions, stages, options };
  registerFile(file);
  const froms = instructions.filter(instruction => instruction.keyword === 'FROM');
  const earlier = new Map<string, Stage>();
  for (const [index, from] of froms.entries()) {
    const stage = draftOf(from, froms[index + 1], file, earlier);
    stages.push(stage);
    if (stage.name !== undefined) earlier.set(stage.name, stage);
  }
  markShipped(stages, options.targets);
  return stages;
}

function draftOf(
  from: FromInstruction,
  next: FromInstruction | undefined,
  file: BuildFile,
  earlier: ReadonlyMap<string, Stage>,
): Draft {
  const index = file.stages.length;
  const instructions = file.instructions.slice(from.index + 1, next?.index);
  const base = baseOf(from, earlier, file.options.namedContexts ?? []);
  const copied = instructions
    .flatMap(referencesOf)
    .flatMap(reference => file.stages[namedIndex(file, reference.instruction, reference.name) ?? -1] ?? []);
  return {
    index,
    name: nameOf(from),
    from,
    instructions,
    base,
    dependsOn: [...new Set(base.kind === 'stage' ? [base.stage, ...copied] : copied)],
    isLast: next === undefined,
    isShipped: next === undefined,
    layersShip: next === undefined,
    span: [from.span[0], instructions.at(-1)?.span[1] ?? from.span[1]],
  };
}

function nameOf({ alias }: FromInstruction): string | undefined {
  return alias?.text.toLowerCase();
}

// BuildKit looks a FROM's name up as it is written among names in lower case: `FROM Build` names no stage `AS Build`.
function baseOf(from: FromInstruction, earlier: ReadonlyMap<string, Stage>, contexts: readonly string[]): Base {
  const name = nameOf(from);
  if (name !== undefined && contexts.includes(name)) return { kind: 'context', name };
  const { value = '', certain = false } = from.image === undefined ? {} : expand(from, from.image);
  const stage = earlier.get(value);
  if (stage !== undefined) return { kind: 'stage', stage, certain };
  if (value === 'scratch') return { kind: 'scratch' };
  if (contexts.includes(value)) return { kind: 'context', name: value };
  const image = parseImageReference(value);
  return image === undefined ? { kind: 'unknown' } : { kind: 'image', image, certain };
}

/** Patterns that the names of all stages are compared with. */
const MOST_PATTERNS = 100;

/** What a FROM with a variable may name: `base-*` for `FROM base-${TARGETARCH}`, `*` for `FROM $BASE` whose default is a stage. */
function patternOf({ from: { image }, base }: Stage): string[] {
  const parts = image?.text.toLowerCase().split(/\$\{[^{}]*\}|\$\w+/) ?? [];
  const isOfStages = base.kind === 'stage' || parts.some(part => part !== '');
  const [start = '', end = ''] = [parts[0], parts.at(-1)];
  return parts.length > 1 && isOfStages && !parts.some(part => /[:/@"'*]/.test(part)) ? [`${start}*${end}`] : [];
}

function markShipped(stages: readonly Draft[], targets: readonly string[] | undefined): void {
  const patterns = [...new Set(stages.flatMap(patternOf))].slice(0, MOST_PATTERNS).map(pattern => pattern.split('*'));
  const mayBeMeant = (name: string): boolean =>
    patterns.some(([start = '', end = '']) => name.startsWith(start) && name.endsWith(end));
  const used = new Set(stages.flatMap(({ dependsOn }) => dependsOn));
  const wanted = targets && new Set(targets.map(target => target.toLowerCase()));
  for (const stage of stages) {
    const isWanted = wanted
      ? stage.name !== undefined && wanted.has(stage.name)
      : !used.has(stage) && !mayBeMeant(stage.name ?? ' ');
    stage.isShipped = stage.isLast || isWanted;
  }
  const below = new Set<Stage>();
  for (const stage of stages.toReversed()) {
    stage.layersShip = stage.isShipped || below.has(stage);
    if (stage.layersShip && stage.base.kind === 'stage') below.add(stage.base.stage);
  }
}

/** A name that a `COPY --from` or a mount's `from` gives, at its place. */
export interface StageReference {
  readonly instruction: Instruction;
  readonly name: string;
  readonly span: Span;
}

/** What an instruction names as a source; that of the instruction in an ONBUILD too, whose stage is not the one that runs it. */
export function referencesOf(instruction: Instruction): readonly StageReference[] {
  if (instruction.keyword === 'ONBUILD') return instruction.inner === undefined ? [] : referencesOf(instruction.inner);
  if (instruction.keyword === 'RUN') {
    return instruction.mounts.flatMap(({ from, options }) => {
      const word = options.get('from');
      return from === undefined || from === '' || word === undefined
        ? []
        : { instruction, name: from, span: word.span };
    });
  }
  if (instruction.keyword !== 'COPY') return [];
  const { value, valueSpan } = instruction.from ?? {};
  return value === undefined || value === '' || valueSpan === undefined
    ? []
    : [{ instruction, name: value, span: valueSpan }];
}

/**
 * The stage that an instruction means by a name, where it can use it. `self` and `forward` where the name is that of its
 * own or a later stage, which BuildKit rejects for COPY and RUN and takes for an image in FROM; undefined where it is none.
 */
export function resolveStage(instruction: Instruction, name: string): Stage | 'self' | 'forward' | undefined {
  const file = fileOf(instruction);
  const own = instruction.stage?.index ?? 0;
  const index = namedIndex(file, instruction, name);
  const stage = index === undefined ? undefined : file.stages[index];
  if (stage === undefined || stage.index < own) return stage;
  return stage.index === own ? 'self' : 'forward';
}

/** Only COPY takes numbers; of stages of one name it and RUN take the last in the file, FROM the last above it. */
function namedIndex(file: BuildFile, { keyword, stage }: Instruction, name: string): number | undefined {
  if (keyword === 'COPY' && /^[+-]?\d+$/.test(name)) return Number(name);
  const indexes = stageIndexes(file).get(keyword === 'FROM' ? name : name.toLowerCase());
  if (keyword !== 'FROM' || indexes === undefined) return indexes?.at(-1);
  return indexes[Math.max(0, lastAtMost(indexes, (stage?.index ?? 0) - 1))];
}

const memo = memoMap<BuildFile, ReadonlyMap<string, readonly number[]>>();

function stageIndexes(file: BuildFile): ReadonlyMap<string, readonly number[]> {
  const known = memo.get(file);
  if (known !== undefined) return known;
  const indexes = new Map<string, number[]>();
  let index = 0;
  for (const instruction of file.instructions) {
    if (instruction.keyword !== 'FROM') continue;
    const name = nameOf(instruction);
    if (name !== undefined) {
      const same = indexes.get(name) ?? [];
      same.push(index);
      indexes.set(name, same);
    }
    index++;
  }
  memo.set(file, indexes);
  return indexes;
}
