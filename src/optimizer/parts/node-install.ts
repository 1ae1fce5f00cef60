import { aptInstall } from './apt-install.ts';
import { lackingPrograms } from './lacking-programs.ts';
import { readJson } from '../../context/manifests/json.ts';
import { type PackageJson, readPackageJson } from '../../context/manifests/package-json.ts';
import { asTable, asTextMap } from '../../context/manifests/values.ts';
import { operationsOf } from '../../shell/operations.ts';
import { type Entry } from '../draft.ts';
import type { Effect } from '../effects.ts';
import { cacheEdits } from './cache-mounts.ts';
import { editRun } from './run-text.ts';
import { isWorkspace, manifestsOf } from './node-workspace.ts';
import { startsProgramAlone } from './node-start.ts';
import { runsOwnScripts } from './node-scripts.ts';
import { composeFiles, parseDocument } from '../hazards/compose-files.ts';
import { factsOf } from '../../images/image-facts.ts';
import { majorOf } from '../image-tags.ts';
import { isSlim, slimTwin } from './runtime-image.ts';
import type { Rung } from '../plan.ts';
import type { Act, Project } from '../project.ts';

/** Debian packages that dependencies need in a slim image, which lacks them. */
const NEEDS: Readonly<Record<string, string>> = {
  '@prisma/client': 'openssl',
  canvas: 'libcairo2 libpango-1.0-0 libpangocairo-1.0-0 libjpeg62-turbo libgif7 librsvg2-2',
};

/** The RUN that installs what the slim image lacks and the project is known to need. */
export function packagesFor(project: Project, rung: Rung): Entry[] {
  const { context, final } = project;
  const twin = rung === 'T2' || final.image === undefined || isSlim(final.image) ? undefined : slimTwin(final.image);
  if (twin === undefined) return [];
  const manifest = readPackageJson(context, 'package.json');
  const libraries = Object.entries(NEEDS).flatMap(([name, debian]) =>
    manifest?.dependencies.has(name) === true ? debian.split(' ') : [],
  );
  return aptInstall(project, [...libraries, ...lackingPrograms(project, twin.facts).map(({ name }) => name)]);
}

/** True where development dependencies may stay away: nothing of the project's own runs while installing. */
export function canOmit(project: Project): boolean {
  const manifest = readPackageJson(project.context, 'package.json');
  const has = manifest !== undefined && manifest.devDependencies.size > 0;
  return has && !runsOwnScripts(project) && !mayStartTools(project) && !isBerry(project);
}

/** True where the image, or a compose file in its place, may start a tool for development. */
function mayStartTools(project: Project): boolean {
  const { context } = project;
  const composed = composeFiles(context).flatMap(file => parseDocument(file, context.read(file) ?? ''));
  return composed.some(({ key }) => key === 'command' || key === 'entrypoint') || !startsProgramAlone(project);
}

/** Yarn from its second major on has no `--production`. */
function isBerry({ context }: Project): boolean {
  return context.stat('.yarnrc.yml') !== undefined || /^__metadata:/m.test(context.read('yarn.lock') ?? '');
}

/** `npm install` as the lock file wants it, and without development dependencies where they are not needed. */
export function installText(project: Project, act: Act, production: boolean): string {
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

/** npm 6, which Node.js had up to 14, knows the older flag only. */
function omitFlag({ final }: Project, tool: string): string {
  const major = final.image === undefined ? undefined : majorOf(factsOf(final.image)?.tag.version);
  return tool === 'npm' && major !== undefined && major < 15 ? '--production' : (OMIT[tool] ?? '');
}

function installEdits(project: Project, effect: Effect, production: boolean) {
  const { context } = project;
  if (effect.kind !== 'dependencies') return [];
  const [operation] = operationsOf(effect.command);
  const word = operation?.subcommandWord;
  if (operation === undefined || operation.packages.length > 0) return [];
  const locked = effect.tool === 'npm' && operation.subcommand !== 'ci' && lockAgrees(context) && word !== undefined;
  const omit = production && !operation.skipsDevelopment ? ` ${omitFlag(project, effect.tool)}` : '';
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

/** True where something is to be installed to run the project, not only to build it. */
export function needsPackages({ dependencies, optionalDependencies, peerDependencies }: PackageJson): boolean {
  return dependencies.size + optionalDependencies.size + peerDependencies.size > 0;
}

/** The command that takes development dependencies out again; undefined where there is none that is sure. */
export function pruneText(project: Project): string | undefined {
  const { final } = project;
  const tool = final.acts
    .flatMap(({ effects }) => effects)
    .findLast(effect => effect.kind === 'dependencies' && effect.ecosystem === 'node');
  const manifests = manifestsOf(project);
  if (tool === undefined || !('tool' in tool) || mayStartTools(project)) return undefined;
  if (manifests.every(({ devDependencies }) => devDependencies.size === 0) || !manifests.some(needsPackages))
    return undefined;
  if (tool.tool === 'npm') return `npm prune ${omitFlag(project, 'npm')}`;
  return tool.tool === 'pnpm' && !isWorkspace(project) ? 'pnpm prune --prod' : undefined;
}
