import { describe, expect, it } from 'vitest';
import type { Base, Dockerfile, Instruction, ParseOptions, Stage } from '../../src/dockerfile/model.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { effectiveBase, inheritedInstructions, stageChain } from '../../src/dockerfile/stage-chain.ts';
import { referencesOf, resolveStage } from '../../src/dockerfile/stages.ts';

function stagesOf(text: string, options?: ParseOptions): readonly Stage[] {
  return parseDockerfile(text, options).stages;
}

function lastStage(text: string, options?: ParseOptions): Stage {
  const stage = stagesOf(text, options).at(-1);
  if (stage === undefined) throw new Error('There is no stage.');
  return stage;
}

/** `stage 0`, `scratch`, `context x`, `image a:1`, `unknown`; with a `?` where a `--build-arg` may change it. */
function written(base: Base): string {
  switch (base.kind) {
    case 'stage':
      return `stage ${base.stage.index}${base.certain ? '' : '?'}`;
    case 'image':
      return `image ${base.image.text}${base.certain ? '' : '?'}`;
    case 'context':
      return `context ${base.name}`;
    case 'scratch':
    case 'unknown':
      return base.kind;
  }
}

// Names are looked up as in BuildKit 0.33's dockerfile2llb/convert.go.
describe('the base', () => {
  it.each([
    ['an image', 'FROM a:1', 'image a:1'],
    ['a stage', 'FROM a AS s\nFROM s', 'stage 0'],
    ['a stage, its name in capitals', 'FROM a AS Build\nFROM build', 'stage 0'],
    ['no stage where FROM has the capitals', 'FROM a AS Build\nFROM Build', 'unknown'],
    ['the last stage above of a name', 'FROM a AS s\nFROM b AS s\nFROM s\nFROM c AS s\nFROM s', 'stage 3'],
    ['not a later stage', 'FROM s\nFROM a AS s', 'image a'],
    ['the image of its own name', 'FROM python AS python', 'image python'],
    ['no number', 'FROM a AS s\nFROM 0', 'image 0'],
    ['scratch', 'FROM scratch', 'scratch'],
    ['a stage by a variable', 'ARG B=s\nFROM a AS s\nFROM $B', 'stage 0?'],
    ['an image by a default', 'ARG V=1\nFROM a:$V', 'image a:1?'],
    ['an image by a default without an ARG', 'FROM a:${V:-1}', 'image a:1'],
    ['what only a --build-arg says', 'ARG B\nFROM $B', 'unknown'],
    ['the empty name', 'FROM $B', 'unknown'],
    ['what the platform says', 'FROM a-$TARGETARCH', 'unknown'],
    ['no ARG of a stage', 'FROM a\nARG B=b\nFROM x$B', 'image x'],
    ['nothing', 'FROM', 'unknown'],
  ])('is %s', (_, text, base) => {
    expect(written(lastStage(text).base)).toBe(base);
  });

  it('of a later stage is not that of an earlier one', () => {
    expect(stagesOf('FROM s\nFROM a AS s').map(({ base }) => written(base))).toEqual(['image s', 'image a']);
  });

  it.each([
    ['a --build-arg', 'ARG B=a\nFROM $B', { buildArgs: { B: 'b' } }, 'image b'],
    ['a named context', 'FROM ctx', { namedContexts: ['ctx'] }, 'context ctx'],
    ['a stage before a named context', 'FROM a AS s\nFROM s', { namedContexts: ['b'] }, 'stage 0'],
    ['a named context in place of a stage', 'FROM a AS s', { namedContexts: ['s'] }, 'context s'],
  ])('is %s', (_, text, options, base) => {
    expect(written(lastStage(text, options).base)).toBe(base);
  });
});

describe('a stage', () => {
  const text = [
    'FROM a AS one\nRUN x',
    'FROM b AS two\nCOPY --from=one x y',
    'FROM c AS three\nRUN --mount=from=TWO,target=/x y',
    'FROM one\nCOPY --from=2 x y\nCOPY --from=one x y\nCOPY --from=nginx x y\nONBUILD COPY --from=two x y\n\n# end\n',
  ].join('\n');

  it('depends on those that it is built on, copies from and mounts', () => {
    const dependencies = stagesOf(text).map(({ dependsOn }) => dependsOn.map(({ index }) => index));
    expect(dependencies).toEqual([[], [0], [1], [0, 2, 1]]);
  });

  it('has a name in lower case, its instructions and their span', () => {
    const [first, , , last] = stagesOf(text);
    expect(first).toMatchObject({ index: 0, name: 'one', isLast: false });
    expect(first?.instructions.map(({ keyword }) => keyword)).toEqual(['RUN']);
    expect(text.slice(...(first?.span ?? []))).toBe('FROM a AS one\nRUN x');
    expect(last).toMatchObject({ index: 3, name: undefined, isLast: true });
    expect(text.slice(last?.span[1])).toBe('\n\n# end\n');
  });

  it('is the stage of its instructions and of what they wrap', () => {
    for (const stage of stagesOf(text)) {
      for (const instruction of [stage.from, ...stage.instructions]) {
        expect(instruction.stage).toBe(stage);
        if (instruction.keyword === 'ONBUILD') expect(instruction.inner?.stage).toBe(stage);
      }
    }
  });

  it.each([
    ['alone', 'FROM a', undefined, [true]],
    ['the last and the unused', 'FROM a AS s\nFROM s AS test\nFROM s', undefined, [false, true, true]],
    ['the last although it is used by none', 'FROM a AS s\nFROM b\nCOPY --from=s x y', undefined, [false, true]],
    [
      'the targets and the last',
      'FROM a AS s\nFROM s AS t\nFROM b AS u\nFROM s',
      ['S', 'u'],
      [true, false, true, true],
    ],
    [
      'none that a variable may name',
      'FROM a AS b-amd64\nFROM c AS b-arm64\nFROM d AS test\nFROM b-${TARGETARCH}',
      undefined,
      [false, false, true, true],
    ],
    [
      'none beside the default of a variable',
      'ARG B=b1\nFROM a AS b1\nFROM c AS b2\nFROM $B',
      undefined,
      [false, false, true],
    ],
    ['those beside an image of a variable', 'ARG B=alpine:3\nFROM a AS b\nFROM $B', undefined, [true, true]],
    ['the last alone without a target of a name', 'FROM a AS s\nFROM b', ['x'], [false, true]],
  ])('is shipped: %s', (_, dockerfile, targets, shipped) => {
    const stages = stagesOf(dockerfile, targets && { targets });
    expect(stages.map(({ isShipped }) => isShipped)).toEqual(shipped);
  });
});

