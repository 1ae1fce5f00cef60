import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import { scopeAt } from '../dockerfile/variables.ts';
import { stateAt } from '../images/state.ts';
import type { Script } from '../shell/model.ts';
import { scriptsOf } from '../shell/script.ts';
import { linesOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** A shell script of a Dockerfile as ShellCheck is given it: behind lines that say what the script cannot. */
export interface ShellcheckScript {
  readonly script: Script;
  readonly text: string;
  /** How many lines stand before the script's own. */
  readonly head: number;
  /** True where bashisms are no fault for sure, or where it is not known. */
  readonly mayBeBash: boolean;
}

type Dialect = 'sh' | 'bash' | 'dash' | 'ksh';

const NAME = /^[A-Za-z_]\w*$/;
const PROXIES = ['http', 'https', 'ftp', 'no', 'all'].flatMap(kind => [`${kind}_proxy`, `${kind}_proxy`.toUpperCase()]);

/** The scripts of every RUN whose shell ShellCheck knows; what hands scripts to other shells is left out. */
export function shellcheckScripts({ instructions }: Dockerfile): readonly ShellcheckScript[] {
  return instructions.flatMap(instruction => {
    const inner = instruction.keyword === 'ONBUILD' ? instruction.inner : instruction;
    if (inner?.keyword !== 'RUN') return [];
    return scriptsOf(inner)
      .filter(({ origin }) => origin === 'shell-form' || origin === 'heredoc')
      .flatMap(script => asShellcheckScript(script) ?? []);
  });
}

function asShellcheckScript(script: Script): ShellcheckScript | undefined {
  const dialect = dialectOf(script);
  if (dialect === undefined || script.source.text.trim() === '') return undefined;
  const head = [`# shellcheck shell=${dialect}`, ...headOf(script)];
  // A shebang is of use in a first line only.
  const body = script.source.text.replace(/^#!/, '# ');
  const mayBeBash = dialect === 'sh' || script.shell === 'ash';
  return { script, text: `${head.join('\n')}\n${body}\n`, head: head.length, mayBeBash };
}

function dialectOf({ shell, instruction }: Script): Dialect | undefined {
  if (shell === 'bash' || shell === 'dash' || shell === 'ksh') return shell;
  if (shell === 'ash') return 'dash';
  if (shell !== 'sh') return undefined;
  // An ONBUILD runs on an image that is not known here.
  const known = instruction.inOnbuild ? undefined : stateAt(instruction)?.facts?.shell;
  return known === 'bash' || known === 'dash' ? known : 'sh';
}

/** The variables that ARG, ENV and the base image define, and what the shell was started with. */
function headOf({ instruction, shellFlags }: Script): readonly string[] {
  const names = new Set([...variablesOf(instruction), ...PROXIES].filter(name => NAME.test(name)));
  const assignments = Array.from(names, name => `${name}=1`).join(' ');
  const options = shellFlags.filter(flag => /^-[^\We]*e\w*$/.test(flag)).length > 0 ? ['set -e'] : [];
  return [`export ${assignments}`, ...options];
}

function variablesOf(instruction: Instruction): readonly string[] {
  if (instruction.inOnbuild) return [];
  return [...scopeAt(instruction).names(), ...(stateAt(instruction)?.facts?.env.keys() ?? [])];
}

/** A place that ShellCheck names: lines and columns from 1, columns in Unicode characters. */
export interface ShellcheckPlace {
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
}

/** The span in the Dockerfile; undefined for what stands before the script. */
export function spanOf({ script: { source }, head }: ShellcheckScript, place: ShellcheckPlace): Span | undefined {
  if (place.line <= head) return undefined;
  const lines = linesOf(source.text);
  const offset = (line: number, column: number): number => {
    const start = lines.start(line - head);
    const before = Array.from(source.text.slice(start, lines.end(line - head))).slice(0, column - 1);
    return start + before.join('').length;
  };
  const start = offset(place.line, place.column);
  return source.sourceSpan([start, Math.max(start, offset(place.endLine, place.endColumn))]);
}
