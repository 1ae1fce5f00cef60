import type { ShellCommand } from '../../shell/model.ts';
import { fresh } from '../draft.ts';
import { seenFrom, ship } from '../parts/artefact-recipe.ts';
import { finalWorkdir } from '../parts/workdir.ts';
import { distroless, suiteOf } from '../parts/runtime-image.ts';
import { keyword } from '../parts/keyword.ts';
import { lastOf, ownArgv } from '../parts/start.ts';
import { runtimeOf } from '../parts/system-packages.ts';
import type { Rung } from '../plan.ts';
import { does, type Project, resolvePath, seenAt, uses } from '../project.ts';
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
  const image = project.final.image;
  const workdir = finalWorkdir(project, '/');
  const argv = ownArgv(project.final);
  const start = lastOf(project.final, 'ENTRYPOINT') ?? lastOf(project.final, 'CMD');
  const suite = image === undefined ? undefined : suiteOf(image);
  if (image === undefined || workdir === undefined || start === undefined || argv?.[0] === undefined)
    return refused(rung, 'What the image starts is not known.', { hazard: 54, evidence: seenFrom(project) });
  const seen = { evidence: [seenAt(project, start)] };
  const program = argv[0].includes('/') ? resolvePath(workdir, argv[0]) : undefined;
  const built = outputs(project);
  const path = program ?? built.find(each => each.endsWith(`/bin/${argv[0] ?? ''}`));
  if (path === undefined || !built.includes(path))
    return refused(rung, 'Which file the build makes for the image to start is not known.', {
      hazard: 21,
      ...seen,
      remedy: 'Name the output with -o, or install it with `install`, and start it by its path.',
    });
  const shared = links(project);
  const unknownFlags = shared.flags.filter(flag => !OWN_LIBRARIES.has(flag));
  const packages = shared.development.map(name => ({ name, ...runtimeOf(name, suite) }));
  const isStatic = shared.isStatic;
  if (!isStatic && image.name === 'gcc')
    return refused(rung, 'The gcc image has a newer libstdc++ than Debian.', {
      hazard: 12,
      evidence: seenFrom(project),
      remedy: 'Build on debian with build-essential, or link with -static.',
    });
  const missing = packages.find(({ role }) => role === 'unknown-dev');
  if (!isStatic && missing !== undefined)
    return refused(rung, `The library behind ${missing.name} is not known for ${suite ?? 'this suite'}.`, {
      hazard: 18,
      evidence: seenFrom(project),
    });
  if (
    rung === 'T2' &&
    !isStatic &&
    (unknownFlags.length > 0 || packages.some(({ runtime }) => runtime.length > 0) || suite !== 'trixie')
  ) {
    return refused(
      rung,
      unknownFlags.length > 0 || packages.length > 0
        ? 'The program links libraries that the distroless image lacks.'
        : 'The distroless image stands on trixie, and the builder on another suite.',
      {
        hazard: unknownFlags.length > 0 || packages.length > 0 ? 18 : 11,
        ...seen,
        remedy: 'Link with -static, or stay on a slim image.',
      },
    );
  }
  if (!isStatic && shared.usesBuildSystem && rung === 'T2')
    return refused(rung, 'What the build system links is not known before it is built.', {
      hazard: 18,
      ...seen,
      remedy: 'Link with -static, or stay on a slim image.',
    });
  if (suite === undefined || image.name === 'ubuntu')
    return rung === 'T1' && image.name === 'ubuntu'
      ? refused(rung, 'Ubuntu has no slim variant; the base would be the same.', { evidence: seenFrom(project) })
      : refused(rung, 'The release that the builder stands on is not known.', {
          hazard: 11,
          evidence: seenFrom(project),
        });
  const libraries = [...new Set(packages.flatMap(({ runtime }) => runtime))];
  const { escape } = project.dockerfile;
  const install =
    libraries.length === 0 || isStatic
      ? []
      : [
          fresh(
            `${keyword(project, 'RUN')} apt-get update && apt-get install -y --no-install-recommends ${libraries.join(' ')} ${escape}\n    && rm -rf /var/lib/apt/lists/*`,
          ),
        ];
  return ship(project, {
    ecosystem: 'c',
    rung,
    runtime: nonroot => (rung === 'T2' ? distroless(isStatic ? 'static' : 'cc', nonroot) : `debian:${suite}-slim`),
    workdir,
    artefacts: [{ from: path, to: path }],
    top:
      rung === 'T1'
        ? [
            ...install,
            ...(usesCxx(project) && libraries.length === 0 && !isStatic
              ? [
                  fresh(
                    `${keyword(project, 'RUN')} apt-get update && apt-get install -y --no-install-recommends libstdc++6 ${escape}\n    && rm -rf /var/lib/apt/lists/*`,
                  ),
                ]
              : []),
          ]
        : [],
    obligations: [
      {
        hazard: 18,
        verdict: 'proven',
        claim: isStatic
          ? 'The program is linked statically.'
          : libraries.length === 0
            ? 'The build names no library but those of the C library and the compiler.'
            : `The final stage has ${libraries.join(', ')}.`,
        evidence: [],
        remedy: undefined,
      },
    ],
    leaves: 'The compiler, headers and sources',
  });
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

function links({ final }: Project) {
  const commands: readonly ShellCommand[] = final.acts
    .filter(act => does(act, 'build'))
    .flatMap(({ effects }) => effects.map(({ command }) => command));
  const words = commands.flatMap(command => command.words.map(({ text }) => text));
  const development = final.acts.flatMap(({ effects }) =>
    effects.flatMap(effect =>
      effect.kind === 'system'
        ? effect.packages.flatMap(({ name }) => (name?.endsWith('-dev') === true ? name : []))
        : [],
    ),
  );
  return {
    flags: words.filter(word => /^-l[\w+.-]+$/.test(word)),
    isStatic:
      words.includes('-static') || words.some(word => /-DCMAKE_EXE_LINKER_FLAGS=.*-static(?:\s|"|'|$)/.test(word)),
    usesBuildSystem: commands.some(({ name }) => /^(?:make|cmake|ninja|meson)$/.test(name ?? '')),
    development,
  };
}
