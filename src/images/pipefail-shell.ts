import type { RunInstruction } from '../dockerfile/model.ts';
import { shellAt } from '../shell/which-shell.ts';
import { stateAt } from './state.ts';

const DEFAULT_FLAGS = ['-c'];

/**
 * The words of a SHELL with `pipefail` for the shell form of a RUN: the shell that is in effect, bash where that is a dash
 * which cannot do it. Undefined where the image may have no such shell.
 */
export function pipefailShell(run: RunInstruction): readonly string[] | undefined {
  const { name, flags, instruction } = shellAt(run);
  const written = instruction?.keyword === 'SHELL' ? instruction.args.map(({ text }) => text) : [];
  const words = written.slice(0, Math.max(0, written.length - flags.length));
  const withFlags = (program: readonly string[]): readonly string[] => [
    ...program,
    '-o',
    'pipefail',
    ...(flags.length > 0 ? flags : DEFAULT_FLAGS),
  ];
  if (name === 'bash' || name === 'ash' || name === 'zsh')
    return withFlags(words.length > 0 ? words : [`/bin/${name}`]);
  if (name !== 'sh' && name !== 'dash') return undefined;

  const state = stateAt(run);
  if (name === 'sh' && state?.facts?.shell === 'ash') return withFlags(['/bin/ash']);
  return state?.hasProgram('bash') === true ? withFlags(['/bin/bash']) : undefined;
}
