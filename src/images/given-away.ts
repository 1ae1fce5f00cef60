import type { Instruction, Stage } from '../dockerfile/model.ts';
import { stageChain } from '../dockerfile/stage-chain.ts';
import { commandsOf } from '../shell/commands.ts';
import type { ShellCommand } from '../shell/model.ts';
import { expandOver } from './expand-over.ts';
import { resolvePath } from './paths.ts';
import { pathAt } from './run-paths.ts';
import { stateAt } from './state.ts';

const CHANGERS = /^(?:ch(?:own|mod|grp)|install|setfacl|find|fix-permissions|fixuid|usermod)$/;

/** True where an instruction of a stage may have given a path, a folder above it or something below it another owner or mode. */
export function mayBeGivenAway(stage: Stage, path: string): boolean {
  return stageChain(stage).some(({ instructions }) => instructions.some(instruction => touches(instruction, path)));
}

function touches(instruction: Instruction, path: string): boolean {
  if (instruction.keyword === 'RUN') return commandsOf(instruction).some(command => mayChange(command, path));
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
  if (!instruction.flags.some(({ name }) => name === 'chown' || name === 'chmod')) return false;
  const state = stateAt(instruction);
  const target = instruction.destination && expandOver(instruction, instruction.destination, state?.facts).value;
  if (target === undefined || (state?.workdir === undefined && !target.startsWith('/'))) return true;
  return isRelated(resolvePath(['/', state?.workdir ?? '', target]), path);
}

/** What is not seen through, a script or a name with a variable, may do anything. */
function mayChange(command: ShellCommand, path: string): boolean {
  const { name, words } = command;
  if (name === undefined) return words.length > 0;
  if (/\.(?:sh|bash|py|pl|rb)$/.test(name)) return true;
  const hasMode = name === 'mkdir' && words.some(({ unquoted }) => /^(?:-\w*m|--mode)/.test(unquoted));
  if (!CHANGERS.test(name) && !hasMode) return false;
  return words.slice(1).some(({ unquoted }) => {
    if (/[$`*?[{]/.test(unquoted)) return true;
    const place = pathAt(command, unquoted);
    return place === undefined || isRelated(place, path);
  });
}

function isRelated(one: string, other: string): boolean {
  return one === other || isBelow(one, other) || isBelow(other, one);
}

function isBelow(path: string, folder: string): boolean {
  return folder === '/' || path.startsWith(`${folder}/`);
}
