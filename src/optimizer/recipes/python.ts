import { aptInstall } from '../parts/apt-install.ts';
import type { RuntimeImage } from '../parts/runtime-image.ts';
import type { Evidence } from '../plan.ts';
import { BUILDER, refused } from '../recipe.ts';
import { type Entry, fresh } from '../draft.ts';
import { PYTHON_NEEDS } from '../data/python-packages.ts';
import { onPython, pythonImage, reasonFor } from '../parts/python-image.ts';
import { pythonDependencies } from '../parts/python-dependencies.ts';
import { installManifests } from '../parts/install-manifests.ts';
import { distroless, isSlim, onSuite, slimTwin, suiteOf } from '../parts/runtime-image.ts';
import { bringsInstaller, installText, installerText, servesProjectVenv, variables } from '../parts/python-install.ts';
import { type ImageReference, parseImageReference } from '../../dockerfile/image-reference.ts';
import { minorOf, tagOf, tagText, withTag } from '../image-tags.ts';
import { type Handover, NO_HANDOVER, handoverOf } from '../parts/own-account.ts';
import { split } from '../parts/split.ts';
import { keyword } from '../parts/keyword.ts';
import { accountFor } from '../parts/account.ts';
import { lackingPrograms } from '../parts/lacking-programs.ts';
import type { Obligation, Step } from '../plan.ts';
import { type Act, type Project, does, seenAt, uses } from '../project.ts';
import { type Proposal, type Recipe, refusal } from '../recipe.ts';
import { distrolessObstacles, obstacles } from '../parts/python-obstacles.ts';
import { distrolessCommand, ownCommand, venvOf } from '../parts/python-start.ts';

export const python: Recipe = {
  id: 'python',
  name: 'Python',
  applies: project =>
    project.stages.length === 1 &&
    pythonImage(project) !== undefined &&
    project.final.acts.some(act => uses(act, 'python', 'dependencies')),
  propose(given, rung) {
    const project = onPython(given);
    const handed = rung === 'T2' ? handoverOf(project, 'python') : NO_HANDOVER;
    const refusals = [
      ...obstacles(project, rung),
      ...handed.refusals,
      ...(rung === 'T2' ? distrolessObstacles(project, handed) : []),
    ];
    if (refusals.length > 0) return { kind: 'refused', refusals };
    return rung === 'T2' ? distrolessStages(project, handed) : slimStages(project);
  },
};

function slimStages(project: Project): Proposal {
  const { image, stage } = project.final;
  const twin = image === undefined || isSlim(image) ? undefined : slimTwin(image);
  if (image === undefined || (twin === undefined && !isSlim(image)))
    return refused('T1', 'No slim tag of the base image is known.', { evidence: [seenAt(project, stage.from)] });
  const suite = suiteOf(image);
  const missing = twin === undefined ? [] : missingPackages(project, suite, twin);
  const obstacle = libraryObstacle(project, suite, missing);
  if (obstacle !== undefined) return obstacle;
  const runtime = twin?.text ?? image.text;
  const original = stage.base.kind === 'image' ? stage.base.image.text : image.text;
  const account = accountFor(project, runtime);
  const packages = aptInstall(
    project,
    missing.map(({ debian }) => debian),
  );
  const result = split(project, {
    ...common(project, original),
    rung: 'T1',
    runtimeImage: runtime,
    suite,
    finish: [],
    account: [...packages, ...account.create],
    user: account.user,
    artefacts: artefacts(project),
    buildsAhead: () => false,
    command: instruction => ownCommand(project, instruction),
  });
  if (!('draft' in result)) return { kind: 'refused', refusals: result };
  if (runtime === original && result.dropped.length === 0 && !hasTools(project)) {
    return { kind: 'pointless', reason: `${image.text} is slim already, and no build tool would be left behind.` };
  }
  return {
    kind: 'draft',
    draft: result.draft,
    steps: steps(project, runtime, result.dropped, account.steps),
    obligations: [...libraryObligations(pythonDependencies(project), missing), ...account.obligations],
  };
}