describe('a chain of stages', () => {
  const text = 'FROM x:1 AS a\nRUN 1\nFROM a AS b\nRUN 2\nRUN 3\nFROM b\nRUN 4';

  it('ends at a base', () => {
    expect(stagesOf(text).map(stage => written(effectiveBase(stage)))).toEqual(Array(3).fill('image x:1'));
    expect(written(effectiveBase(lastStage(text)))).toBe('image x:1');
    expect(written(effectiveBase(lastStage('FROM scratch AS a\nFROM a')))).toBe('scratch');
  });

  it('goes from the stage to the one at the bottom', () => {
    expect(stageChain(lastStage(text)).map(({ index }) => index)).toEqual([2, 1, 0]);
  });

  it('hands its instructions on', () => {
    expect(inheritedInstructions(lastStage(text)).map(({ body }) => body.text)).toEqual(['1', '2', '3']);
    expect(inheritedInstructions(lastStage('FROM a\nRUN x'))).toEqual([]);
  });
});

describe('the name of a source', () => {
  const instructionsWith = ({ instructions }: Dockerfile, part: string): Instruction => {
    const found = instructions.find(({ body, flags }) =>
      `${body.text} ${flags.map(flag => flag.value).join(' ')}`.includes(part),
    );
    if (found === undefined) throw new Error(`There is no instruction with ${part}.`);
    return found;
  };

  it.each([
    ['an earlier stage', 'FROM a AS s\nFROM b\nCOPY --from=S x y', 0],
    ['an earlier stage by number', 'FROM a\nFROM b\nCOPY --from=0 x y', 0],
    ['a number with a sign', 'FROM a\nFROM b\nCOPY --from=+0 x y', 0],
    ['its own stage', 'FROM a AS s\nCOPY --from=s x y', 'self'],
    ['its own stage by number', 'FROM a\nCOPY --from=0 x y', 'self'],
    ['a later stage', 'FROM a\nCOPY --from=s x y\nFROM b AS s', 'forward'],
    ['the later of two stages of a name', 'FROM a AS s\nFROM b\nCOPY --from=s x y\nFROM c AS s', 'forward'],
    ['a number without a stage', 'FROM a\nCOPY --from=7 x y', undefined],
    ['an image', 'FROM a\nCOPY --from=nginx x y', undefined],
    ['an earlier stage of a mount', 'FROM a AS s\nFROM b\nRUN --mount=type=bind,from=s,target=/x x y', 0],
    ['no number of a mount', 'FROM a AS s\nFROM b\nRUN --mount=from=0,target=/x x y', undefined],
    ['its own stage of a mount', 'FROM a AS s\nRUN --mount=from=s,target=/x x y', 'self'],
  ])('means %s', (_, text, expected) => {
    const instruction = instructionsWith(parseDockerfile(text), 'x y');
    const [reference] = referencesOf(instruction);
    const stage = resolveStage(instruction, reference?.name ?? '');
    expect(typeof stage === 'object' ? stage.index : stage).toBe(expected);
  });

  it.each([
    ['an earlier stage', 'FROM a AS s\nFROM s', 0],
    ['an image and a later stage', 'FROM s\nFROM b AS s', 'forward'],
    ['its own name', 'FROM s AS s', 'self'],
    ['an image', 'FROM s', undefined],
  ])('in FROM means %s', (_, text, expected) => {
    const from = parseDockerfile(text).instructions.find(({ body }) => /^s\b/.test(body.text));
    const stage = from && resolveStage(from, 's');
    expect(typeof stage === 'object' ? stage.index : stage).toBe(expected);
  });

  it.each([
    ['FROM a\nCOPY --link --from="x" x y', ['x']],
    ['FROM a\nRUN --mount=from=s,target=/a --mount=type=cache,target=/b --mount=from=t,target=/c x', ['s', 't']],
    ['FROM a\nONBUILD COPY --from=s x y', ['s']],
    ['FROM a\nCOPY --from= x y', []],
    ['FROM a\nCOPY x y', []],
  ])('is found in %j', (text, names) => {
    const references = parseDockerfile(text).instructions.flatMap(referencesOf);
    expect(references.map(({ name }) => name)).toEqual(names);
    expect(references.map(({ span }) => text.slice(...span).replaceAll('"', ''))).toEqual(names);
  });
});
