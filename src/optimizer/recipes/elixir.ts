import { aptInstall } from '../parts/apt-install.ts';
import { fresh } from '../draft.ts';
import { seenFrom, ship } from '../parts/artefact-recipe.ts';
import { finalWorkdir } from '../parts/workdir.ts';
import { suiteOf } from '../parts/runtime-image.ts';
import { keyword } from '../parts/keyword.ts';
import { lastOf, ownArgv } from '../parts/start.ts';
import { type Project, resolvePath, seenAt, uses } from '../project.ts';
import { type Proposal, type Recipe, refused } from '../recipe.ts';

/** What an Erlang release loads of the system, as Phoenix's own generator installs it. */
const LIBRARIES: Readonly<Record<string, string>> = {
  bookworm: 'libstdc++6 openssl libncurses6 ca-certificates',
  trixie: 'libstdc++6 openssl libncurses6 ca-certificates',
  bullseye: 'libstdc++6 openssl libncurses6 ca-certificates',
};

export const elixir: Recipe = {
  id: 'elixir',
  name: 'Elixir',
  applies: project =>
    project.stages.length === 1 &&
    /^(?:elixir|hexpm\/elixir)$/.test(project.final.image?.name ?? '') &&
    project.final.acts.some(act => uses(act, 'elixir', 'build', 'dependencies')),
  propose: (project, rung) =>
    rung === 'T2'
      ? refused('T2', 'A release starts with a shell script, and the distroless image has no shell.', {
          hazard: 7,
          evidence: seenFrom(project),
        })
      : slimStages(project),
};

function slimStages(project: Project): Proposal {
  const image = project.final.image;
  const workdir = finalWorkdir(project, '/');
  const argv = ownArgv(project.final);
  const start = lastOf(project.final, 'ENTRYPOINT') ?? lastOf(project.final, 'CMD');
  const suite = image === undefined ? undefined : suiteOf(image);
  const packages = LIBRARIES[suite ?? ''];
  if (start === undefined || workdir === undefined || argv?.[0] === undefined)
    return refused('T1', 'What the image starts is not known.', { hazard: 54, evidence: seenFrom(project) });
  const program = resolvePath(workdir, argv[0]) ?? '';
  const release = /^(.*\/_build\/\w+\/rel\/\w+)\/bin\/\w+$/.exec(program)?.[1];
  if (release === undefined)
    return refused('T1', 'The image does not start a release: Mix and the compiler are needed as it runs.', {
      hazard: 27,
      evidence: [seenAt(project, start)],
      remedy: 'Build with `mix release`, and start _build/prod/rel/NAME/bin/NAME.',
    });
  if (packages === undefined)
    return refused('T1', 'The release that the builder stands on is not known.', {
      hazard: 11,
      evidence: seenFrom(project),
    });
  return ship(project, {
    ecosystem: 'elixir',
    rung: 'T1',
    runtime: () => `debian:${suite ?? ''}-slim`,
    workdir,
    artefacts: [{ from: release, to: release }],
    // A release writes its settings to its own tmp as it starts.
    ownsArtefacts: true,
    top: aptInstall(project, packages.split(' ')),
    environment: [fresh(`${keyword(project, 'ENV')} LANG=C.UTF-8`)],
    obligations: [
      {
        hazard: 18,
        verdict: 'proven',
        claim: 'The final stage has the libraries that an Erlang release loads, on the suite that it was built on.',
        evidence: [],
        remedy: undefined,
      },
    ],
    leaves: 'The compiler, Mix and the sources',
  });
}
