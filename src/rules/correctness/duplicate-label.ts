import type { Pair, PairsInstruction } from '../../dockerfile/model.ts';
import { expand } from '../../dockerfile/variables.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { removePair } from '../../fixers/pairs.ts';

interface Label {
  readonly name: string;
  readonly pair: Pair;
  readonly instruction: PairsInstruction;
}

export default defineRule({
  id: 'duplicate-label',
  summary: 'Give each label of a stage one value',
  category: 'correctness',
  severity: 'warning',
  applies: 'any',
  fixable: 'safe',

  messages: {
    lost: 'The label `{name}` is set again in line {line}, and this value is lost.',
    same: 'The label `{name}` is set to the same value again in line {line}.',
  },

  check(dockerfile, report) {
    for (const { instructions } of dockerfile.stages) {
      const labels = instructions.flatMap(labelsIn);
      const last = new Map(labels.map(label => [label.name, label]));
      for (const { name, pair, instruction } of labels) {
        const winner = last.get(name);
        if (winner === undefined || winner.pair === pair) continue;
        const [value, final] = [expand(instruction, pair.value), expand(winner.instruction, winner.pair.value)];
        const isSame = value.value !== undefined && value.value === final.value;
        const line = String(dockerfile.lines.position(winner.pair.span[0]).line);
        const edit = removePair(dockerfile, instruction, pair);
        const fix: Fix | undefined = edit && { title: 'Remove it here', safety: 'safe', edits: [edit] };
        report(isSame ? 'same' : 'lost', { at: pair.key.span, data: { name, line }, fix });
      }
    }
  },
});

/** The labels that an instruction sets, those whose names hang on unknown variables left out. */
function labelsIn(instruction: PairsInstruction | { readonly keyword: string }): readonly Label[] {
  if (!('pairs' in instruction) || instruction.keyword !== 'LABEL') return [];
  return instruction.pairs.flatMap(pair => {
    const { value: name, certain } = expand(instruction, pair.key);
    return name === undefined || !certain ? [] : { name, pair, instruction };
  });
}