/** The virtual environment as the final stage takes it. */
function artefacts(project: Project): Entry[] {
  const { path, isOwn } = venvOf(project);
  const copy = fresh(`${keyword(project, 'COPY')} --from=${BUILDER} ${path} ${path}`);
  return isOwn ? [copy] : [copy, fresh(`${keyword(project, 'ENV')} PATH=${path}/bin:$PATH`)];
}

interface Missing {
  /** The distribution, or `the image`, that needs it. */
  readonly name: string;
  /** Debian's package; empty where its name is not known for the suite. */
  readonly debian: string;
  readonly evidence: Evidence;
}

/** What the full image has, the slim one lacks, and the project is known to need. */
function missingPackages(project: Project, suite: string | undefined, { facts }: RuntimeImage): Missing[] {
  const installed = new Set(
    project.final.acts.flatMap(({ effects }) =>
      effects.flatMap(effect => (effect.kind === 'system' ? effect.packages.flatMap(({ name }) => name ?? []) : [])),
    ),
  );
  const libraries = pythonDependencies(project).flatMap(({ name, evidence }) =>
    debianNeeds(name, suite).map(debian => ({ name, debian, evidence })),
  );
  const programs = lackingPrograms(project, facts).map(({ name, evidence }) => ({
    name: 'the image',
    debian: name,
    evidence,
  }));
  return [...libraries.filter(({ debian }) => !installed.has(debian)), ...programs];
}

function libraryObstacle(
  project: Project,
  suite: string | undefined,
  missing: readonly Missing[],
): Proposal | undefined {
  const heavy = pythonDependencies(project).find(({ name }) => PYTHON_NEEDS[name]?.heavy === true);
  if (heavy !== undefined)
    return refused('T1', `${heavy.name} needs more of the system than this tool knows.`, {
      hazard: 18,
      evidence: [heavy.evidence],
    });
  const unknown = missing.filter(({ debian }) => debian === '' || suite === undefined);
  if (unknown.length === 0) return undefined;
  const names = unknown.map(({ name }) => name).join(', ');
  return refused('T1', `${names}: the libraries they load are not known for ${suite ?? 'this suite'}.`, {
    hazard: 18,
    evidence: unknown.map(({ evidence }) => evidence),
  });
}

function hasTools(project: Project): boolean {
  return project.final.acts.some(act =>
    act.effects.some(effect => effect.kind === 'tool' && !/^(?:pip|venv)$/.test(effect.tool)),
  );
}

function distrolessStages(project: Project, handed: Handover): Proposal {
  const image = project.final.image;
  if (image === undefined) return { kind: 'refused', refusals: [] };
  const { base } = project.final.stage;
  const original = base.kind === 'image' ? base.image : image;
  const builder =
    suiteOf(image) === 'trixie' ? original.text : original.name === image.name ? onTrixie(image) : undefined;
  if (builder === undefined)
    return {
      kind: 'refused',
      refusals: [
        refusal('T2', `${original.text} has no tag on trixie that is known, where the distroless image comes from.`, {
          hazard: 11,
          evidence: [seenAt(project, project.final.stage.from)],
        }),
      ],
    };
  const account = accountFor(project, 'gcr.io/distroless/python3-debian13');
  const nonroot = handed.isUser || account.user.length > 0;
  const { path, link } = venvOf(project);
  const result = split(project, {
    ...common(project, builder),
    rung: 'T2',
    runtimeImage: distroless('python3', nonroot),
    suite: 'trixie',
    finish: [
      fresh(
        `${keyword(project, 'RUN')} ln -sf /usr/bin/python3.13 ${path}/bin/${link}`,
        "Distroless keeps Python in /usr/bin; the virtual environment's one link has to lead there.",
      ),
    ],
    account: [],
    user: [],
    artefacts: artefacts(project),
    handed,
    buildsAhead: act => does(act, 'application'),
    command: instruction => distrolessCommand(project, instruction),
  });
  if (!('draft' in result)) return { kind: 'refused', refusals: result };
  return {
    kind: 'draft',
    draft: result.draft,
    steps: steps(project, distroless('python3', nonroot), result.dropped, [...account.steps, ...handed.steps]),
    obligations: [
      ...libraryObligations(pythonDependencies(project), []),
      ...account.obligations,
      ...handed.obligations,
    ],
  };
}

