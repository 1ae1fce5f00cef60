import { readPackageJson } from '../../context/manifests/package-json.ts';
import { factsOf } from '../../images/image-facts.ts';
import { operationsOf } from '../../shell/operations.ts';
import { majorOf } from '../image-tags.ts';
import { isNextStandalone } from './node-outputs.ts';
import type { NodeStart } from './node-start.ts';
import { type Handover, needsShell } from './own-account.ts';
import type { Refusal, Rung } from '../plan.ts';
import { type Project, seenAt, seenIn } from '../project.ts';
import { refusal } from '../recipe.ts';

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

/** Packages that fetch a browser into the home folder while they are installed, where a copy of node_modules leaves it behind. */
const BROWSERS = ['puppeteer', 'playwright', '@playwright/test', 'cypress'];
/** Variables that keep them from it, or have them put it into node_modules. */
const NO_BROWSER =
  /^(?:PUPPETEER_SKIP_(?:CHROMIUM_)?DOWNLOAD|PUPPETEER_EXECUTABLE_PATH|PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD|CYPRESS_INSTALL_BINARY)$/;

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

export function obstacles(project: Project, start: NodeStart | undefined, rung: Rung): Refusal[] {
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
  if (context.stat('.pnp.cjs') !== undefined)
    found.push(
      refusal(rung, "Plug'n'Play keeps packages in archives, not in node_modules.", {
        hazard: 48,
        evidence: [{ file: '.pnp.cjs', line: undefined, text: '.pnp.cjs' }],
        remedy: 'Set nodeLinker: node-modules.',
      }),
    );
  const browser = BROWSERS.find(
    name => manifest.dependencies.has(name) && !(rung === 'T2' && Object.hasOwn(NOT_ALONE, name)),
  );
  if (browser !== undefined && !isSet(project, NO_BROWSER))
    found.push(
      refusal(
        rung,
        `${browser} keeps its browser outside of node_modules, and needs more of the system than is known.`,
        {
          hazard: 20,
          evidence: [seenIn(context, 'package.json', `"${browser}"`)],
          remedy: 'Install the browser as a package of the system, and say where it is.',
        },
      ),
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
  if (used !== undefined && withoutGlobalRunner(project, start) === undefined)
    found.push(
      refusal(rung, `${used} is installed for the whole system, and the image starts with it.`, {
        hazard: 17,
        evidence: [start?.evidence ?? seenAt(project, final.stage.from)],
        remedy: `Start the program with node, or make ${used} a dependency.`,
      }),
    );
  return found;
}

function isSet({ final }: Project, names: RegExp): boolean {
  return final.acts.some(
    ({ instruction }) => instruction.keyword === 'ENV' && instruction.pairs.some(({ key }) => names.test(key.text)),
  );
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

/** The program behind a package manager that is installed for the whole system, as it can be started without; undefined where it cannot. */
export function withoutGlobalRunner(project: Project, start: NodeStart | undefined): readonly string[] | undefined {
  if (start?.viaRunner === undefined || !start.isPlain || !globalTools(project).includes(start.viaRunner))
    return undefined;
  if (start.argv !== undefined) return ['node', ...start.argv];
  const [program = '', ...rest] = start.words;
  const manifest = readPackageJson(project.context, 'package.json');
  return manifest?.dependencies.has(program) === true ? [`node_modules/.bin/${program}`, ...rest] : undefined;
}

export function distrolessObstacles(
  project: Project,
  start: NodeStart | undefined,
  handed: Pick<Handover, 'drops'>,
): Refusal[] {
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
    if (needsShell(act, handed).length > 0)
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
