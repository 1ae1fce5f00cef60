import { type Entry, fresh } from '../draft.ts';
import { PYTHON_NEEDS } from '../data/python-packages.ts';
import { pythonDependencies } from '../parts/python-dependencies.ts';
import { installManifests } from '../parts/install-manifests.ts';
import { hasCommand, startOf } from '../parts/start.ts';
import { distroless, isSlim, onSuite, slimTwin, suiteOf } from '../parts/runtime-image.ts';
import { editRun, dropWords } from '../parts/run-text.ts';
import { keyword, split } from '../parts/split.ts';
import { cacheEdits } from '../parts/cache-mounts.ts';
import { accountFor } from '../parts/account.ts';
import { lackingPrograms } from '../parts/lacking-programs.ts';
import { runtimeOf } from '../parts/system-packages.ts';
import type { Obligation, Refusal, Rung, Step } from '../plan.ts';
import { type Act, does, type Project, seenAt, uses } from '../project.ts';
import { type Proposal, type Recipe, refusal } from '../recipe.ts';
import { factsOf } from '../../images/image-facts.ts';
import { majorOf } from '../image-tags.ts';
import type { Instruction } from '../../dockerfile/model.ts';

const VENV = '/venv';
/** The one minor that Google's distroless image has. */
const DISTROLESS_MINOR = '3.13';

export const python: Recipe = {
  id: 'python',
  name: 'Python',
  applies: project =>
    project.stages.length === 1 &&
    project.final.image?.name === 'python' &&
    project.final.acts.some(act => uses(act, 'python', 'dependencies')),
  propose(project, rung) {
    const refusals =
      rung === 'T2' ? [...obstacles(project, rung), ...distrolessObstacles(project)] : obstacles(project, rung);
    if (refusals.length > 0) return { kind: 'refused', refusals };
    return rung === 'T2' ? distrolessStages(project) : slimStages(project);
  },
};

function obstacles(project: Project, rung: Rung): Refusal[] {
  const version = project.final.image === undefined ? undefined : factsOf(project.final.image)?.tag.version;
  if ((majorOf(version) ?? 0) < 3)
    return [
      refusal(rung, 'Python 2, or a version that is not known, has no venv module.', {
        hazard: 13,
        evidence: [seenAt(project, project.final.stage.from)],
      }),
    ];
  const installs = project.final.acts.filter(act => uses(act, 'python', 'dependencies'));
  return installs.flatMap(act => {
    const seen = { evidence: [seenAt(project, act.instruction)] };
    const words = act.effects.flatMap(({ command }) => command.words.map(word => word.value ?? word.text));
    if (words.includes('--user'))
      return [
        refusal(rung, '`--user` installs into a home folder that only this user has.', {
          hazard: 17,
          ...seen,
          remedy: 'Install without --user.',
        }),
      ];
    if (words.includes('-t') || words.includes('--target'))
      return [
        refusal(rung, '`--target` puts packages where .pth files are not read.', {
          hazard: 16,
          ...seen,
          remedy: 'Install into a virtual environment.',
        }),
      ];
    if (words.includes('-e') || words.includes('--editable'))
      return [
        refusal(rung, 'An editable install points back at the source.', {
          hazard: 16,
          ...seen,
          remedy: 'Install the project itself, without -e.',
        }),
      ];
    return [];
  });
}

function distrolessObstacles(project: Project): Refusal[] {
  const found: Refusal[] = [];
  const image = project.final.image;
  const minor = image === undefined ? undefined : factsOf(image)?.tag.minor;
  const from = { evidence: [seenAt(project, project.final.stage.from)] };
  if (minor !== DISTROLESS_MINOR) {
    found.push(
      refusal(
        'T2',
        `The distroless image has Python ${DISTROLESS_MINOR} only; this project runs on ${minor ?? 'a minor that is not known'}.`,
        { hazard: 13, ...from, remedy: `Move to python:${DISTROLESS_MINOR}.` },
      ),
    );
  }
  for (const act of project.final.acts) {
    const bad = act.effects.find(
      ({ kind }) => kind === 'files' || kind === 'mode' || kind === 'directory' || kind === 'account',
    );
    if (bad !== undefined)
      found.push(
        refusal('T2', `\`${bad.command.name ?? 'a command'}\` changes files that a distroless stage cannot make.`, {
          hazard: 42,
          evidence: [seenAt(project, act.instruction)],
          remedy: 'Bring the files with COPY.',
        }),
      );
    const packages = act.effects.flatMap(effect => (effect.kind === 'system' ? effect.packages : []));
    const needed = packages.filter(
      ({ name, text }) =>
        runtimeOf(name ?? text, 'trixie').runtime.some(each => !IN_DISTROLESS.has(each)) ||
        runtimeOf(name ?? text, 'trixie').role === 'unknown-dev',
    );
    if (needed.length > 0)
      found.push(
        refusal('T2', `${needed.map(({ text }) => text).join(', ')}: distroless has no package manager to bring it.`, {
          hazard: 18,
          evidence: [seenAt(project, act.instruction)],
          remedy: 'Drop the package if nothing at run time uses it.',
        }),
      );
  }
  for (const { name, evidence } of pythonDependencies(project)) {
    const need = PYTHON_NEEDS[name];
    if (need?.heavy === true || need?.libraries !== undefined)
      found.push(
        refusal('T2', `${name} needs libraries that the distroless image lacks.`, { hazard: 18, evidence: [evidence] }),
      );
  }
  return found;
}

