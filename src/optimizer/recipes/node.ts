import { nodeLocks } from '../../context/manifests/node-lock.ts';
import type { Instruction } from '../../dockerfile/model.ts';
import { factsOf } from '../../images/image-facts.ts';
import { type Entry, changed, fresh } from '../draft.ts';
import { majorOf } from '../image-tags.ts';
import { type AccountPlan, accountFor } from '../parts/account.ts';
import { builds, compileStages } from '../parts/compile.ts';
import { finalWorkdir, sourceFolder } from '../parts/workdir.ts';
import { installManifests } from '../parts/install-manifests.ts';
import { nodeOutputs } from '../parts/node-outputs.ts';
import { type NodeStart, nodeStart } from '../parts/node-start.ts';
import { distroless, isSlim, slimTwin, suiteOf } from '../parts/runtime-image.ts';
import { split } from '../parts/split.ts';
import { skipsDevelopment } from '../parts/unused-development.ts';
import { keyword } from '../parts/keyword.ts';
import { execForm, hasCommand } from '../parts/start.ts';
import type { Rung, Step } from '../plan.ts';
import { type Act, type Project, seenAt, uses } from '../project.ts';
import { operationsOf } from '../../shell/operations.ts';
import { type Proposal, type Recipe, refusal } from '../recipe.ts';
import { distrolessObstacles, obstacles } from '../parts/node-obstacles.ts';
import { canOmit, installText, packagesFor, pruneText } from '../parts/node-install.ts';

export const node: Recipe = {
  id: 'node',
  name: 'Node.js',
  applies: project =>
    project.stages.length === 1 &&
    project.final.image?.name === 'node' &&
    project.final.acts.some(act => uses(act, 'node', 'dependencies')),
  propose(project, rung) {
    const start = nodeStart(project);
    const refusals = [
      ...obstacles(project, start, rung),
      ...(rung === 'T2' ? distrolessObstacles(project, start) : []),
    ];
    if (refusals.length > 0) return { kind: 'refused', refusals };
    const runtime = runtimeFor(project, rung);
    if (runtime === undefined)
      return {
        kind: 'refused',
        refusals: [
          refusal(rung, 'No slim tag of the base image is known.', {
            evidence: [seenAt(project, project.final.stage.from)],
          }),
        ],
      };
    const account = accountFor(project, runtime.name, 'node');
    return builds(project).length > 0
      ? withBuild(project, rung, runtime.text(account), account, start)
      : withoutBuild(project, rung, runtime.text(account), account, start);
  },
};

interface Runtime {
  readonly name: string;
  readonly text: (account: AccountPlan) => string;
}

function runtimeFor(project: Project, rung: Rung): Runtime | undefined {
  const image = project.final.image;
  if (image === undefined) return undefined;
  const major = majorOf(factsOf(image)?.tag.version);
  const name = `nodejs${major ?? ''}`;
  if (rung === 'T2')
    return { name: `gcr.io/distroless/${name}-debian13`, text: account => distroless(name, account.user.length > 0) };
  const text = isSlim(image) ? image.text : slimTwin(image)?.text;
  return text === undefined ? undefined : { name: text, text: () => text };
}

/** True where the install brings development dependencies as it is. */
function installsAll({ effects }: Act): boolean {
  return effects.flatMap(({ command }) => operationsOf(command)).some(operation => !skipsDevelopment(operation));
}

/** No build: the dependencies come from a stage of their own, everything else from the context as before. */
function withoutBuild(
  project: Project,
  rung: 'T2' | 'T1',
  runtime: string,
  account: AccountPlan,
  start: NodeStart | undefined,
): Proposal {
  const image = project.final.image;
  const install = project.final.acts.find(act => uses(act, 'node', 'dependencies'));
  const manifests = installManifests(project, 'node');
  if (image === undefined || install?.workdir === undefined)
    return { kind: 'refused', refusals: [refusal(rung, 'The folder of the install is not known.', { hazard: 4 })] };
  const workdir = workdirOf(install, project);
  const production = canOmit(project);
  const result = split(project, {
    rung,
    builderImage: image.text,
    runtimeImage: runtime,
    suite: suiteOf(image),
    setUp: [],
    // node-gyp is what wants Python, and only while it installs.
    buildPackages: new Set(['python3', 'python', 'python-is-python3', 'py3-pip']),
    manifests,
    install: act => installText(project, act, production),
    finish: [],
    artefacts: [fresh(`${keyword(project, 'COPY')} --from=build ${workdir}/node_modules ${workdir}/node_modules`)],
    buildsAhead: () => false,
    account: [...packagesFor(project, rung), ...account.create],
    user: rung === 'T1' ? account.user : [],
    command: instruction => (rung === 'T2' ? distrolessCommand(project, instruction, start) : undefined),
    unneeded: new Set(nodeLocks(project.context, '').map(({ path }) => path)),
  });
  if (!('draft' in result)) return { kind: 'refused', refusals: result };
  if (rung === 'T1' && runtime === image.text && result.dropped.length === 0 && !(production && installsAll(install)))
    return {
      kind: 'pointless',
      reason: `${image.text} is slim already, and no build tool or development dependency would be left behind.`,
    };
  return {
    kind: 'draft',
    draft: result.draft,
    steps: [...steps(project, runtime, production), ...account.steps],
    obligations: account.obligations,
  };
}

