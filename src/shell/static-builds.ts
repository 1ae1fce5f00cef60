import type { Instruction } from '../dockerfile/model.ts';
import { isDefined, scopeAt } from '../dockerfile/variables.ts';
import { valueBefore } from './assignments.ts';
import { commandsOf } from './commands.ts';
import type { ShellCommand } from './model.ts';

/** A program that a compiler links against the C library of the system that it runs on. */
export interface LinkedProgram {
  readonly command: ShellCommand;
  readonly compiler: 'cargo' | 'cc' | 'go';
  /** The base name of what comes out, or a part of its path that every output has. */
  readonly output: string;
}

const COMPILERS = /^(?:[\w.-]+-)?(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+)(?:-\d+)?$/;

/** The programs that a RUN links dynamically for sure, as far as the file shows. */
export function linkedPrograms(run: Instruction): readonly LinkedProgram[] {
  return commandsOf(run).flatMap(command => linkedBy(command) ?? []);
}

function linkedBy(command: ShellCommand): LinkedProgram | undefined {
  const { name = '', words } = command;
  const args = words.slice(1).map(({ unquoted }) => unquoted);
  const value = (variable: string): string | undefined => valueAt(command, variable);
  const isStatic = args.some(arg => /(?:^|[\s"'=])-static(?:-pie)?(?:$|[\s"'])|crt-static|musl/.test(arg));
  if (isStatic) return undefined;
  if (COMPILERS.test(name)) {
    const output = args[args.indexOf('-o') + 1];
    const isProgram = args.includes('-o') && !args.some(arg => /^-(?:c|shared|E|S)$/.test(arg));
    return isProgram && output !== undefined ? { command, compiler: 'cc', output: baseName(output) } : undefined;
  }
  if (name === 'cargo') {
    const isOther = /musl|crt-static/.test(`${value('CARGO_BUILD_TARGET') ?? ''} ${value('RUSTFLAGS') ?? ''}`);
    const isBuild = args.includes('build') && !args.some(arg => arg.startsWith('--target'));
    return isBuild && !isOther ? { command, compiler: 'cargo', output: '/target/release/' } : undefined;
  }
  if (name !== 'go' || args[0] !== 'build') return undefined;
  const isPure = args.some(arg => /netgo|purego/.test(arg)) || (value('CGO_ENABLED') ?? '1') !== '1';
  // With another system or processor as its target, Go leaves C out.
  const isCross = ['GOOS', 'GOARCH'].some(variable => value(variable) !== undefined || assigns(command, variable));
  const output = args[args.indexOf('-o') + 1];
  if (isPure || isCross || assigns(command, 'CGO_ENABLED') || !args.includes('-o') || output === undefined)
    return undefined;
  return { command, compiler: 'go', output: baseName(output) };
}

/** What a variable is for a command, `?` where it is set to something unknown. */
function valueAt(command: ShellCommand, variable: string): string | undefined {
  const before = valueBefore(command, variable);
  const definition = scopeAt(command.script.instruction).get(variable);
  if (before !== undefined || !isDefined(definition)) return before;
  return ('value' in definition ? definition.value : undefined) ?? '?';
}

function assigns({ assignments }: ShellCommand, variable: string): boolean {
  return assignments.some(({ name }) => name === variable);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
