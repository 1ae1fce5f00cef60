import type { Dockerfile, Pair, PairsInstruction } from '../../dockerfile/model.ts';
import { expand, isDefined, scopeAt, type VariableUse } from '../../dockerfile/variables.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { indentOf, lineEnd } from '../../fixers/instructions.ts';

export default defineRule({
  id: 'env-self-reference',
  summary: 'A variable holds only after the ENV that sets it',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  fixable: 'safe',
  aliases: ['DL3044'],
  hadolint: 'error',

  messages: {
    sameInstruction:
      '`${name}` is what it was before this ENV: all values of one ENV are read before any of them is set.',
  },

  check(dockerfile, report) {
    for (const instruction of dockerfile.instructions) {
      if (instruction.keyword !== 'ENV' || instruction.pairs.length < 2) continue;
      const scope = scopeAt(instruction);
      const all = ownUses(instruction);
      const uses = all.filter(({ use }) => !isDefined(scope.get(use.name)));
      for (const [index, { use }] of uses.entries()) {
        // One that was defined before is meant as it was: a second ENV would change it.
        const fix = index === 0 && uses.length === all.length ? splitUp(dockerfile, instruction, uses) : undefined;
        report('sameInstruction', { at: use.span, data: { name: use.name }, fix });
      }
    }
  },
});

interface OwnUse {
  readonly pair: Pair;
  readonly use: VariableUse;
}

/** Uses of what another pair of the same ENV sets. */
function ownUses(instruction: PairsInstruction): readonly OwnUse[] {
  const names = new Set(instruction.pairs.map(({ key }) => key.text));
  return instruction.pairs.flatMap(pair =>
    expand(instruction, pair.value)
      // `${A:-b}` reckons with an `A` that is not set.
      .uses.filter(({ name, operator }) => name !== pair.key.text && names.has(name) && !/^:?-$/.test(operator ?? ''))
      .map(use => ({ pair, use })),
  );
}

/** A second ENV from the first pair on that uses one above it; what is left of others goes in the next pass. */
function splitUp(dockerfile: Dockerfile, instruction: PairsInstruction, uses: readonly OwnUse[]): Fix | undefined {
  const { pairs, innerComments, emptyLines } = instruction;
  const places = new Map(pairs.map((pair, index) => [pair.key.text, index]));
  const first = pairs.findIndex((pair, index) =>
    uses.some(own => own.pair === pair && (places.get(own.use.name) ?? index) < index),
  );
  const [last, next] = [pairs[first - 1], pairs[first]];
  if (last === undefined || next === undefined || places.size !== pairs.length) return undefined;
  if (innerComments.length > 0 || emptyLines.length > 0) return undefined;

  const keyword = dockerfile.text.slice(...instruction.keywordSpan);
  const indent = indentOf(dockerfile, instruction);
  const edit = { span: [last.span[1], next.span[0]], text: `${lineEnd(dockerfile)}${indent}${keyword} ` } as const;
  return { title: 'Set it in an ENV of its own', safety: 'safe', edits: [edit] };
}
