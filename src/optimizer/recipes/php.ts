import { isInside, lastInstall, makesExtensions, phpStages } from '../parts/php-stages.ts';
import { suiteOf } from '../parts/runtime-image.ts';
import { isPlainList } from '../parts/run-text.ts';
import { finalWorkdir } from '../parts/workdir.ts';
import type { Refusal } from '../plan.ts';
import { does, type Project, seenAt, uses } from '../project.ts';
import { type Proposal, type Recipe, refusal, refused } from '../recipe.ts';
import { scan } from '../source-scan.ts';

/** Debian's releases that the table from headers to libraries knows. */
const SUITES: ReadonlySet<string> = new Set(['bookworm', 'trixie']);
/** What Composer fetches and unpacks with. */
const FETCHERS = ['git', 'unzip', 'zip', 'openssh-client', 'p7zip-full', 'subversion', 'mercurial'];

/** PHP's images come in one size: what there is to gain are the headers and tools that extensions and Composer are installed with. */
export const php: Recipe = {
  id: 'php',
  name: 'PHP',
  applies: project =>
    project.stages.length === 1 &&
    project.final.image?.name === 'php' &&
    project.final.acts.some(act => uses(act, 'php', 'dependencies', 'tool')),
  propose: (project, rung) =>
    rung === 'T2'
      ? refused('T2', 'There is no distroless image with PHP.', {
          hazard: 55,
          evidence: [seenAt(project, project.final.stage.from)],
        })
      : twoStages(project),
};

function twoStages(project: Project): Proposal {
  const { final } = project;
  const suite = final.image === undefined ? undefined : suiteOf(final.image);
  const workdir = finalWorkdir(project, '/var/www/html');
  const from = { evidence: [seenAt(project, final.stage.from)] };
  const installs = final.acts.some(act => does(act, 'system'));
  if (!installs) return { kind: 'pointless', reason: 'No package of the system is installed that could stay behind.' };
  if (suite === undefined || workdir === undefined || workdir === '/' || !SUITES.has(suite))
    return refused('T1', `Which libraries the extensions need is not known for ${suite ?? 'this release'}.`, {
      hazard: 18,
      ...from,
      remedy: 'Move to an image on bookworm or trixie.',
    });
  const refusals = obstacles(project, workdir);
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const { draft, dropped, added, unknown } = phpStages(project, workdir, suite, unneeded(project));
  if (unknown.length > 0)
    return refused('T1', `The libraries behind ${unknown.join(', ')} are not known for ${suite}.`, {
      hazard: 18,
      ...from,
      remedy: 'Install the libraries by name beside the -dev packages.',
    });
  if (dropped.length === 0)
    return { kind: 'pointless', reason: 'No package that only a build needs would stay behind.' };
  const lines = final.acts
    .filter(act => does(act, 'dependencies', 'tool', 'build'))
    .map(({ instruction }) => instruction.firstLine);
  return {
    kind: 'draft',
    draft,
    steps: [
      {
        what: 'Compile extensions and install packages in a stage of their own',
        why: `${dropped.join(', ')} stay behind; both stages are on the same image, so that extensions fit.`,
        lines,
        effect: 'smaller image, fewer packages to patch',
      },
    ],
    obligations: [
      {
        hazard: 18,
        verdict: 'proven',
        claim:
          added.length === 0
            ? 'No extension is built against a library that the image lacks.'
            : `The final stage has the libraries behind the headers that extensions are built with: ${added.join(', ')}.`,
        evidence: [],
        remedy: undefined,
      },
    ],
  };
}

/** What only Composer uses, where the source is seen to start none of it. */
function unneeded({ context, final }: Project): ReadonlySet<string> {
  const found = scan(context, 'php');
  const started = found.of('spawns', 'shell');
  const isKnown = found.isComplete && started.every(({ detail }) => detail !== undefined);
  const hasComposer = final.acts.some(act => uses(act, 'php', 'dependencies'));
  const names = started.flatMap(({ detail }) => detail?.replace(/^.*\//, '') ?? []);
  return new Set(isKnown && hasComposer ? FETCHERS.filter(name => !names.includes(name)) : []);
}

function obstacles(project: Project, workdir: string): Refusal[] {
  const last = lastInstall(project);
  return project.final.acts.flatMap((act, index) => {
    const { instruction, effects } = act;
    const seen = { evidence: [seenAt(project, instruction)] };
    if (instruction.keyword === 'USER' && index < last)
      return [refusal('T1', 'A step installs as another user than root.', { hazard: 32, ...seen })];
    if (instruction.keyword !== 'RUN') return [];
    const unknown = effects.find(({ kind }) => kind === 'unknown');
    if (unknown !== undefined || (effects.length === 0 && instruction.heredocs.length > 0))
      return [
        refusal('T1', `Nothing is known of what \`${unknown?.command.name ?? 'this RUN'}\` leaves behind.`, {
          hazard: 53,
          ...seen,
          remedy: 'Give it a RUN of its own, behind what installs.',
        }),
      ];
    const installs = does(act, 'dependencies', 'tool', 'build');
    const mixes = installs && does(act, 'files', 'mode', 'directory', 'application', 'account');
    const early = index < last && (does(act, 'application') || (does(act, 'files') && makesExtensions(act)));
    if (mixes || early || (installs && !isPlainList(effects.map(({ command }) => command))))
      return [
        refusal('T1', 'One RUN installs and does other things, so that it cannot be taken apart.', {
          hazard: 53,
          ...seen,
          remedy: 'Give what installs a RUN of its own, joined by &&.',
        }),
      ];
    return index < last && does(act, 'mode') && !isInside(act, workdir) && does(act, 'files')
      ? [refusal('T1', 'A RUN before the install changes files in several places.', { hazard: 42, ...seen })]
      : [];
  });
}
