import type { Instruction, RunInstruction } from '../../dockerfile/model.ts';
import { inheritedInstructions } from '../../dockerfile/stage-chain.ts';
import { expand } from '../../dockerfile/variables.ts';
import { defineRule } from '../../engine/rule.ts';
import { pathAndFolders, resolvePath } from '../../images/paths.ts';
import { pathAt } from '../../images/run-paths.ts';
import { stateAt } from '../../images/state.ts';
import { commandsOf } from '../../shell/commands.ts';
import { removedBy } from '../../shell/removals.ts';
import { writtenPaths } from '../../shell/written-paths.ts';

interface Volume {
  readonly path: string;
  readonly instruction: Instruction;
}

export default defineRule({
  id: 'volume-then-write',
  summary: 'Write to a path before it is declared a volume',
  category: 'runtime',
  severity: 'warning',
  applies: 'layers',

  messages: {
    lost: '`{volume}` is a volume since line {line}: builders other than BuildKit throw away what a RUN changes there.',
  },

  check({ stages }, report) {
    for (const stage of stages) {
      const volumes = new Map<string, Volume>();
      const add = (volume: Volume): void => {
        if (!volumes.has(volume.path)) volumes.set(volume.path, volume);
      };
      inheritedInstructions(stage).flatMap(volumesOf).forEach(add);
      for (const instruction of stage.instructions) {
        volumesOf(instruction).forEach(add);
        if (instruction.keyword !== 'RUN' || volumes.size === 0) continue;
        const written = firstWrite(instruction, volumes);
        if (written === undefined) continue;
        const { path: volume, instruction: by } = written.volume;
        report('lost', { at: written.word.span, data: { volume, line: String(by.firstLine) } });
      }
    }
  },
});

function volumesOf(instruction: Instruction): readonly Volume[] {
  if (instruction.keyword !== 'VOLUME') return [];
  const workdir = stateAt(instruction)?.workdir;
  return instruction.args.flatMap(word => {
    const { value } = expand(instruction, word);
    if (value === undefined || (workdir === undefined && !value.startsWith('/'))) return [];
    const path = resolvePath([workdir ?? '/', value]);
    return path === '/' ? [] : { path, instruction };
  });
}

function firstWrite(run: RunInstruction, volumes: ReadonlyMap<string, Volume>) {
  const mounted = run.mounts.flatMap(({ target }) => target ?? []);
  const commands = commandsOf(run);
  const removed = removedBy(commands);
  for (const command of commands) {
    for (const { path, word } of writtenPaths(command)) {
      // What the RUN removes again is not to last.
      if (removed(path)) continue;
      const place = pathAt(command, path);
      const volume =
        place === undefined ? undefined : volumes.get(pathAndFolders(place).find(folder => volumes.has(folder)) ?? '');
      if (volume !== undefined && !mounted.some(target => isWithin(place ?? '', target))) return { volume, word };
    }
  }
  return undefined;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
