import { readJson } from '../../context/manifests/json.ts';
import { nodeLocks } from '../../context/manifests/node-lock.ts';
import { INSTALL_SCRIPTS, readPackageJson } from '../../context/manifests/package-json.ts';
import { asTable, asTextMap } from '../../context/manifests/values.ts';
import type { Instruction } from '../../dockerfile/model.ts';
import { factsOf } from '../../images/image-facts.ts';
import { operationsOf } from '../../shell/operations.ts';
import { changed, type Entry, fresh } from '../draft.ts';
import type { Effect } from '../effects.ts';
import { majorOf } from '../image-tags.ts';
import { accountFor, type AccountPlan } from '../parts/account.ts';
import { cacheEdits } from '../parts/cache-mounts.ts';
import { builds, compileStages } from '../parts/compile.ts';
import { finalWorkdir, sourceFolder } from '../parts/workdir.ts';
import { installManifests } from '../parts/install-manifests.ts';
import { isNextStandalone, nodeOutputs } from '../parts/node-outputs.ts';
import { nodeStart, type NodeStart } from '../parts/node-start.ts';
import { editRun } from '../parts/run-text.ts';
import { distroless, isSlim, slimTwin, suiteOf } from '../parts/runtime-image.ts';
import { keyword, split } from '../parts/split.ts';
import { execForm, hasCommand } from '../parts/start.ts';
import type { Refusal, Rung, Step } from '../plan.ts';
import { type Act, does, type Project, seenAt, seenIn, uses } from '../project.ts';
import { type Proposal, type Recipe, refusal } from '../recipe.ts';

/** The majors that Google's distroless image has. */
const DISTROLESS_MAJORS = new Set([22, 24, 26]);
/** Packages that start other programs or ask the system for libraries as they load. */
const NOT_ALONE: Readonly<Record<string, string>> = {
  '@prisma/client': 'Prisma looks for OpenSSL with programs of the system as it starts',
  prisma: 'Prisma looks for OpenSSL with programs of the system as it starts',
  puppeteer: 'puppeteer starts a browser',
  'puppeteer-core': 'puppeteer starts a browser',
  playwright: 'playwright starts a browser',
  'playwright-core': 'playwright starts a browser',
  canvas: 'canvas loads cairo and pango',
  pm2: 'pm2 runs several processes',
};

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

/** What people install for the whole system to install and build with. */
const GLOBAL_TOOLS = new Set([
  'npm',
  'pnpm',
  'yarn',
  'corepack',
  'typescript',
  'node-gyp',
  '@angular/cli',
  '@nestjs/cli',
  'turbo',
  'lerna',
  'rimraf',
  'gulp',
  'gulp-cli',
  'grunt-cli',
  'webpack',
  'webpack-cli',
  'bower',
]);

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

function obstacles(project: Project, start: NodeStart | undefined, rung: Rung): Refusal[] {
  const { context, final } = project;
  const from = { evidence: [seenAt(project, final.stage.from)] };
  const manifest = readPackageJson(context, 'package.json');
  const found: Refusal[] = [];
  if (manifest === undefined)
    return [refusal(rung, 'There is no package.json at the root of the context.', { hazard: 48, ...from })];
  if (start?.development !== undefined)
    found.push(
      refusal(rung, `${start.development} is a server for development: what it serves is not built.`, {
        hazard: 27,
        evidence: [start.evidence],
        remedy: 'Build the files and serve them with a web server.',
      }),
    );
  if (start?.program === 'serve' || start?.program === 'http-server')
    found.push(
      refusal(rung, `${start.program} serves built files; a web server would answer on another port.`, {
        hazard: 34,
        evidence: [start.evidence],
        remedy: 'Serve the files with nginx in a stage of its own.',
      }),
    );
  if (manifest.workspaces.length > 0 || context.stat('pnpm-workspace.yaml') !== undefined)
    found.push(
      refusal(rung, 'Workspaces share one node_modules; which packages the program needs is not known.', {
        hazard: 48,
        evidence: [seenIn(context, 'package.json', '"workspaces"')],
        remedy: 'Deploy one package with `pnpm deploy` or `npm install --workspace`.',
      }),
    );
  if (context.stat('.pnp.cjs') !== undefined)
    found.push(
      refusal(rung, "Plug'n'Play keeps packages in archives, not in node_modules.", {
        hazard: 48,
        evidence: [{ file: '.pnp.cjs', line: undefined, text: '.pnp.cjs' }],
        remedy: 'Set nodeLinker: node-modules.',
      }),
    );
  const globals = globalTools(project);
  const other = globals.find(name => !GLOBAL_TOOLS.has(name));
  if (other !== undefined)
    found.push(
      refusal(rung, `${other} is installed for the whole system; whether something runs it later is not known.`, {
        hazard: 17,
        ...from,
        remedy: `Make ${other} a dependency, or install it where it is used.`,
      }),
    );
  const used = globals.find(name => start?.words[0] === name || start?.viaRunner === name);
  if (used !== undefined)
    found.push(
      refusal(rung, `${used} is installed for the whole system, and the image starts with it.`, {
        hazard: 17,
        evidence: [start?.evidence ?? seenAt(project, final.stage.from)],
        remedy: `Start the program with node, or make ${used} a dependency.`,
      }),
    );
  return found;
}

