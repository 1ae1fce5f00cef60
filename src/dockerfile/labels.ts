import type { Instruction, Pair } from './model.ts';
import { expand } from './variables.ts';

/** A label that an instruction sets. */
export interface Label {
  /** Expanded. */
  readonly name: string;
  /** Undefined where it hangs on a variable that is not known, or that a `--build-arg` may change. */
  readonly value: string | undefined;
  readonly pair: Pair;
}

/** The labels of a LABEL, those inside ONBUILD too; none whose name hangs on an unknown variable. */
export function labelsOf(instruction: Instruction): readonly Label[] {
  if (instruction.keyword === 'ONBUILD') return instruction.inner === undefined ? [] : labelsOf(instruction.inner);
  if (instruction.keyword !== 'LABEL') return [];
  return instruction.pairs.flatMap(pair => {
    const { value: name, certain } = expand(instruction, pair.key);
    const value = expand(instruction, pair.value);
    return name === undefined || !certain ? [] : { name, value: value.certain ? value.value : undefined, pair };
  });
}
