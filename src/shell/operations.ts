import type { Instruction } from '../dockerfile/model.ts';
import { scopeAt } from '../dockerfile/variables.ts';
import type { Span } from '../text/span.ts';
import { valueBefore } from './assignments.ts';
import { commandsOf } from './commands.ts';
import { findFlag, parseArguments, type CommandFlag } from './flags.ts';
import { managerOfModule, managerOfProgram } from './managers/index.ts';
import type { Action, Ecosystem, FlagSpec, Manager, Subcommand } from './managers/manager.ts';
import type { ShellCommand, ShellWord } from './model.ts';
import { packagesOf, type PackageArgument } from './packages.ts';
import { subcommandsIn, type FoundSubcommand } from './subcommands.ts';
import { programName } from './words.ts';
import { memoMap } from '../text/memo-map.ts';

/** One thing that a package manager is told to do. `mvn clean package` and `mix do a, b` are two. */
export interface PackageOperation {
  readonly manager: Manager;
  readonly command: ShellCommand;
  readonly action: Action;
  /** The word that names the manager: `apt-get`, the `pip` of `python -m pip`. */
  readonly program: ShellWord;
  /** As the manager's table has it: `install`, `mod download`; `''` for the bare command. */
  readonly subcommand: string;
  /** The last word of the subcommand: flags go behind it. Undefined for the bare command. */
  readonly subcommandWord: ShellWord | undefined;
  readonly packages: readonly PackageArgument[];
  readonly flags: readonly CommandFlag[];
  /** Words that are neither flags, subcommand nor packages. */
  readonly operands: readonly ShellWord[];
  /** Files of requirements (`-r`), and of constraints (`-c`). */
  readonly requirementFiles: readonly string[];
  readonly constraintFiles: readonly string[];
  /** What to install stands in a manifest or lock file: `npm ci`, `npm install`, `pip install -r`, `bundle install`. */
  readonly isFromManifest: boolean;
  /** `xargs` adds packages that are not written here. */
  readonly isFedByXargs: boolean;
  /** The version that a flag gives to all packages: `gem install rails -v 7`. */
  readonly version: string | undefined;
  readonly assumesYes: boolean;
  readonly skipsRecommends: boolean;
  readonly skipsDevelopment: boolean;
  /** A flag, or a variable of the script, an ENV or an ARG, switches the manager's cache off. */
  readonly skipsCache: boolean;
  /** It installs what the lock file says or fails. */
  readonly isFrozen: boolean;
  readonly isGlobal: boolean;
  /** The first flag of these names (with dashes). */
  flag(...names: readonly string[]): CommandFlag | undefined;
  has(...names: readonly string[]): boolean;
}

const memo = memoMap<Instruction, readonly PackageOperation[]>();

/** What an instruction's commands tell package managers to do, in order. */
export function packageOperations(instruction: Instruction): readonly PackageOperation[] {
  let found = memo.get(instruction);
  if (found === undefined) {
    found = commandsOf(instruction).flatMap(operationsOf);
    memo.set(instruction, found);
  }
  return found;
}

/** What one command tells package managers to do; nothing where it runs none. */
export function operationsOf(command: ShellCommand): readonly PackageOperation[] {
  const { name, words } = command;
  return name === undefined || words.length === 0 ? [] : operationsIn(command, words, name);
}

const DISTRIBUTIONS: readonly Ecosystem[] = ['debian', 'alpine', 'rpm', 'suse', 'arch'];

/** True for the package managers of distributions, which only root may use, rather than those of languages. */
export function isOfDistribution({ manager }: Pick<PackageOperation, 'manager'>): boolean {
  return DISTRIBUTIONS.includes(manager.ecosystem);
}

/** From the word that names the manager to its subcommand: `apt-get install`. */
export function headSpan({ program, subcommandWord }: PackageOperation): Span {
  const end = subcommandWord?.span[1] ?? 0;
  return [program.span[0], Math.max(program.span[1], end)];
}

/** Programs that run the manager which their first operand names. */
const LAUNCHERS = ['corepack', 'php', 'sh', 'bash', 'ash', 'dash', 'npx', 'bunx'];
const PYTHON = /^(?:python|pypy)\d*(?:\.\d+)*$|^py$/;

function operationsIn(command: ShellCommand, words: readonly ShellWord[], name: string): readonly PackageOperation[] {
  const [program] = words;
  const manager = managerOfProgram(name);
  if (manager !== undefined && program !== undefined) return operationsWith(manager, command, program, words.slice(1));
  if (PYTHON.test(name)) return moduleOperations(command, words);
  if (!LAUNCHERS.includes(name)) return [];
  const at = words.findIndex((word, index) => index > 0 && !word.unquoted.startsWith('-'));
  const launched = words[at] && programName(words[at]);
  if (launched === undefined || managerOfProgram(launched) === undefined) return [];
  return operationsIn(command, words.slice(at), launched);
}

/** `-m`, after letters that take no value; the module may follow at once. */
const MODULE_FLAG = /^-[bBdEiIOPqsSuvx]*m(.*)$/;