/** Programs that `npm install -g` or corepack bring. */
function globalTools({ final }: Project): string[] {
  return final.acts.flatMap(({ effects }) =>
    effects.flatMap(effect => {
      if (effect.kind !== 'tool') return [];
      if (effect.tool === 'corepack') return ['pnpm', 'yarn'];
      return operationsOf(effect.command).flatMap(({ packages }) => packages.flatMap(({ name }) => name ?? []));
    }),
  );
}

function distrolessObstacles(project: Project, start: NodeStart | undefined): Refusal[] {
  const { context, final } = project;
  const image = final.image;
  const major = image === undefined ? undefined : majorOf(factsOf(image)?.tag.version);
  const found: Refusal[] = [];
  if (major === undefined || !DISTROLESS_MAJORS.has(major))
    found.push(
      refusal(
        'T2',
        `The distroless image is published for Node.js 22, 24 and 26; this project runs on ${major ?? 'a version that is not known'}.`,
        {
          hazard: 55,
          evidence: [seenAt(project, final.stage.from)],
          remedy: 'Move to an even version that is maintained.',
        },
      ),
    );
  if (start?.argv === undefined && !(start?.program === 'next' && isNextStandalone(project)))
    found.push(
      refusal('T2', 'What the image starts is not known to be Node.js alone.', {
        hazard: start === undefined ? 6 : 5,
        evidence: start === undefined ? [seenAt(project, final.stage.from)] : [start.evidence],
        remedy: 'Start the program with CMD ["node", "file.js"].',
      }),
    );
  const manifest = readPackageJson(context, 'package.json');
  for (const [name, reason] of Object.entries(NOT_ALONE)) {
    if (manifest?.dependencies.has(name) === true)
      found.push(refusal('T2', `${reason}.`, { hazard: 20, evidence: [seenIn(context, 'package.json', `"${name}"`)] }));
  }
  for (const act of final.acts) {
    const packages = act.effects.flatMap(effect => (effect.kind === 'system' ? effect.packages : []));
    const needed = packages.filter(
      ({ name = '' }) =>
        !/^(?:python3?|make|g\+\+|gcc|build-essential|git|ca-certificates|build-base|libc6-compat|curl|openssl)$/.test(
          name,
        ),
    );
    if (needed.length > 0)
      found.push(
        refusal('T2', `${needed.map(({ text }) => text).join(', ')}: distroless has no package manager to bring it.`, {
          hazard: 18,
          evidence: [seenAt(project, act.instruction)],
          remedy: 'Drop the package if nothing at run time uses it.',
        }),
      );
    if (does(act, 'account', 'mode', 'directory', 'files'))
      found.push(
        refusal('T2', 'A RUN changes files that a distroless stage cannot make.', {
          hazard: 42,
          evidence: [seenAt(project, act.instruction)],
          remedy: 'Bring the files with COPY --chown.',
        }),
      );
  }
  return found;
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
  if (rung === 'T1' && runtime === image.text && result.dropped.length === 0 && !production)
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

/** Debian packages that dependencies need in a slim image, which lacks them. */
const NEEDS: Readonly<Record<string, string>> = {
  '@prisma/client': 'openssl',
  canvas: 'libcairo2 libpango-1.0-0 libpangocairo-1.0-0 libjpeg62-turbo libgif7 librsvg2-2',
};

function packagesFor(project: Project, rung: Rung): Entry[] {
  const { context, final, dockerfile } = project;
  const image = final.image;
  if (rung === 'T2' || image === undefined || isSlim(image)) return [];
  const manifest = readPackageJson(context, 'package.json');
  const packages = Object.entries(NEEDS).flatMap(([name, debian]) =>
    manifest?.dependencies.has(name) === true ? debian.split(' ') : [],
  );
  if (packages.length === 0) return [];
  return [
    fresh(
      `${keyword(project, 'RUN')} apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')} ${dockerfile.escape}\n    && rm -rf /var/lib/apt/lists/*`,
    ),
  ];
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

/** True where development dependencies may stay away: nothing of the project's own runs while installing. */
function canOmit({ context }: Project): boolean {
  const manifest = readPackageJson(context, 'package.json');
  return (
    manifest !== undefined &&
    manifest.devDependencies.size > 0 &&
    !INSTALL_SCRIPTS.some(name => manifest.scripts.has(name))
  );
}

/** `npm install` as the lock file wants it, and without development dependencies where they are not needed. */
function installText(project: Project, act: Act, production: boolean): string {
  const { instruction, effects } = act;
  if (instruction.keyword !== 'RUN') return '';
  const edits = effects.flatMap(effect => installEdits(project, effect, production));
  return editRun(project.dockerfile, instruction, [...cacheEdits(project.dockerfile, instruction, effects), ...edits]);
}

const OMIT: Readonly<Record<string, string>> = {
  npm: '--omit=dev',
  yarn: '--production',
  pnpm: '--prod',
  bun: '--production',
};

function installEdits({ context }: Project, effect: Effect, production: boolean) {
  if (effect.kind !== 'dependencies') return [];
  const [operation] = operationsOf(effect.command);
  const word = operation?.subcommandWord;
  if (operation === undefined || operation.packages.length > 0) return [];
  const locked = effect.tool === 'npm' && operation.subcommand !== 'ci' && lockAgrees(context) && word !== undefined;
  const omit = production && !operation.skipsDevelopment ? ` ${OMIT[effect.tool] ?? ''}` : '';
  const end = word?.span ?? operation.program.span;
  if (locked && word !== undefined) return [{ span: word.span, text: `ci${omit}` }];
  return omit.trim() === ''
    ? []
    : [{ span: [end[1], end[1]] as const, text: `${word === undefined ? ' install' : ''}${omit}` }];
}

/** True where package-lock.json has the same ranges as package.json, so that `npm ci` accepts it. */
function lockAgrees(context: Project['context']): boolean {
  const manifest = readPackageJson(context, 'package.json');
  const root = asTable(asTable(readJson(context, 'package-lock.json')?.['packages'])['']);
  if (manifest === undefined || Object.keys(root).length === 0) return false;
  const same = (key: 'dependencies' | 'devDependencies'): boolean => {
    const locked = asTextMap(root[key]);
    return (
      locked.size === manifest[key].size && [...manifest[key]].every(([name, range]) => locked.get(name) === range)
    );
  };
  return same('dependencies') && same('devDependencies');
}

/** The command that takes development dependencies out again; undefined where there is none that is sure. */
function pruneText({ final, context }: Project): string | undefined {
  const tool = final.acts
    .flatMap(({ effects }) => effects)
    .findLast(effect => effect.kind === 'dependencies' && effect.ecosystem === 'node');
  const manifest = readPackageJson(context, 'package.json');
  if (tool === undefined || !('tool' in tool) || manifest?.devDependencies.size === 0) return undefined;
  if (tool.tool === 'npm') return 'npm prune --omit=dev';
  return tool.tool === 'pnpm' ? 'pnpm prune --prod' : undefined;
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
