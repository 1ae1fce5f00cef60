import type { ShellCommand } from '../../shell/model.ts';
import { seenFrom, ship } from '../parts/artefact-recipe.ts';
import { finalWorkdir } from '../parts/workdir.ts';
import { aptInstall } from '../parts/apt-install.ts';
import { distroless, suiteOf } from '../parts/runtime-image.ts';
import { ownArgv } from '../parts/start.ts';
import { runtimeOf } from '../parts/system-packages.ts';
import type { Rung } from '../plan.ts';
import { does, type Project, resolvePath, uses } from '../project.ts';
import { type Proposal, type Recipe, refused } from '../recipe.ts';

/** Libraries of `-l` flags that the C library or the compiler's own runtime have. */
const OWN_LIBRARIES = new Set(['-lm', '-lpthread', '-ldl', '-lrt', '-lstdc++', '-lc', '-lgcc']);

export const c: Recipe = {
  id: 'c',
  name: 'C and C++',
  applies: project =>
    project.stages.length === 1 &&
    /^(?:gcc|debian|ubuntu|buildpack-deps)$/.test(project.final.image?.name ?? '') &&
    project.final.acts.some(act => uses(act, 'c', 'build')),
  propose: proposeC,
};

function proposeC(project: Project, rung: Exclude<Rung, 'T0'>): Proposal {
  const built = builtProgram(project, rung);
  if ('kind' in built) return built;
  const shared = links(project, built.suite);
  const obstacle = shared.isStatic ? undefined : linkObstacle(project, rung, built, shared);
  if (obstacle !== undefined) return obstacle;
  const libraries = shared.isStatic ? [] : [...shared.libraries, ...(usesCxx(project) ? ['libstdc++6'] : [])];
  return ship(project, {
    ecosystem: 'c',
    rung,
    runtime: nonroot =>
      rung === 'T2' ? distroless(shared.isStatic ? 'static' : 'cc', nonroot) : `debian:${built.suite}-slim`,
    workdir: built.workdir,
    artefacts: [{ from: built.path, to: built.path }],
    top: rung === 'T1' ? aptInstall(project, [...libraries, ...trusted(libraries)]) : [],
    obligations: [{ hazard: 18, verdict: 'proven', claim: libraryClaim(shared), evidence: [], remedy: undefined }],
    leaves: 'The compiler, headers and sources',
  });
}

/** What libraries that speak TLS look for; apt brought it with them, as a recommended package. */
function trusted(libraries: readonly string[]): readonly string[] {
  return libraries.some(name => /^lib(?:curl|ssl|gnutls|neon)/.test(name)) ? ['ca-certificates'] : [];
}

interface Built {
  /** Where the build puts the program, and the image starts it from. */
  readonly path: string;
  readonly workdir: string;
  readonly suite: string;
}

function builtProgram(project: Project, rung: Rung): Built | Proposal {
  const { image } = project.final;
  const from = { evidence: seenFrom(project) };
  const workdir = finalWorkdir(project, '/');
  const argv = ownArgv(project.final);
  const suite = image === undefined ? undefined : suiteOf(image);
  if (workdir === undefined || argv?.[0] === undefined)
    return refused(rung, 'What the image starts is not known.', { hazard: 54, ...from });
  if (image?.name === 'ubuntu')
    return refused(rung, 'Ubuntu has no slim variant, and distroless stands on Debian.', { hazard: 11, ...from });
  if (suite === undefined)
    return refused(rung, 'The release that the builder stands on is not known.', { hazard: 11, ...from });
  const [program] = argv;
  const built = outputs(project);
  const path = program.includes('/')
    ? resolvePath(workdir, program)
    : built.find(each => each.endsWith(`/bin/${program}`));
  if (path !== undefined && built.includes(path)) return { path, workdir, suite };
  return refused(rung, 'Which file the build makes for the image to start is not known.', {
    hazard: 21,
    ...from,
    remedy: 'Name the output with -o, or install it with `install`, and start it by its path.',
  });
}

