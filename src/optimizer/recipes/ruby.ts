import { aptInstall } from '../parts/apt-install.ts';
import { readGemfile } from '../../context/manifests/gemfile.ts';
import { fresh } from '../draft.ts';
import { accountFor } from '../parts/account.ts';
import { cacheEdits } from '../parts/cache-mounts.ts';
import { installManifests } from '../parts/install-manifests.ts';
import { editRun } from '../parts/run-text.ts';
import { isSlim, slimTwin, suiteOf } from '../parts/runtime-image.ts';
import { split } from '../parts/split.ts';
import { keyword } from '../parts/keyword.ts';
import { type Project, seenAt, seenIn, uses } from '../project.ts';
import { BUILDER, type Proposal, type Recipe, refused } from '../recipe.ts';

/** Where the official image installs gems. */
const BUNDLE = '/usr/local/bundle';
/** Gems with native code that loads a library, with Debian's package by suite. */
const NEEDS: Readonly<Record<string, Readonly<Record<'bookworm' | 'trixie', string>>>> = {
  pg: { bookworm: 'libpq5', trixie: 'libpq5' },
  mysql2: { bookworm: 'libmariadb3', trixie: 'libmariadb3' },
  'ruby-vips': { bookworm: 'libvips42', trixie: 'libvips42t64' },
  rmagick: { bookworm: 'libmagickwand-6.q16-6', trixie: 'libmagickwand-7.q16-10' },
  charlock_holmes: { bookworm: 'libicu72', trixie: 'libicu76' },
  'ruby-oci8': { bookworm: '', trixie: '' },
};

export const ruby: Recipe = {
  id: 'ruby',
  name: 'Ruby',
  applies: project =>
    project.stages.length === 1 &&
    project.final.image?.name === 'ruby' &&
    project.final.acts.some(act => uses(act, 'ruby', 'dependencies')),
  propose: (project, rung) =>
    rung === 'T2'
      ? refused('T2', 'There is no distroless image with Ruby.', {
          hazard: 55,
          evidence: [seenAt(project, project.final.stage.from)],
        })
      : slimStages(project),
};

function slimStages(project: Project): Proposal {
  const { final, dockerfile, context } = project;
  const image = final.image;
  const twin = image === undefined || isSlim(image) ? undefined : slimTwin(image);
  const moved = /BUNDLE_PATH|--path[ =]|--deployment|vendor\/bundle/.test(dockerfile.text);
  const from = { evidence: [seenAt(project, final.stage.from)] };
  if (image === undefined || (twin === undefined && !isSlim(image)))
    return refused('T1', 'No slim tag of the base image is known.', from);
  if (moved)
    return refused('T1', 'Gems are installed beside the place that the image has for them.', {
      hazard: 17,
      ...from,
      remedy: 'Leave BUNDLE_PATH as the image has it.',
    });
  const suite = suiteOf(image);
  const gems = readGemfile(context, 'Gemfile')?.gems ?? [];
  const needing = gems.filter(name => NEEDS[name] !== undefined);
  const known = suite === 'bookworm' || suite === 'trixie' ? suite : undefined;
  const libraries = known === undefined ? [] : needing.flatMap(name => NEEDS[name]?.[known] ?? '');
  if (needing.length > 0 && twin !== undefined && (known === undefined || libraries.includes('')))
    return refused('T1', `The libraries behind ${needing.join(', ')} are not known for ${suite ?? 'this suite'}.`, {
      hazard: 18,
      evidence: needing.map(name => seenIn(context, 'Gemfile', name)),
    });
  const runtime = twin?.text ?? image.text;
  const account = accountFor(project, runtime, 'ruby');
  const install = aptInstall(project, twin === undefined ? [] : libraries);
  const result = split(project, {
    rung: 'T1',
    builderImage: image.text,
    runtimeImage: runtime,
    suite,
    setUp: [],
    manifests: installManifests(project, 'ruby'),
    install: ({ instruction, effects }) =>
      instruction.keyword === 'RUN'
        ? editRun(dockerfile, instruction, cacheEdits(dockerfile, instruction, effects))
        : '',
    finish: [],
    artefacts: [fresh(`${keyword(project, 'COPY')} --from=${BUILDER} ${BUNDLE} ${BUNDLE}`)],
    buildsAhead: () => false,
    account: [...install, ...account.create],
    user: account.user,
    command: () => undefined,
    buildPackages: new Set(),
    // Bundler reads them whenever the program starts.
    unneeded: new Set(),
  });
  if (!('draft' in result)) return { kind: 'refused', refusals: result };
  if (twin === undefined && result.dropped.length === 0)
    return { kind: 'pointless', reason: `${image.text} is slim already, and no build tool would be left behind.` };
  const lines = final.acts
    .filter(act => uses(act, 'ruby', 'dependencies'))
    .map(({ instruction }) => instruction.firstLine);
  return {
    kind: 'draft',
    draft: result.draft,
    steps: [
      {
        what: 'Install the gems in a stage of their own',
        why: 'Compilers and headers stay behind; the final stage takes the gems.',
        lines,
        effect: 'smaller image',
      },
      {
        what: `Run on ${runtime}`,
        why: 'The full image carries compilers and headers that nothing runs.',
        lines: [final.stage.from.firstLine],
        effect: 'fewer packages to patch',
      },
      ...account.steps,
    ],
    obligations: [
      {
        hazard: 18,
        verdict: 'proven',
        claim:
          needing.length === 0
            ? 'No gem is known to load a library of the system.'
            : `${needing.join(', ')} find ${libraries.join(', ')} in the final stage.`,
        evidence: needing.map(name => seenIn(context, 'Gemfile', name)),
        remedy: undefined,
      },
      ...account.obligations,
    ],
  };
}
