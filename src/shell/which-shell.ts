import { lastAtMost } from '../text/lines.ts';
import { memoMap } from '../text/memo-map.ts';
import { fileOf, type BuildFile } from '../dockerfile/build-file.ts';
import type { Instruction, Stage } from '../dockerfile/model.ts';
import type { ShellName } from './model.ts';

/** The shell that runs shell forms, and what chose it. */
export interface ShellInEffect {
  readonly name: ShellName;
  /** The words between the program and the script: `-o`, `pipefail`, `-c`. */
  readonly flags: readonly string[];
  /** `default` is what Docker takes where nothing is said. */
  readonly chosenBy: 'SHELL' | 'comment' | 'default';
  /** The SHELL instruction, which may stand in a stage that this one is built on. */
  readonly instruction: Instruction | undefined;
}

const PROGRAMS: Readonly<Record<string, ShellName>> = {
  sh: 'sh',
  bash: 'bash',
  rbash: 'bash',
  ash: 'ash',
  dash: 'dash',
  ksh: 'ksh',
  ksh93: 'ksh',
  mksh: 'ksh',
  zsh: 'zsh',
  powershell: 'powershell',
  pwsh: 'powershell',
  cmd: 'cmd',
};

const PRAGMA = /^hadolint\s+shell\s*=\s*(\S+)/i;
const WINDOWS_IMAGE = /(?:^|\/)windows(?:\/|$)|nanoserver|servercore/i;
const WINDOWS_TAG = /windowsservercore|nanoserver|(?:^|[-_])ltsc20\d\d/i;

const linux: ShellInEffect = { name: 'sh', flags: ['-c'], chosenBy: 'default', instruction: undefined };
const windows: ShellInEffect = { name: 'cmd', flags: ['/S', '/C'], chosenBy: 'default', instruction: undefined };

/** The shell that a program's path names; undefined for any other program. */
export function shellNamed(path: string): ShellName | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  const stem = name.endsWith('.exe') ? name.slice(0, -'.exe'.length) : name;
  return Object.hasOwn(PROGRAMS, stem) ? PROGRAMS[stem] : undefined;
}

/** True for shells whose scripts are read by `sh`'s grammar or an extension of it. */
export function isPosixLike(shell: ShellName): boolean {
  return !['powershell', 'cmd', 'other'].includes(shell);
}

/**
 * The shell that runs an instruction's shell form: the last SHELL or `# hadolint shell=` before it, in its stage or those
 * that it is built on; else Docker's default for the base image's system.
 */
export function shellAt(instruction: Instruction): ShellInEffect {
  const seen = new Set<Stage>();
  let { stage } = instruction;
  let before = instruction.index;
  const pragma = pragmaOf(instruction);
  if (pragma !== undefined) return pragma;

  while (stage !== undefined && !seen.has(stage)) {
    seen.add(stage);
    const chosen = chosenIn(stage, before);
    if (chosen !== undefined) return chosen;
    if (stage.base.kind !== 'stage')
      return pragmasOf(fileOf(instruction)).global ?? (isWindows(stage) ? windows : linux);
    ({ stage } = stage.base);
    before = Infinity;
  }
  return linux;
}

interface Choices {
  /** The indexes of the instructions that choose, ascending, and what each chooses. */
  readonly indexes: readonly number[];
  readonly shells: readonly ShellInEffect[];
}

const choices = memoMap<Stage, Choices>();

/** The last choice of a shell in a stage before an index into the file's instructions. */
function chosenIn(stage: Stage, before: number): ShellInEffect | undefined {
  let found = choices.get(stage);
  if (found === undefined) {
    const all = [stage.from, ...stage.instructions].flatMap(instruction => {
      const shell = setBy(instruction) ?? pragmaOf(instruction);
      return shell === undefined ? [] : [{ index: instruction.index, shell }];
    });
    found = { indexes: all.map(({ index }) => index), shells: all.map(({ shell }) => shell) };
    choices.set(stage, found);
  }
  return found.shells[lastAtMost(found.indexes, before - 1)];
}

function setBy(instruction: Instruction): ShellInEffect | undefined {
  if (instruction.keyword !== 'SHELL') return undefined;
  const words = instruction.args.map(({ text }) => text);
  // `["conda", "run", "-n", "env", "/bin/bash", "-c"]`: the shell is the last program named.
  const at = words.findLastIndex(word => shellNamed(word) !== undefined);
  const name = shellNamed(words[at] ?? '') ?? 'other';
  return { name, flags: words.slice(Math.max(0, at) + 1), chosenBy: 'SHELL', instruction };
}

/** What the last `# hadolint shell=` between an instruction and the one before it says; blank lines do not matter. */
function pragmaOf(instruction: Instruction): ShellInEffect | undefined {
  return pragmasOf(fileOf(instruction)).byIndex.get(instruction.index);
}

interface ShellPragmas {
  /** By the index of the instruction below. */
  readonly byIndex: ReadonlyMap<number, ShellInEffect>;
  /** Above the first FROM: for every stage. */
  readonly global: ShellInEffect | undefined;
}

const pragmas = memoMap<BuildFile, ShellPragmas>();

function pragmasOf(file: BuildFile): ShellPragmas {
  const known = pragmas.get(file);
  if (known !== undefined) return known;
  const { instructions, comments } = file;
  const starts = instructions.map(({ firstLine }) => firstLine);
  const firstFrom = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const byIndex = new Map<number, ShellInEffect>();
  let global: ShellInEffect | undefined;
  for (const { text, line } of comments) {
    const [, path] = PRAGMA.exec(text) ?? [];
    const next = lastAtMost(starts, line) + 1;
    if (path === undefined || next === instructions.length) continue;
    const shell = {
      name: shellNamed(path) ?? 'other',
      flags: ['-c'],
      chosenBy: 'comment',
      instruction: undefined,
    } as const;
    byIndex.set(next, shell);
    if (next <= firstFrom) global = shell;
  }
  const found = { byIndex, global };
  pragmas.set(file, found);
  return found;
}

function isWindows({ base, from }: Stage): boolean {
  const platform = from.flags.find(({ name }) => name === 'platform')?.value;
  if (platform?.startsWith('windows/') === true) return true;
  // Only Windows paths need another escape character than the backslash.
  if (fileOf(from).escape === '`' && platform?.startsWith('linux/') !== true) return true;
  if (base.kind === 'image') {
    return WINDOWS_IMAGE.test(base.image.name) || WINDOWS_TAG.test(base.image.tag ?? '');
  }
  const written = from.image?.text ?? '';
  return base.kind === 'unknown' && (WINDOWS_IMAGE.test(written) || WINDOWS_TAG.test(written));
}
