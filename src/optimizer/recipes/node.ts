import { nodeLocks } from '../../context/manifests/node-lock.ts';
import type { Instruction } from '../../dockerfile/model.ts';
import { factsOf } from '../../images/image-facts.ts';
import { type Entry, changed, fresh } from '../draft.ts';
import { builderFor, glibcSteps } from '../parts/node-builder.ts';
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
import type { Step } from '../plan.ts';
import { type Act, type Project, seenAt, uses } from '../project.ts';
import { operationsOf } from '../../shell/operations.ts';
import { BUILDER, type Proposal, type Recipe, refused } from '../recipe.ts';
import { type Handover, NO_HANDOVER, handoverOf, withoutOwner } from '../parts/own-account.ts';
import { isWorkspace } from '../parts/node-workspace.ts';
import { distrolessCommand } from '../parts/node-command.ts';
import { distrolessObstacles, obstacles, withoutGlobalRunner } from '../parts/node-obstacles.ts';
import { installOwner, numberOf, ownUser, ownership } from '../parts/node-owner.ts';
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
    const handed = rung === 'T2' ? handoverOf(project, 'node') : NO_HANDOVER;
    const refusals = [
      ...obstacles(project, start, rung),
      ...handed.refusals,
      ...(rung === 'T2' ? distrolessObstacles(project, start, handed) : []),
    ];
    if (refusals.length > 0) return { kind: 'refused', refusals };
    const target = targetOf(project, rung, start, handed);
    if (target === undefined)
      return refused(rung, 'No slim tag of the base image is known.', {
        evidence: [seenAt(project, project.final.stage.from)],
      });
    return builds(project).length > 0 || isWorkspace(project)
      ? withBuild(project, target)
      : withoutBuild(project, target);
  },
};

/** What both kinds of project are moved onto. */
interface Target {
  readonly rung: 'T2' | 'T1';
  /** The image as FROM has it. */
  readonly runtime: string;
  readonly account: AccountPlan;
  readonly handed: Handover;
  readonly start: NodeStart | undefined;
}

/** Undefined where no slim tag of the image is known. */
function targetOf(
  project: Project,
  rung: 'T2' | 'T1',
  start: NodeStart | undefined,
  handed: Handover,
): Target | undefined {
  const image = project.final.image;
  if (image === undefined) return undefined;
  if (rung === 'T2') {
    const name = `nodejs${majorOf(factsOf(image)?.tag.version) ?? ''}`;
    const account = accountFor(project, distroless(name, false), 'node');
    return { rung, runtime: distroless(name, handed.isUser || account.user.length > 0), account, handed, start };
  }
  const runtime = isSlim(image) ? image.text : slimTwin(image)?.text;
  return runtime === undefined
    ? undefined
    : { rung, runtime, account: accountFor(project, runtime, 'node'), handed, start };
}

/** True where the install brings development dependencies as it is. */
function installsAll({ effects }: Act): boolean {
  return effects.flatMap(({ command }) => operationsOf(command)).some(operation => !skipsDevelopment(operation));
}