const IN_DISTROLESS = new Set([
  'ca-certificates',
  'tzdata',
  'libssl3t64',
  'zlib1g',
  'libffi8',
  'libsqlite3-0',
  'libbz2-1.0',
  'liblzma5',
  'libgomp1',
  'libstdc++6',
  'libgcc-s1',
  'libuuid1',
  'libexpat1',
  'libreadline8t64',
]);

function slimStages(project: Project): Proposal {
  const image = project.final.image;
  if (image === undefined) return { kind: 'refused', refusals: [] };
  const suite = suiteOf(image);
  const twin = isSlim(image) ? undefined : slimTwin(image);
  if (!isSlim(image) && twin === undefined)
    return {
      kind: 'refused',
      refusals: [
        refusal('T1', `No slim tag of ${image.text} is known.`, {
          evidence: [seenAt(project, project.final.stage.from)],
        }),
      ],
    };
  const dependencies = pythonDependencies(project);
  const installed = new Set(
    project.final.acts.flatMap(({ effects }) =>
      effects.flatMap(effect => (effect.kind === 'system' ? effect.packages.flatMap(({ name }) => name ?? []) : [])),
    ),
  );
  const needs = dependencies.flatMap(({ name, evidence }) =>
    debianNeeds(name, suite).map(debian => ({ name, debian, evidence })),
  );
  const programs =
    twin === undefined
      ? []
      : lackingPrograms(project, twin.facts).map(({ name, evidence }) => ({
          name: 'the image',
          debian: name,
          evidence,
        }));
  const missing = [...(twin === undefined ? [] : needs.filter(({ debian }) => !installed.has(debian))), ...programs];
  const heavy = dependencies.filter(({ name }) => PYTHON_NEEDS[name]?.heavy === true);
  if (heavy.length > 0)
    return {
      kind: 'refused',
      refusals: heavy.map(({ name, evidence }) =>
        refusal('T1', `${name} needs more of the system than this tool knows.`, { hazard: 18, evidence: [evidence] }),
      ),
    };
  if (
    missing.length > 0 &&
    (suite === undefined || suite.startsWith('alpine') || needs.some(({ debian }) => debian === ''))
  ) {
    return {
      kind: 'refused',
      refusals: [
        refusal(
          'T1',
          `${missing.map(({ name }) => name).join(', ')}: the libraries they load are not known for ${suite ?? 'this suite'}.`,
          { hazard: 18, evidence: missing.map(({ evidence }) => evidence) },
        ),
      ],
    };
  }
  const runtime = twin?.text ?? image.text;
  const account = accountFor(project, runtime);
  const result = split(project, {
    ...common(project, image.text),
    rung: 'T1',
    runtimeImage: runtime,
    suite,
    finish: [],
    account: [
      ...packagesEntry(
        project,
        missing.map(({ debian }) => debian),
      ),
      ...account.create,
    ],
    user: account.user,
    artefacts: [
      fresh(`${keyword(project, 'COPY')} --from=build ${VENV} ${VENV}`),
      fresh(`${keyword(project, 'ENV')} PATH=${VENV}/bin:$PATH`),
    ],
    buildsAhead: () => false,
    command: instruction => ownCommand(project, instruction),
  });
  if (!('draft' in result)) return { kind: 'refused', refusals: result };
  if (twin === undefined && result.dropped.length === 0 && !hasTools(project)) {
    return { kind: 'pointless', reason: `${image.text} is slim already, and no build tool would be left behind.` };
  }
  return {
    kind: 'draft',
    draft: result.draft,
    steps: steps(project, runtime, result.dropped, account.steps),
    obligations: [...libraryObligations(dependencies, missing), ...account.obligations],
  };
}

function hasTools(project: Project): boolean {
  return project.final.acts.some(act =>
    act.effects.some(effect => effect.kind === 'tool' && !/^pip$/.test(effect.tool)),
  );
}

