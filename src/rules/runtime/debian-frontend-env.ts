import type { Dockerfile, Instruction, Pair, PairsInstruction } from '../../dockerfile/model.ts';
import { stageChain } from '../../dockerfile/stage-chain.ts';
import { expand } from '../../dockerfile/variables.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { insertAbove, replaceKeyword } from '../../fixers/instructions.ts';
import { removePair } from '../../fixers/pairs.ts';

const NAME = 'DEBIAN_FRONTEND';

export default defineRule({
  id: 'debian-frontend-env',
  summary: 'Set DEBIAN_FRONTEND for the build only, with ARG',
  category: 'runtime',
  severity: 'info',
  applies: 'layers',
  fixable: 'safe',

  messages: {
    stays:
      'ENV leaves `DEBIAN_FRONTEND=noninteractive` in the image, where apt and debconf stay mute for whoever works in a container.',
  },

  check(dockerfile, report) {
    const seen = new Set<Pair>();
    for (const stage of dockerfile.stages.filter(({ isShipped }) => isShipped)) {
      const settings = stageChain(stage).flatMap(({ instructions }) => instructions.flatMap(settingIn).toReversed());
      const [last] = settings;
      const value = last && expand(last.instruction, last.pair.value).value;
      if (last === undefined || value !== 'noninteractive' || seen.has(last.pair)) continue;
      seen.add(last.pair);
      // One that comes before it would be there again.
      const fix = settings.length === 1 ? asArg(dockerfile, last) : undefined;
      report('stays', { at: last.pair.span, fix });
    }
  },
});

interface Setting {
  readonly instruction: PairsInstruction;
  readonly pair: Pair;
}

function settingIn(instruction: Instruction): readonly Setting[] {
  if (instruction.keyword !== 'ENV') return [];
  return instruction.pairs.filter(({ key }) => key.text === NAME).map(pair => ({ instruction, pair }));
}

function asArg(dockerfile: Dockerfile, { instruction, pair }: Setting): Fix | undefined {
  const { pairs, flags } = instruction;
  // A global ARG of the name, or a `--build-arg`, would go before the value.
  if (dockerfile.globals.length > 0 && dockerfile.text.includes(`ARG ${NAME}`)) return undefined;
  if (pair.value.text.includes('$') || flags.length > 0) return undefined;
  const title = 'Use ARG';
  if (pairs.length === 1) {
    const edits = [replaceKeyword(dockerfile, instruction, 'ARG')];
    const gap = { span: [pair.key.span[1], pair.value.span[0]] as const, text: '=' };
    return { title, safety: 'safe', edits: pair.legacy ? [...edits, gap] : edits };
  }
  const removal = pairs.some(({ value }) => value.text.includes(NAME))
    ? undefined
    : removePair(dockerfile, instruction, pair);
  if (removal === undefined) return undefined;
  return {
    title,
    safety: 'safe',
    edits: [insertAbove(dockerfile, instruction, [`ARG ${NAME}=${pair.value.text}`]), removal],
  };
}