/** No build: the dependencies come from a stage of their own, everything else from the context as before. */
function withoutBuild(project: Project, { rung, runtime, account, handed, start }: Target): Proposal {
  const image = project.final.image;
  const install = project.final.acts.find(act => uses(act, 'node', 'dependencies'));
  const manifests = installManifests(project, 'node');
  if (image === undefined || install?.workdir === undefined)
    return refused(rung, 'The folder of the install is not known.', { hazard: 4 });
  const workdir = workdirOf(install, project);
  const production = canOmit(project);
  const result = split(project, {
    rung,
    builderImage: builderFor(project, rung) ?? image.text,
    runtimeImage: runtime,
    suite: suiteOf(image),
    setUp: [],
    // node-gyp is what wants Python, and only while it installs.
    buildPackages: new Set(['python3', 'python', 'python-is-python3', 'py3-pip']),
    manifests,
    install: act => installText(project, act, production),
    finish: [],
    artefacts: [
      fresh(
        `${keyword(project, 'COPY')} --from=${BUILDER} ${installOwner(project, install)}${workdir}/node_modules ${workdir}/node_modules`,
      ),
    ],
    buildsAhead: () => false,
    account: [...packagesFor(project, rung), ...account.create],
    user: rung === 'T1' ? account.user : [],
    handed,
    command: instruction => commandFor(project, instruction, rung, start),
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
    steps: [...steps(project, runtime, production), ...glibcSteps(project, rung), ...account.steps, ...handed.steps],
    obligations: [...account.obligations, ...handed.obligations],
  };
}

function workdirOf(install: Act, project: Project): string {
  return install.workdir === '/' || install.workdir === undefined
    ? (finalWorkdir(project, '/') ?? '/app')
    : install.workdir;
}

/** A build: it runs with every dependency, then those for development go, and the final stage takes what is left. */
function withBuild(project: Project, { rung, runtime, account, handed, start }: Target): Proposal {
  const workdir = finalWorkdir(project, '/');
  if (workdir === undefined || sourceFolder(project) !== workdir)
    return refused(rung, 'The source is not copied into the working directory as one.', {
      hazard: 21,
      evidence: [seenAt(project, project.final.stage.from)],
    });
  const outputs = nodeOutputs(project, start, workdir);
  if (!('artefacts' in outputs)) return { kind: 'refused', refusals: [{ ...outputs, rung }] };
  const prune = outputs.standalone || outputs.wantsDevelopment ? undefined : pruneText(project);
  const owner = runtime.endsWith(':nonroot') ? '65532:65532' : (ownUser(project) ?? numberOf(account.user[0]?.text));
  const result = compileStages(project, {
    rung,
    builderImage: builderFor(project, rung),
    runtimeImage: runtime,
    workdir,
    rewrite: entry => (entry.origin === undefined ? undefined : withoutOwner(entry.origin, entry).text),
    handed,
    finish: prune === undefined ? [] : [fresh(`${keyword(project, 'RUN')} ${prune}`)],
    artefacts: outputs.artefacts.map(each => ({ ...each, owner: each.isWritten ? owner : undefined })),
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
      return commandFor(project, instruction, rung, start);
    },
  });
  if (!('draft' in result)) return { kind: 'refused', refusals: result };
  const isWhole = outputs.artefacts.some(({ from }) => from === workdir);
  if (isWhole && prune === undefined && builds(project).length > 0)
    return refused(rung, 'Which files of the built tree the program needs is not known, nor which packages.', {
      hazard: 21,
      evidence: builds(project).map(({ instruction }) => seenAt(project, instruction)),
      remedy: 'Start a file of the build with CMD ["node", "dist/main.js"].',
    });
  if (isWhole && runtime === project.final.image?.text && prune === undefined)
    return { kind: 'pointless', reason: `${runtime} is slim already, and nothing would be left behind.` };
  return {
    kind: 'draft',
    draft: result.draft,
    steps: [
      ...buildSteps(project, runtime, prune),
      ...glibcSteps(project, rung),
      ...result.steps,
      ...account.steps,
      ...handed.steps,
    ],
    obligations: [...account.obligations, ...(handed.isUser ? handed.obligations : ownership(project))],
  };
}

/** What is started, without the programs that the final stage lacks. */
function commandFor(
  project: Project,
  instruction: Instruction,
  rung: 'T2' | 'T1',
  start: NodeStart | undefined,
): Entry | undefined {
  if (rung === 'T2') return start?.argv && distrolessCommand(project, instruction, start.argv);
  const direct = hasCommand(instruction) ? withoutGlobalRunner(project, start) : undefined;
  return direct && changed(project.dockerfile, instruction, execForm(project, instruction, direct));
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
      why: reasonFor(project, runtime),
      lines: [project.final.stage.from.firstLine],
      effect: 'smaller image, fewer packages to patch',
    },
  ];
}

/** Why the runtime image is better than the original's. */
function reasonFor({ final }: Project, runtime: string): string {
  if (runtime === final.image?.text) return 'The image is slim already; the final stage takes only what runs.';
  const isSmall = final.image !== undefined && isSlim(final.image);
  return isSmall
    ? 'The slim image still has a shell, a package manager and npm, which nothing runs.'
    : 'The full image carries compilers, Python and git, which nothing runs.';
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
      why: reasonFor(project, runtime),
      lines: [project.final.stage.from.firstLine],
      effect: 'smaller image, fewer packages to patch',
    },
  ];
}
