/** Marks a character of a word's template that an expansion of the shell stands for. */
export const UNKNOWN = '\u0001';

/** What a subcommand does, whatever its manager calls it. */
export type Action =
  | 'install'
  | 'update-index'
  | 'upgrade'
  | 'dist-upgrade'
  | 'remove'
  | 'clean'
  | 'download'
  | 'build'
  | 'run'
  | 'test'
  | 'publish'
  | 'lock'
  | 'configure'
  | 'query'
  | 'other';

export type Ecosystem =
  | 'debian'
  | 'alpine'
  | 'rpm'
  | 'suse'
  | 'arch'
  | 'python'
  | 'conda'
  | 'node'
  | 'go'
  | 'rust'
  | 'jvm'
  | 'dotnet'
  | 'ruby'
  | 'php'
  | 'elixir';

/** A flag by its name, or one that must have a value of some form. `-qq` is `-q` given twice. */
export type FlagSpec = string | { readonly flag: string; readonly value: RegExp };

export interface Subcommand {
  readonly action: Action;
  /** Its words are packages. */
  readonly packages?: true;
  /** It takes what to do from a manifest: always, or where it is given no packages. */
  readonly manifest?: 'always' | 'without-packages';
  /** What it does where no packages are named: `pacman -Sy` updates the index. */
  readonly alone?: Action;
  /** It refuses to depart from the lock file. */
  readonly frozen?: true;
  /** Flags that take no value here though the manager's list has them: `conda clean -f`. */
  readonly switches?: readonly string[];
  /** The words behind it are a command of its own: `poetry run pip install`. */
  readonly runs?: true;
  /** In place of the manager's. */
  readonly packagePattern?: RegExp;
  /** Its words are groups of packages, which have no version. */
  readonly groups?: true;
}

/** A folder that a manager fills on its way, as root's with default settings. */
export interface CachePath {
  readonly path: string;
  /** The part of it that is filled, where what is mounted is more: apt's lists. */
  readonly filled?: string;
  /** Environment variables, and flags, that put it elsewhere. */
  readonly movedBy?: readonly string[];
  /** Two builds at once spoil it. */
  readonly sharing?: 'locked';
  readonly kind: 'downloads' | 'index' | 'build';
}

/** What is known of a package manager: data only, one a manager. */
export interface Manager {
  readonly name: string;
  readonly ecosystem: Ecosystem;
  /** Base names of its programs. */
  readonly programs: readonly string[];
  /** For names with versions in them (`pip3.12`). */
  readonly programPattern?: RegExp;
  /** As `python -m NAME`. */
  readonly pythonModule?: string;
  /** Flags that take the next word, before and behind the subcommand. */
  readonly valueFlags: readonly string[];
  /** Single-dash flags are whole words (`-DskipTests`, `-ldflags`), not letters in a row. */
  readonly longFlags?: true;
  /** What follows `--` is for another program. */
  readonly dropsRest?: true;
  /** Words before the subcommand that are none: `cargo +nightly build`. */
  readonly skipped?: RegExp;
  /** Every word of the command that is no flag is a subcommand (`mvn clean package`). */
  readonly manyGoals?: true;
  /** By name; names of several words (`go mod download`) too. `''` is the bare command; flags (`-Sy`) where they are the subcommand. */
  readonly subcommands: Readonly<Record<string, Subcommand>>;
  /** What a subcommand that is not in the table does: `yarn build` runs a script. */
  readonly unknownSubcommand?: Action;
  /** A package argument with the groups `name` and `version`. Tried on the word with expansions masked. */
  readonly packagePattern: RegExp;
  /** Flags that give the version of the packages: `gem install rails -v 7`. */
  readonly versionFlags?: readonly string[];
  /** Arguments that are files, repositories, groups rather than names in a registry. */
  readonly filePattern?: RegExp;
  readonly vcsPattern?: RegExp;
  /** The tag, branch or commit of such an argument, as the group `ref`. */
  readonly vcsRefPattern?: RegExp;
  readonly groupPattern?: RegExp;
  /** Flags whose value is a package, but no name in a registry: `pip install -e .`. */
  readonly packageFlags?: readonly string[];
  /** Flags whose value is a manifest or constraint file: `-r`, `-c`. */
  readonly requirementFlags?: readonly string[];
  readonly constraintFlags?: readonly string[];
  /** Any of these answers every question with yes; undefined where the manager asks none. */
  readonly assumeYes?: readonly FlagSpec[];
  /** The line of a configuration file that does so too. */
  readonly assumeYesSetting?: RegExp;
  readonly noCache?: readonly FlagSpec[];
  /** Environment variables that switch its cache off, with the values that do. */
  readonly noCacheVariables?: Readonly<Record<string, RegExp>>;
  readonly noRecommends?: readonly FlagSpec[];
  readonly noDevelopment?: readonly FlagSpec[];
  /** It installs only what the lock file says. */
  readonly frozen?: readonly FlagSpec[];
  /** Commands install for the whole system or user, beside any project. */
  readonly global?: readonly FlagSpec[];
  readonly caches: readonly CachePath[];
  /** The command that empties its cache, as a person would write it. */
  readonly cleanCommand?: string;
  readonly manifests: readonly string[];
  readonly lockFiles: readonly string[];
}

/** `1`, `true`, `yes`, `on` in any letter case. */
export const TRUTHY = /^(?:1|true|yes|on)$/i;

/** A list of flags written with blanks between them. */
export function flags(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}
