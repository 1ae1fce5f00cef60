import type { Dockerfile, Instruction } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { replaceKeyword } from '../../fixers/instructions.ts';
import { quotedLiteral } from '../../fixers/quoted.ts';

const LABEL = 'org.opencontainers.image.authors';

export default defineRule({
  id: 'maintainer-deprecated',
  summary: 'MAINTAINER is deprecated; a label says the same',
  category: 'correctness',
  severity: 'warning',
  applies: 'any',
  fixable: 'safe',
  aliases: ['DL4000', 'MaintainerDeprecated', 'DS-0022'],
  hadolint: 'error',

  messages: {
    deprecated: 'MAINTAINER is deprecated: tools read the label `org.opencontainers.image.authors`.',
  },

  check(dockerfile, report) {
    for (const instruction of dockerfile.instructions) {
      if (instruction.keyword !== 'MAINTAINER') continue;
      report('deprecated', { at: instruction.keywordSpan, fix: asLabel(dockerfile, instruction) });
    }
  },
});

function asLabel(dockerfile: Dockerfile, instruction: Instruction): Fix | undefined {
  const [first] = instruction.args;
  const last = instruction.args.at(-1);
  if (
    first === undefined ||
    last === undefined ||
    instruction.stage === undefined ||
    instruction.firstLine !== instruction.lastLine ||
    hasLabel(instruction)
  )
    return undefined;

  const name = instruction.body.text.trim().replace(/^"([^"]*)"$|^'([^']*)'$/, '$1$2');
  return {
    title: `Use LABEL ${LABEL}`,
    safety: 'safe',
    edits: [
      replaceKeyword(dockerfile, instruction, 'LABEL'),
      { span: [first.span[0], last.span[1]], text: `${LABEL}=${quotedLiteral(name, dockerfile.escape)}` },
    ],
  };
}

function hasLabel({ stage }: Instruction): boolean {
  const labels = stage?.instructions.flatMap(other => (other.keyword === 'LABEL' ? other.pairs : [])) ?? [];
  return labels.some(({ key }) => key.text === LABEL);
}
