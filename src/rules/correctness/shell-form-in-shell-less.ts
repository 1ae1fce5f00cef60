import type { CopyInstruction, Instruction, Stage } from '../../dockerfile/model.ts';
import { effectiveBase } from '../../dockerfile/stage-chain.ts';
import { expand } from '../../dockerfile/variables.ts';
import { defineRule } from '../../engine/rule.ts';
import { stateAt } from '../../images/state.ts';
import { commandsOf } from '../../shell/commands.ts';

export default defineRule({
  id: 'shell-form-in-shell-less',
  summary: 'Where there is no shell, only the exec form runs',
  category: 'correctness',
  severity: 'error',
  applies: 'any',

  messages: {
    run: '{base} has no /bin/sh, so that this RUN fails.',
    start: '{base} has no /bin/sh, which the shell form starts: write a JSON array.',
  },

  check({ instructions }, report) {
    const ends = new Map<Stage, Seen>();
    for (const instruction of instructions) {
      const { keyword, stage } = instruction;
      const base = stage?.base;
      const seen = (stage && ends.get(stage)) ?? (base?.kind === 'stage' ? ends.get(base.stage) : undefined) ?? NOTHING;
      if (stage !== undefined) ends.set(stage, after(seen, instruction));
      const isStart = keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'HEALTHCHECK';
      if (stage === undefined || !(keyword === 'RUN' || (isStart && stage.layersShip))) continue;
      if (!isShellForm(instruction) || stateAt(instruction)?.shell[0] !== '/bin/sh') continue;
      if (!lacksShell(instruction, seen) || mayMountShell(instruction)) continue;
      const bottom = effectiveBase(stage);
      const name = bottom.kind === 'image' ? `\`${bottom.image.text}\`` : '`scratch`';
      report(isStart ? 'start' : 'run', { at: instruction.keywordSpan, data: { base: name } });
    }
  },
});

function isShellForm(instruction: Instruction): boolean {
  return 'script' in instruction && instruction.script !== undefined && instruction.script.text.trim() !== '';
}

function mayMountShell(instruction: Instruction): boolean {
  return instruction.keyword === 'RUN' && instruction.mounts.some(({ type }) => type === 'bind');
}

function lacksShell(instruction: Instruction, seen: Seen): boolean {
  const state = stateAt(instruction);
  const has = state?.hasProgram('sh');
  if (has !== undefined || state?.facts?.has('sh') !== false || seen.isOpaque) return has === false;
  if (seen.inRoot.size === 0) return true;
  const started = commandsOf(instruction)[0]?.words[0]?.value;
  // What is started is no folder full of others, and neither are the rest if there are none.
  return seen.inRoot.size === 1 && started !== undefined && seen.inRoot.has(started);
}

/** What a stage, and those that it is built on, have done so far. */
interface Seen {
  /** The paths of what was copied to `/`, each a file or the content of a folder. */
  readonly inRoot: ReadonlySet<string>;
  /** Programs may have come in another way. */
  readonly isOpaque: boolean;
}

const NOTHING: Seen = { inRoot: new Set(), isOpaque: false };

function after(seen: Seen, instruction: Instruction): Seen {
  const { keyword } = instruction;
  if (keyword === 'RUN' || keyword === 'ONBUILD') return { ...seen, isOpaque: true };
  if ((keyword !== 'COPY' && keyword !== 'ADD') || isOutOfTheWay(instruction)) return seen;
  const [source, ...others] = instruction.sources;
  const name = source?.text.slice(source.text.lastIndexOf('/') + 1) ?? '';
  const isOne = others.length === 0 && name !== '' && instruction.destination?.text === '/';
  if (!isOne || seen.isOpaque || seen.inRoot.size > 1) return { ...seen, isOpaque: true };
  return { ...seen, inRoot: new Set([...seen.inRoot, `/${name}`]) };
}

/** True for a copy into a folder of its own, where `/bin/sh` cannot be. */
function isOutOfTheWay(copy: CopyInstruction): boolean {
  const target = copy.destination && expand(copy, copy.destination).value;
  return (
    target !== undefined &&
    /^\/[^/]+/.test(target) &&
    !/^\/(?:usr(?!\/(?:local|share|src|include)\/)|s?bin)(?:\/|$)/.test(target)
  );
}