/** `python3 -u -m pip install`. */
function moduleOperations(command: ShellCommand, words: readonly ShellWord[]): readonly PackageOperation[] {
  for (let index = 1; index < words.length; index++) {
    const text = words[index]?.unquoted ?? '';
    if (!text.startsWith('-')) return [];
    if (text === '-W' || text === '-X') index++;
    const [isModule, attached = ''] = MODULE_FLAG.exec(text) ?? [];
    if (isModule === undefined) continue;
    const at = attached === '' ? index + 1 : index;
    const program = words[at];
    const manager = managerOfModule(attached === '' ? (program?.value ?? '') : attached);
    if (manager === undefined || program === undefined) return [];
    return operationsWith(manager, command, program, words.slice(at + 1));
  }
  return [];
}

/** `yarn -v` installs nothing. */
const ASKS_ONLY = /^(?:-[vVh]|--version|--help)$/;

function operationsWith(
  manager: Manager,
  command: ShellCommand,
  program: ShellWord,
  args: readonly ShellWord[],
): readonly PackageOperation[] {
  if (args.length === 1 && ASKS_ONLY.test(args[0]?.unquoted ?? '')) return [];
  const first = parseArguments(args, manager);
  const switches = subcommandsIn(manager, first).flatMap(({ subcommand }) => subcommand.switches ?? []);
  const valueFlags = manager.valueFlags.filter(flag => !switches.includes(flag));
  const parsed = switches.length === 0 ? first : parseArguments(args, { ...manager, valueFlags });
  return subcommandsIn(manager, parsed).flatMap(found => {
    const [inner] = found.operands;
    if (found.subcommand.runs === true && inner !== undefined) {
      const name = programName(inner);
      const operations = name === undefined ? [] : operationsIn(command, args.slice(args.indexOf(inner)), name);
      if (operations.length > 0) return operations;
    }
    return [operationOf(manager, command, program, parsed.flags, found)];
  });
}

function operationOf(
  manager: Manager,
  command: ShellCommand,
  program: ShellWord,
  flags: readonly CommandFlag[],
  { name, subcommand, word, operands }: FoundSubcommand,
): PackageOperation {
  const packages = namedPackages(manager, subcommand, flags, operands);
  const isFedByXargs = command.wrappers.some(wrapper => wrapper.name === 'xargs');
  const isNamed = packages.length > 0 || isFedByXargs;
  const requirementFiles = valuesOf(flags, manager.requirementFlags);
  const takesManifest = subcommand.manifest === 'always' || (subcommand.manifest === 'without-packages' && !isNamed);
  const matches = (specs: readonly FlagSpec[] = []): boolean => findFlag(flags, specs) !== undefined;

  return {
    manager,
    command,
    action: isNamed ? subcommand.action : (subcommand.alone ?? subcommand.action),
    program,
    subcommand: name,
    subcommandWord: word,
    packages,
    flags,
    operands: subcommand.packages === true ? [] : operands,
    requirementFiles,
    constraintFiles: valuesOf(flags, manager.constraintFlags),
    isFromManifest: requirementFiles.length > 0 || takesManifest,
    isFedByXargs,
    version: findFlag(flags, manager.versionFlags ?? [])?.value,
    assumesYes: matches(manager.assumeYes),
    skipsRecommends: matches(manager.noRecommends),
    skipsDevelopment: matches(manager.noDevelopment),
    skipsCache: matches(manager.noCache) || setsNoCache(manager, command),
    isFrozen: subcommand.frozen === true || matches(manager.frozen),
    isGlobal: name.startsWith('global ') || matches(manager.global),
    flag: (...names) => findFlag(flags, names),
    has: (...names) => findFlag(flags, names) !== undefined,
  };
}

function namedPackages(
  manager: Manager,
  subcommand: Subcommand,
  flags: readonly CommandFlag[],
  operands: readonly ShellWord[],
): readonly PackageArgument[] {
  if (subcommand.packages !== true) return [];
  const ofFlags = flags.filter(({ name }) => manager.packageFlags?.includes(name) === true);
  const given = ofFlags.flatMap(({ valueWord }) =>
    valueWord === undefined ? [] : packagesOf(valueWord, manager, subcommand),
  );
  // A bare word is a folder: `pip install -e lib`.
  const folders = given.map(one => (one.kind === 'registry' ? ({ ...one, kind: 'file' } as const) : one));
  const named = operands.flatMap(word => packagesOf(word, manager, subcommand));
  return [...named, ...folders].toSorted((a, b) => a.word.span[0] - b.word.span[0]);
}

function valuesOf(flags: readonly CommandFlag[], names: readonly string[] = []): readonly string[] {
  return flags.flatMap(({ name, value }) => (names.includes(name) && value !== undefined ? [value] : []));
}

function setsNoCache({ noCacheVariables = {} }: Manager, command: ShellCommand): boolean {
  return Object.entries(noCacheVariables).some(([name, pattern]) => pattern.test(variableAt(command, name) ?? ''));
}

/** A variable's value for a command, by its script, else by the ENVs and ARGs that its instruction sees. */
function variableAt(command: ShellCommand, name: string): string | undefined {
  const assigned = valueBefore(command, name);
  if (assigned !== undefined) return assigned;
  const definition = scopeAt(command.script.instruction).get(name);
  return 'value' in definition ? definition.value : undefined;
}
