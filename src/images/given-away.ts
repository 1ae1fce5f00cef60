import type { Instruction, Stage } from '../dockerfile/model.ts';
import { stageChain } from '../dockerfile/stage-chain.ts';
import { memoMap } from '../text/memo-map.ts';
import { commandsOf } from '../shell/commands.ts';
import type { ShellCommand } from '../shell/model.ts';
import { expandOver } from './expand-over.ts';
import { pathAndFolders, resolvePath } from './paths.ts';
import { pathAt } from './run-paths.ts';
import { stateAt } from './state.ts';

const CHANGERS = /^(?:ch(?:own|mod|grp)|install|setfacl|find|fix-permissions|fixuid|usermod)$/;

/** True where an instruction of a stage may have given a path, a folder above it or something below it another owner or mode. */
export function mayBeGivenAway(stage: Stage, path: string): boolean {
  return stageChain(stage).some(one => {
    const { isAnything, places, above } = givenIn(one);
    return isAnything || above.has(path) || pathAndFolders(path).some(folder => places.has(folder));
  });
}

interface Given {
  /** True where there is no telling what is given. */
  readonly isAnything: boolean;
  readonly places: ReadonlySet<string>;
  /** The places, and the folders that they are in. */
  readonly above: ReadonlySet<string>;
}

const memo = memoMap<Stage, Given>();

function givenIn(stage: Stage): Given {
  const known = memo.get(stage);
  if (known !== undefined) return known;
  const all = stage.instructions.flatMap(placesGiven);
  const places = new Set(all.filter(place => place !== undefined));
  const given = { isAnything: all.includes(undefined), places, above: new Set([...places].flatMap(pathAndFolders)) };
  memo.set(stage, given);
  return given;
}

/** The paths that an instruction may give away; undefined among them stands for any. */
function placesGiven(instruction: Instruction): readonly (string | undefined)[] {
  if (instruction.keyword === 'RUN') return commandsOf(instruction).flatMap(placesChanged);
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return [];
  if (!instruction.flags.some(({ name }) => name === 'chown' || name === 'chmod')) return [];
  const state = stateAt(instruction);
  const target = instruction.destination && expandOver(instruction, instruction.destination, state?.facts).value;
  if (target === undefined || (state?.workdir === undefined && !target.startsWith('/'))) return [undefined];
  return [resolvePath(['/', state?.workdir ?? '', target])];
}

/** What is not seen through, a script or a name with a variable, may do anything. */
function placesChanged(command: ShellCommand): readonly (string | undefined)[] {
  const { name, words } = command;
  if (name === undefined) return words.length > 0 ? [undefined] : [];
  if (/\.(?:sh|bash|py|pl|rb)$/.test(name)) return [undefined];
  const hasMode = name === 'mkdir' && words.some(({ unquoted }) => /^(?:-\w*m|--mode)/.test(unquoted));
  if (!CHANGERS.test(name) && !hasMode) return [];
  return words.slice(1).map(({ unquoted }) => (/[$`*?[{]/.test(unquoted) ? undefined : pathAt(command, unquoted)));
}
