import { overridden } from '../../dockerfile/overridden.ts';
import type { Instruction, Keyword } from '../../dockerfile/model.ts';
import { choice } from '../../engine/options.ts';
import { defineRule, type Rule, type Severity } from '../../engine/rule.ts';
import { removeInstruction } from '../../fixers/instructions.ts';

interface Spec {
  readonly id: string;
  readonly keyword: Keyword;
  readonly severity: Severity;
  readonly aliases: readonly string[];
  readonly hadolint: Severity;
}

/** A rule on instructions of which a stage keeps only the last. */
export function onlyLastCounts({ keyword, ...meta }: Spec): Rule {
  return defineRule({
    ...meta,
    summary: `Only the last ${keyword} of a stage counts`,
    category: 'correctness',
    applies: 'any',
    fixable: 'safe',
    options: {
      at: choice({
        about: 'Which of them is reported: the one that does nothing, or the next one, which hadolint names.',
        default: 'overridden',
        of: ['overridden', 'next'],
      }),
    },
    presetOptions: { hadolint: { at: 'next' } },

    messages: {
      overridden: `This ${keyword} does nothing: the one in line {line} replaces it.`,
      replaces: `This ${keyword} replaces the one in line {line}, which does nothing.`,
    },

    check(dockerfile, report, { at }) {
      const found = overridden(dockerfile, keyword);
      for (const [index, { instruction, by }] of found.entries()) {
        const following = found[index + 1];
        const next = following?.by === by ? following.instruction : by;
        const edits = [removeInstruction(dockerfile, instruction)];
        const fix = { title: `Remove the ${keyword}`, safety: 'safe', edits } as const;
        if (at === 'next') report('replaces', { at: next.keywordSpan, data: lineOf(instruction), fix });
        else report('overridden', { at: instruction.keywordSpan, data: lineOf(by), fix });
      }
    },
  });
}

function lineOf({ firstLine }: Instruction): { readonly line: string } {
  return { line: String(firstLine) };
}