function distrolessStages(project: Project): Proposal {
  const image = project.final.image;
  if (image === undefined) return { kind: 'refused', refusals: [] };
  const builder = suiteOf(image) === 'trixie' ? image.text : onSuite(image, 'trixie')?.text;
  if (builder === undefined)
    return {
      kind: 'refused',
      refusals: [
        refusal('T2', `${image.text} has no tag on trixie, where the distroless image comes from.`, {
          hazard: 11,
          evidence: [seenAt(project, project.final.stage.from)],
        }),
      ],
    };
  const account = accountFor(project, 'gcr.io/distroless/python3-debian13');
  const nonroot = account.user.length > 0;
  const copy = keyword(project, 'COPY');
  const result = split(project, {
    ...common(project, builder),
    rung: 'T2',
    runtimeImage: distroless('python3', nonroot),
    suite: 'trixie',
    finish: [
      fresh(
        `${keyword(project, 'RUN')} ln -sf /usr/bin/python3.13 ${VENV}/bin/python3`,
        "Distroless keeps Python in /usr/bin; the virtual environment's one link has to lead there.",
      ),
    ],
    account: [],
    user: [],
    artefacts: [
      fresh(`${copy} --from=build ${VENV} ${VENV}`),
      fresh(`${keyword(project, 'ENV')} PATH=${VENV}/bin:$PATH`),
    ],
    buildsAhead: act => does(act, 'application'),
    command: instruction => distrolessCommand(project, instruction),
  });
  if (!('draft' in result)) return { kind: 'refused', refusals: result };
  return {
    kind: 'draft',
    draft: result.draft,
    steps: steps(project, distroless('python3', nonroot), result.dropped, account.steps),
    obligations: [...libraryObligations(pythonDependencies(project), []), ...account.obligations],
  };
}

/** What both rungs share: a virtual environment, filled from the manifests alone. */
function common(project: Project, builderImage: string) {
  const manifests = installManifests(project, 'python');
  const run = keyword(project, 'RUN');
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
    setUp: [
      fresh(`${run} python3 -m venv ${VENV}`),
      fresh(`${keyword(project, 'ENV')} ${variables(project)}PATH=${VENV}/bin:$PATH`),
    ],
    install: (act: Act) => installText(project, act),
  };
}

/** Tools other than pip look for the variable that an activated environment sets; uv has one of its own for a project. */
function variables({ final }: Project): string {
  const tools = final.acts.flatMap(({ effects }) =>
    effects.flatMap(effect => (effect.kind === 'dependencies' && 'tool' in effect ? effect.tool : [])),
  );
  if (tools.includes('uv')) return `UV_PROJECT_ENVIRONMENT=${VENV} UV_LINK_MODE=copy VIRTUAL_ENV=${VENV} `;
  return tools.some(tool => tool !== 'pip') ? `VIRTUAL_ENV=${VENV} ` : '';
}

/** An install into the virtual environment: the words that aim at the system's Python go. */
function installText(project: Project, { instruction, effects }: Act): string {
  if (instruction.keyword !== 'RUN') return '';
  const aimed = effects.flatMap(effect =>
    'tool' in effect
      ? effect.command.words.filter(({ value }) => value === '--system' || value === '--break-system-packages')
      : [],
  );
  return editRun(project.dockerfile, instruction, [
    ...cacheEdits(project.dockerfile, instruction, effects),
    ...dropWords(
      project.dockerfile,
      aimed.map(({ span }) => span),
    ),
  ]);
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

function packagesEntry(project: Project, packages: readonly string[]): Entry[] {
  if (packages.length === 0) return [];
  const { escape } = project.dockerfile;
  return [
    fresh(
      `${keyword(project, 'RUN')} apt-get update && apt-get install -y --no-install-recommends ${[...new Set(packages)].toSorted().join(' ')} ${escape}\n    && rm -rf /var/lib/apt/lists/*`,
    ),
  ];
}

/** Programs by their whole path are in the virtual environment now; `uv run` and its like are not needed in it. */
function ownCommand(project: Project, instruction: Instruction): Entry | undefined {
  if (!hasCommand(instruction)) return undefined;
  return startOf(project, instruction, argv =>
    withoutRunner(argv).map((word, index) =>
      index === 0 ? word.replace(/^\/usr\/local\/bin\/(?=.)/, `${VENV}/bin/`) : word,
    ),
  );
}

function withoutRunner(argv: readonly string[]): readonly string[] {
  const [first = '', second] = argv;
  if (!['uv', 'poetry', 'pipenv'].includes(first) || second !== 'run') return argv;
  const rest = argv.slice(2);
  // `uv run main.py` runs a file with Python.
  return rest[0]?.endsWith('.py') === true ? ['python', ...rest] : rest;
}

function distrolessCommand(project: Project, instruction: Instruction): Entry | undefined {
  const own = ownCommand(project, instruction);
  if (instruction.keyword !== 'CMD' || project.final.acts.some(act => act.instruction.keyword === 'ENTRYPOINT'))
    return own;
  const reset = `${keyword(project, 'ENTRYPOINT')} []`;
  const line = own?.text ?? project.dockerfile.text.slice(instruction.span[0], instruction.span[1]);
  return {
    lead: `# The image's own entrypoint would put the interpreter before the command a second time.\n`,
    text: `${reset}\n${line}`,
    origin: instruction,
  };
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
  const found: Step[] = [
    {
      what: `Install the dependencies into ${VENV} in a stage of their own`,
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
      why: 'The full image carries compilers and headers that nothing runs.',
      lines: [project.final.stage.from.firstLine],
      effect: 'smaller image, fewer packages to patch',
    },
  ];
  return [...found, ...more];
}