/** Why a program that is linked dynamically cannot run on the runtime image of a rung. */
function linkObstacle(project: Project, rung: Rung, { suite }: Built, shared: Links): Proposal | undefined {
  const from = { evidence: seenFrom(project) };
  const remedy = 'Link with -static, or stay on a slim image.';
  const [unknown] = shared.unknown;
  if (project.final.image?.name === 'gcc')
    return refused(rung, 'The gcc image has a newer libstdc++ than Debian.', {
      hazard: 12,
      ...from,
      remedy: 'Build on debian with build-essential, or link with -static.',
    });
  if (unknown !== undefined)
    return refused(rung, `The library behind ${unknown} is not known for ${suite}.`, { hazard: 18, ...from });
  if (rung !== 'T2') return undefined;
  if (shared.libraries.length > 0 || shared.flags.length > 0)
    return refused(rung, 'The program links libraries that the distroless image lacks.', {
      hazard: 18,
      ...from,
      remedy,
    });
  if (shared.usesBuildSystem)
    return refused(rung, 'What the build system links is not known before it is built.', {
      hazard: 18,
      ...from,
      remedy,
    });
  if (suite !== 'trixie')
    return refused(rung, 'The distroless image stands on trixie, and the builder on another suite.', {
      hazard: 11,
      ...from,
      remedy,
    });
  return undefined;
}

function libraryClaim({ isStatic, libraries }: Links): string {
  if (isStatic) return 'The program is linked statically.';
  if (libraries.length > 0) return `The final stage has ${libraries.join(', ')}.`;
  return 'The build names no library but those of the C library and the compiler.';
}

function usesCxx({ context }: Project): boolean {
  return context.files().some(file => /\.(?:cc|cpp|cxx)$/.test(file));
}

/** Files that the compiler or an install is told to make. */
function outputs({ final }: Project): string[] {
  return final.acts.flatMap(act =>
    act.effects.flatMap(effect => {
      const words = effect.command.words.map(({ value }) => value ?? '');
      if (effect.kind === 'build') {
        const at = words.indexOf('-o');
        const cmake = cmakeOutput(words);
        const path = cmake ?? (at === -1 ? undefined : words[at + 1]);
        return path === undefined ? [] : (resolvePath(act.workdir, path) ?? []);
      }
      const moves = /^(?:cp|mv|install)$/.test(effect.command.name ?? '');
      return moves ? (resolvePath(act.workdir, words.at(-1) ?? '') ?? []) : [];
    }),
  );
}

/** `cmake --build build --target NAME` makes build/NAME. */
function cmakeOutput(words: readonly string[]): string | undefined {
  const [build, target] = ['--build', '--target'].map(flag =>
    words.includes(flag) ? words[words.indexOf(flag) + 1] : undefined,
  );
  return words[0] === 'cmake' && build !== undefined && target !== undefined && target !== 'install'
    ? `${build}/${target}`
    : undefined;
}

interface Links {
  /** `-l` flags beyond the C library and the compiler's own. */
  readonly flags: readonly string[];
  /** Debian packages of the libraries behind the `-dev` packages that are installed. */
  readonly libraries: readonly string[];
  /** `-dev` packages, and `-l` flags without one, whose libraries are not known. */
  readonly unknown: readonly string[];
  readonly isStatic: boolean;
  /** What is linked stands in files of a build system. */
  readonly usesBuildSystem: boolean;
}

function links({ final }: Project, suite: string): Links {
  const commands: readonly ShellCommand[] = final.acts
    .filter(act => does(act, 'build'))
    .flatMap(({ effects }) => effects.map(({ command }) => command));
  const words = commands.flatMap(command => command.words.map(({ text }) => text));
  const packages = final.acts
    .flatMap(({ effects }) => effects.flatMap(effect => (effect.kind === 'system' ? effect.packages : [])))
    .flatMap(({ name }) => (name?.endsWith('-dev') === true ? { name, ...runtimeOf(name, suite) } : []));
  const flags = words.filter(word => /^-l[\w+.-]+$/.test(word) && !OWN_LIBRARIES.has(word));
  return {
    flags,
    libraries: [...new Set(packages.flatMap(({ runtime }) => runtime))],
    unknown: [
      ...packages.filter(({ role }) => role === 'unknown-dev').map(({ name }) => name),
      ...(packages.length === 0 ? flags : []),
    ],
    isStatic:
      words.includes('-static') ||
      words.some(word => /-DCMAKE_EXE_LINKER_FLAGS=(?:(?!-DCMAKE_EXE).)*-static(?:[\s"']|$)/.test(word)),
    usesBuildSystem: commands.some(({ name }) => /^(?:make|cmake|ninja|meson)$/.test(name ?? '')),
  };
}
