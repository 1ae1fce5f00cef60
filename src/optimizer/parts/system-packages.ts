import type { RunInstruction } from '../../dockerfile/model.ts';
import { runtimePackages } from '../../images/runtime-packages.ts';
import type { ShellCommand, ShellWord } from '../../shell/model.ts';
import type { Edit } from '../../text/span.ts';
import type { Effect } from '../effects.ts';
import type { Act, Project } from '../project.ts';
import { dropCommands, dropWords, editRun } from './run-text.ts';

/** Packages that only a build needs: compilers, build systems, and what fetches sources for them. */
const BUILD_ONLY = new Set(
  `build-essential gcc g++ gcc-12 g++-12 cpp clang llvm make cmake ninja-build meson autoconf automake libtool m4 bison flex
  pkg-config pkgconf dpkg-dev libc-dev linux-headers build-base binutils patch gfortran nasm yasm swig cython3 rustc cargo golang
  protobuf-compiler protoc python3-dev python-dev python3-setuptools python3-wheel python3-distutils ruby-dev file debhelper
  node-gyp musl-dev autotools-dev libtool-bin cython python-dev-is-python3`.split(/\s+/),
);
/** Packages that are asked for by builds and by running programs alike. */
const BOTH = new Set([
  'git',
  'openssh-client',
  'ca-certificates',
  'curl',
  'wget',
  'unzip',
  'xz-utils',
  'gnupg',
  'python3',
  'bash',
]);

const IDLE: ReadonlySet<Effect['kind']> = new Set(['system', 'index', 'clean', 'nothing']);

export type PackageRole = 'build' | 'runtime' | 'both' | 'unknown-dev';

/** What a final image needs of one package, by the dated table from `-dev` packages to the libraries behind them. */
export interface RuntimePackage {
  readonly role: PackageRole;
  readonly runtime: readonly string[];
}

export function runtimeOf(name: string, suite: string | undefined): RuntimePackage {
  if (BUILD_ONLY.has(name) || /^(?:gcc|g\+\+|clang|llvm)-\d+$/.test(name) || /-headers(?:-|$)/.test(name))
    return { role: 'build', runtime: [] };
  if (BOTH.has(name)) return { role: 'both', runtime: [name] };
  if (!name.endsWith('-dev')) return { role: 'runtime', runtime: [name] };
  const runtime = suite === undefined ? undefined : runtimePackages(name, suite);
  return runtime === undefined ? { role: 'unknown-dev', runtime: [] } : { role: 'build', runtime };
}

/** What becomes of a RUN that installs packages of the distribution in the final stage. */
export interface RuntimeRun {
  /** The RUN with what is left of it; undefined where nothing is. */
  readonly text: string | undefined;
  readonly dropped: readonly string[];
  readonly added: readonly string[];
  /** `-dev` packages whose libraries the tables do not know for this suite. */
  readonly unknown: readonly string[];
  readonly kept: readonly string[];
}

/** The same RUN for a final stage: build packages out, the libraries behind `-dev` packages in, and without the commands named. */
export function runtimeRun(
  { dockerfile }: Project,
  run: RunInstruction,
  effects: readonly Effect[],
  suite: string | undefined,
  without: readonly ShellCommand[] = [],
  buildPackages: ReadonlySet<string> = new Set(),
): RuntimeRun {
  const packages = effects.flatMap(effect => (effect.kind === 'system' ? effect.packages : []));
  const outcomes = packages.map(argument => {
    const name = argument.name ?? argument.text;
    return {
      argument,
      ...(buildPackages.has(name) ? { role: 'build' as const, runtime: [] } : runtimeOf(name, suite)),
    };
  });
  const dropped = outcomes.filter(({ role }) => role === 'build' || role === 'unknown-dev');
  const kept = outcomes
    .filter(({ role }) => role === 'runtime' || role === 'both')
    .map(({ argument }) => argument.text);
  const present = new Set(kept);
  const added = [...new Set(dropped.flatMap(({ runtime }) => runtime))].filter(name => !present.has(name));
  const left = effects.filter(({ command }) => !without.includes(command));
  const isEmpty = kept.length + added.length === 0 && left.every(({ kind }) => IDLE.has(kind));
  const edits = [
    ...replacePackages(
      dockerfile,
      dropped.map(({ argument }) => argument.word),
      added,
    ),
    ...dropCommands(
      effects.map(({ command }) => command),
      new Set(without),
    ),
  ];
  return {
    text: isEmpty ? undefined : editRun(dockerfile, run, edits),
    dropped: dropped.map(({ argument }) => argument.name ?? argument.text),
    added,
    unknown: dropped.filter(({ role }) => role === 'unknown-dev').map(({ argument }) => argument.name ?? argument.text),
    kept,
  };
}

/** Writes the libraries in the place of the first package that goes, and takes the others out. */
function replacePackages(
  dockerfile: Project['dockerfile'],
  words: readonly ShellWord[],
  added: readonly string[],
): Edit[] {
  const [first, ...rest] = words;
  if (first === undefined) return [];
  if (added.length === 0)
    return dropWords(
      dockerfile,
      words.map(({ span }) => span),
    );
  return [
    { span: first.span, text: added.join(' ') },
    ...dropWords(
      dockerfile,
      rest.map(({ span }) => span),
    ),
  ];
}

/** True where the act does nothing but install packages of the distribution. */
export function isSystemOnly({ effects }: Act): boolean {
  return effects.some(({ kind }) => kind === 'system') && effects.every(({ kind }) => IDLE.has(kind));
}
