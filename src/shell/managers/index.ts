import { apk, pacman, zypper } from './alpine-arch-suse.ts';
import { compiled } from './compiled.ts';
import { condaManagers } from './conda.ts';
import { debian } from './debian.ts';
import { jvmManagers } from './jvm.ts';
import type { Manager } from './manager.ts';
import { node } from './node.ts';
import { python } from './python.ts';
import { rpmManagers } from './rpm.ts';
import { scripting } from './scripting.ts';

/** Every package manager that the rules know. */
export const MANAGERS: readonly Manager[] = [
  ...debian,
  apk,
  ...rpmManagers,
  zypper,
  pacman,
  ...python,
  ...condaManagers,
  ...node,
  ...compiled,
  ...jvmManagers,
  ...scripting,
];

const byProgram = new Map(MANAGERS.flatMap(manager => manager.programs.map(program => [program, manager] as const)));
const byModule = new Map(
  MANAGERS.flatMap(manager => (manager.pythonModule === undefined ? [] : [[manager.pythonModule, manager] as const])),
);
const byPattern = MANAGERS.filter(({ programPattern }) => programPattern !== undefined);

/** The manager that a program's base name belongs to. */
export function managerOfProgram(program: string): Manager | undefined {
  return byProgram.get(program) ?? byPattern.find(({ programPattern }) => programPattern?.test(program) === true);
}

/** The manager that `python -m NAME` runs. */
export function managerOfModule(name: string): Manager | undefined {
  return byModule.get(name);
}