function workdirOf(install: Act, project: Project): string {
  return install.workdir === '/' || install.workdir === undefined
    ? (finalWorkdir(project, '/') ?? '/app')
    : install.workdir;
}

/** A build: it runs with every dependency, then those for development go, and the final stage takes what is left. */
function withBuild(
  project: Project,
  rung: 'T2' | 'T1',
  runtime: string,
  account: AccountPlan,
  start: NodeStart | undefined,
): Proposal {
  const workdir = finalWorkdir(project, '/');
  if (workdir === undefined || sourceFolder(project) !== workdir)
    return {
      kind: 'refused',
      refusals: [
        refusal(rung, 'The source is not copied into the working directory as one.', {
          hazard: 21,
          evidence: [seenAt(project, project.final.stage.from)],
        }),
      ],
    };
  const outputs = nodeOutputs(project, start, workdir);
  if (!('artefacts' in outputs)) return { kind: 'refused', refusals: [{ ...outputs, rung }] };
  const prune = outputs.standalone ? undefined : pruneText(project);
  const result = compileStages(project, {
    rung,
    builderImage: undefined,
    runtimeImage: runtime,
    workdir,
    rewrite: () => undefined,
    finish: prune === undefined ? [] : [fresh(`${keyword(project, 'RUN')} ${prune}`)],
    artefacts: outputs.artefacts,
    resources: outputs.resources,
    account: [...packagesFor(project, rung), ...account.create],
    user: rung === 'T1' ? account.user : [],
    environment: outputs.standalone ? [fresh(`${keyword(project, 'ENV')} HOSTNAME=0.0.0.0`)] : [],
    command: instruction => {
      if (outputs.standalone && instruction.keyword === 'CMD')
        return changed(
          project.dockerfile,
          instruction,
          execForm(project, instruction, rung === 'T2' ? ['server.js'] : ['node', 'server.js']),
        );
      return rung === 'T2' ? distrolessCommand(project, instruction, start) : undefined;
    },
  });
  if (!('draft' in result)) return { kind: 'refused', refusals: result };
  return {
    kind: 'draft',
    draft: result.draft,
    steps: [...buildSteps(project, runtime, prune), ...result.steps, ...account.steps],
    obligations: account.obligations,
  };
}

function distrolessCommand(
  project: Project,
  instruction: Instruction,
  start: NodeStart | undefined,
): Entry | undefined {
  if (!hasCommand(instruction) || start?.argv === undefined) return undefined;
  const words = instruction.keyword === 'CMD' ? start.argv : ['/nodejs/bin/node', ...start.argv];
  return changed(project.dockerfile, instruction, execForm(project, instruction, words));
}

function steps(project: Project, runtime: string, production: boolean): Step[] {
  const lines = project.final.acts
    .filter(act => uses(act, 'node', 'dependencies'))
    .map(({ instruction }) => instruction.firstLine);
  return [
    {
      what: `Install the dependencies in a stage of their own${production ? ', without those for development' : ''}`,
      why: 'The npm cache and compilers stay behind; the final stage takes node_modules.',
      lines,
      effect: 'smaller image',
    },
    {
      what: `Run on ${runtime}`,
      why: 'The full image carries compilers, Python and git, which nothing runs.',
      lines: [project.final.stage.from.firstLine],
      effect: 'smaller image, fewer packages to patch',
    },
  ];
}

function buildSteps(project: Project, runtime: string, prune: string | undefined): Step[] {
  const lines = builds(project).map(({ instruction }) => instruction.firstLine);
  return [
    {
      what: 'Build in a stage of its own',
      why: 'The source and the build tools stay behind; the final stage takes what the build makes.',
      lines,
      effect: 'smaller image',
    },
    ...(prune === undefined
      ? []
      : [
          {
            what: `Take out development dependencies with \`${prune}\``,
            why: 'They are needed to build, not to run. The same resolution serves both.',
            lines,
            effect: 'smaller node_modules',
          },
        ]),
    {
      what: `Run on ${runtime}`,
      why: 'Nothing that runs needs the rest of the full image.',
      lines: [project.final.stage.from.firstLine],
      effect: 'smaller image, fewer packages to patch',
    },
  ];
}