/** The tag of the same patch release on the distroless image's suite, else that of the same minor. */
function onTrixie(image: ImageReference): string | undefined {
  const { version, ...tag } = tagOf(image);
  const rest = { ...tag, slim: isSlim(image) };
  const minor = minorOf(version);
  const floating = minor === undefined ? undefined : withTag(image, tagText(image.name, { version: minor, ...rest }));
  const reference = floating === undefined ? undefined : parseImageReference(floating);
  return (onSuite(image, 'trixie') ?? (reference === undefined ? undefined : onSuite(reference, 'trixie')))?.text;
}

/** What both rungs share: a virtual environment, filled from the manifests alone. */
function common(project: Project, builderImage: string) {
  const manifests = installManifests(project, 'python');
  const run = keyword(project, 'RUN');
  const venv = venvOf(project);
  return {
    builderImage,
    manifests,
    buildPackages: new Set<string>(),
    unneeded: new Set(
      (manifests ?? []).filter(path =>
        /(?:^|\/)(?:requirements[^/]*\.(?:txt|in)|constraints[^/]*\.txt|poetry\.lock|uv\.lock|Pipfile(?:\.lock)?)$/.test(
          path,
        ),
      ),
    ),
    setUp: venv.isOwn
      ? []
      : [
          fresh(`${run} python3 -m venv ${venv.path}`),
          fresh(`${keyword(project, 'ENV')} ${variables(project, venv.path)}PATH=${venv.path}/bin:$PATH`),
        ],
    ahead: (act: Act) => installerText(project, act),
    followsSetUp: (act: Act) => !does(act, 'tool') || !act.effects.some(bringsInstaller),
    skips: (act: Act) => !venv.isOwn && servesProjectVenv(project, act),
    install: (act: Act) => installText(project, act),
  };
}

function debianNeeds(name: string, suite: string | undefined): readonly string[] {
  const need = PYTHON_NEEDS[name];
  if (need?.libraries === undefined && need?.programs === undefined) return [];
  const libraries =
    typeof need.libraries === 'string'
      ? need.libraries
      : suite === 'bookworm' || suite === 'trixie'
        ? need.libraries?.[suite]
        : need.libraries === undefined
          ? undefined
          : '';
  return [...(libraries === undefined ? [] : libraries.split(' ')), ...Object.values(need.programs ?? {})];
}

function libraryObligations(
  dependencies: readonly { readonly name: string }[],
  missing: readonly {
    readonly name: string;
    readonly debian: string;
    readonly evidence: Obligation['evidence'][number];
  }[],
): Obligation[] {
  const claim =
    missing.length === 0
      ? `None of the ${dependencies.length} dependencies is known to load a library of the system; wheels carry their own.`
      : `${missing.map(({ name, debian }) => `${name} gets ${debian}`).join(', ')}; the other dependencies are not known to load libraries of the system.`;
  return [
    { hazard: 18, verdict: 'proven', claim, evidence: missing.map(({ evidence }) => evidence), remedy: undefined },
  ];
}

function steps(project: Project, runtime: string, dropped: readonly string[], more: readonly Step[]): Step[] {
  const installs = project.final.acts.filter(act => uses(act, 'python', 'dependencies'));
  const lines = installs.map(({ instruction }) => instruction.firstLine);
  const { base } = project.final.stage;
  const original = base.kind === 'image' ? base.image : undefined;
  const found: Step[] = [
    {
      what: `Install the dependencies into ${venvOf(project).path} in a stage of their own`,
      why: 'pip, its cache and compilers stay behind; the final stage takes the virtual environment.',
      lines,
      effect: dropped.length === 0 ? 'smaller image' : `no ${dropped.join(', ')} in the image`,
    },
    {
      what: 'Copy the manifests before the source',
      why: 'An edit of the source no longer re-installs the dependencies.',
      lines,
      effect: 'the install is cached until a manifest changes',
    },
    {
      what: `Run on ${runtime}`,
      why: reasonFor(original, runtime),
      lines: [project.final.stage.from.firstLine],
      effect: 'smaller image, fewer packages to patch',
    },
  ];
  return [...found, ...more];
}
