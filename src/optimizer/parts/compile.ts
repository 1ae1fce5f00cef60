import type { Instruction } from '../../dockerfile/model.ts';
import { bare, changed, type Draft, type Entry, fresh, withGap } from '../draft.ts';
import type { Refusal, Rung, Step } from '../plan.ts';
import { readGoMod } from '../../context/manifests/go-mod.ts';
import { readPom } from '../../context/manifests/pom.ts';
import type { Ecosystem } from '../ecosystem.ts';
import type { Effect } from '../effects.ts';
import { type Act, copiesEverything, does, literal, type Project, seenAt } from '../project.ts';
import { BUILDER, refusal } from '../recipe.ts';
import { reorderStage } from '../recipes/reorder.ts';
import { buildEnvironment, runtimeEnvironment, usedArguments } from './environment.ts';
import { ecosystemOf } from './account.ts';
import { installManifests } from './install-manifests.ts';
import { indentOf } from './run-text.ts';
import { copiesTo } from './places.ts';
import { keyword, platformOf } from './keyword.ts';
import { madeFolders } from './made-folders.ts';
import { plainExec } from './start.ts';
import type { Handover } from './own-account.ts';

/** How a compiled project is taken apart: the whole original builds, and the final stage takes what it made. */
export interface Compilation {
  readonly rung: Exclude<Rung, 'T0'>;
  /** In place of the original's FROM; undefined keeps it. */
  readonly builderImage: string | undefined;
  readonly runtimeImage: string;
  /** The working directory that the original ends with. */
  readonly workdir: string;
  /** The text of an instruction of the builder; undefined keeps it. */
  rewrite(entry: Entry): string | undefined;
  /** Steps behind the last one of the builder. */
  readonly finish: readonly Entry[];
  readonly artefacts: readonly {
    readonly from: string;
    readonly to: string;
    /** Whose the files are to be, as `--chown` has it; root's where it is not said. */
    readonly owner?: string | undefined;
  }[];
  /** Files and folders of the context that the program reads, where they stand below the working directory. */
  readonly resources: readonly string[];
  /** Written at the top of the final stage. */
  readonly account: readonly Entry[];
  readonly user: readonly Entry[];
  readonly environment: readonly Entry[];
  /** In place of CMD and ENTRYPOINT; undefined keeps each. */
  command(instruction: Instruction): Entry | undefined;
  /** The original's own account, where the runtime image has another one. */
  readonly handed?: Handover | undefined;
}

/** What says how an image is started and described: it belongs to the stage that ships. */
const SHIPPED: ReadonlySet<string> = new Set([
  'CMD',
  'ENTRYPOINT',
  'EXPOSE',
  'HEALTHCHECK',
  'STOPSIGNAL',
  'VOLUME',
  'LABEL',
  'USER',
  'MAINTAINER',
]);

export interface CompileResult {
  readonly draft: Draft;
  readonly steps: readonly Step[];
}

/** The two stages, or why they cannot be written. */
export function compileStages(project: Project, plan: Compilation): CompileResult | readonly Refusal[] {
  const refusals = obstacles(project, plan);
  if (refusals.length > 0) return refusals;
  const { dockerfile, final } = project;
  // What the builder would start is no longer started there.
  const ordered = reorderStage(project, final, false);
  const lastRun = ordered.entries.findLastIndex(
    ({ origin }) => origin?.keyword === 'RUN' || origin?.keyword === 'COPY',
  );
  const builder = ordered.entries
    .filter(
      ({ origin }, index) =>
        index <= lastRun ||
        plan.finish.length > 0 ||
        !['ENV', 'ARG', 'WORKDIR', 'SHELL'].includes(origin?.keyword ?? ''),
    )
    .filter(({ origin }) => origin === undefined || !SHIPPED.has(origin.keyword))
    .filter(({ origin }) => !isHandedOver(project, plan, origin))
    .flatMap(entry => withPrefetch(project, entry))
    .flatMap(entry => (entry.origin?.keyword === 'ENV' ? (buildEnvironment(project, entry.origin) ?? []) : entry))
    .map(entry =>
      entry.origin?.keyword === 'FROM'
        ? changed(
            dockerfile,
            entry.origin,
            `${keyword(project, 'FROM')} ${plan.builderImage === undefined ? fromText(project) : `${platformOf(project)}${plan.builderImage}`} ${keyword(project, 'AS')} ${BUILDER}`,
          )
        : rewritten(entry, plan),
    );
  return { draft: { stages: [[...builder, ...plan.finish], shippedStage(project, plan)] }, steps: ordered.steps };
}

/** True for a RUN of which nothing is left where the runtime image's own account runs the program. */
function isHandedOver({ final }: Project, { handed }: Compilation, origin: Instruction | undefined): boolean {
  const isDropped = ({ command }: Effect): boolean => handed?.drops.has(command) === true;
  const isMixed = final.acts.some(({ effects }) => effects.some(isDropped) && !effects.every(isDropped));
  const effects = final.acts.find(({ instruction }) => instruction === origin)?.effects ?? [];
  // A step that is kept for its other half may name the account.
  return !isMixed && effects.length > 0 && effects.every(isDropped);
}

/** Commands that fetch what the manifests name, where the build itself is all that the original has. */
const PREFETCH: Readonly<Partial<Record<Ecosystem, (project: Project) => string | undefined>>> = {
  go: ({ context }) =>
    (readGoMod(context, 'go.mod')?.requires.length ?? 0) > 0 && context.stat('vendor') === undefined
      ? '--mount=type=cache,target=/go/pkg/mod @go mod download'
      : undefined,
  java: ({ context, final }) => {
    const build = final.acts
      .flatMap(({ effects }) => effects)
      .find(effect => effect.kind === 'build' && effect.tool === 'mvn');
    const isAlone = (readPom(context, 'pom.xml')?.modules.length ?? 1) === 0;
    return build !== undefined && build.command.words[0]?.value === 'mvn' && isAlone
      ? '--mount=type=cache,target=/root/.m2/repository @mvn -B dependency:go-offline'
      : undefined;
  },
};

/** The copy of the whole source, behind the manifests and a fetch of what they name. */
function withPrefetch(project: Project, entry: Entry): Entry[] {
  const { origin } = entry;
  if (origin === undefined || !copiesEverything(origin) || project.final.acts.some(act => does(act, 'dependencies')))
    return [entry];
  const command = PREFETCH[ecosystemOf(project)]?.(project)?.replace(
    '@',
    `${project.dockerfile.escape}\n${indentOf(project.dockerfile)}`,
  );
  const manifests = installManifests(project, ecosystemOf(project)) ?? [];
  const destination = literal(origin, origin.destination);
  if (command === undefined || manifests.length === 0 || destination === undefined || destination.startsWith('/'))
    return [entry];
  const build = builds(project)[0];
  const groups = build === undefined ? undefined : copiesTo(project, project.final.acts, build, manifests);
  const copies = (groups ?? []).map(({ sources, destination: place }) =>
    fresh(`${keyword(project, 'COPY')} ${sources.join(' ')} ${place}`),
  );
  const [first, ...rest] = copies;
  if (first === undefined) return [entry];
  return [
    { ...first, lead: entry.lead },
    ...rest,
    fresh(`${keyword(project, 'RUN')} ${command}`),
    { ...entry, lead: '' },
  ];
}

function rewritten(entry: Entry, plan: Compilation): Entry {
  const text = plan.rewrite(entry);
  return text === undefined ? entry : { ...entry, text };
}

/** The image as FROM has it, flags included. */
function fromText({ dockerfile, final }: Project): string {
  const { from } = final.stage;
  const start = from.flags[0]?.span[0] ?? from.image?.span[0] ?? from.span[0];
  return dockerfile.text.slice(start, from.image?.span[1] ?? from.span[1]);
}

function obstacles(project: Project, { rung, handed }: Compilation): Refusal[] {
  return project.final.acts.flatMap(({ instruction, effects }) => {
    const unknown = effects.find(({ kind }) => kind === 'unknown');
    const account = effects.find(({ kind, command }) => kind === 'account' && handed?.drops.has(command) !== true);
    const seen = { evidence: [seenAt(project, instruction)] };
    if (unknown !== undefined)
      return [
        refusal(rung, `Nothing is known of what \`${unknown.command.name ?? 'this RUN'}\` leaves behind.`, {
          hazard: 53,
          ...seen,
          remedy: 'Do it in a stage of its own, and copy what it makes.',
        }),
      ];
    if (account !== undefined && rung === 'T2')
      return [
        refusal(rung, 'An account that a RUN makes is not in the runtime image.', {
          hazard: 36,
          ...seen,
          remedy: 'Use the account 65532 of the distroless image.',
        }),
      ];
    return [];
  });
}

function shippedStage(project: Project, plan: Compilation): Entry[] {
  const { final } = project;
  const entries: Entry[] = [
    withGap(fresh(`${keyword(project, 'FROM')} ${platformOf(project)}${plan.runtimeImage}`)),
    ...plan.account,
  ];
  const kept: Entry[] = [];
  for (const act of final.acts) {
    const { instruction } = act;
    const own = instruction.keyword === 'ENV' ? runtimeEnvironment(project, instruction) : undefined;
    if (own !== undefined) kept.push(own);
    else if (instruction.keyword === 'USER' && plan.handed !== undefined) {
      const user = plan.handed.rewrite(changedLead(project, instruction));
      if (user !== undefined) kept.push(user);
    } else if (SHIPPED.has(instruction.keyword))
      kept.push(plan.command(instruction) ?? plainExec(project, instruction) ?? changedLead(project, instruction));
    else if (instruction.keyword === 'ARG') kept.push(bare(changedLead(project, instruction)));
    else if (does(act, 'account') && plan.rung === 'T1') kept.push(changedLead(project, instruction));
  }
  const isStarter = ({ origin }: Entry): boolean =>
    origin !== undefined &&
    SHIPPED.has(origin.keyword) &&
    origin.keyword !== 'LABEL' &&
    origin.keyword !== 'MAINTAINER';
  const copy = keyword(project, 'COPY');
  const folders = madeFolders(
    project,
    plan.artefacts.flatMap(({ from, to }) => [from, to]),
  );
  entries.push(
    ...kept.filter(entry => !isStarter(entry)),
    ...plan.environment,
    ...(plan.workdir === '/' ? [] : [fresh(`${keyword(project, 'WORKDIR')} ${plan.workdir}`)]),
    ...plan.artefacts.map(({ from, to, owner }) =>
      fresh(`${copy} --from=${BUILDER} ${owner === undefined ? '' : `--chown=${owner} `}${from} ${to}`),
    ),
    ...resourceCopies(project, plan),
    ...folders.map(folder => fresh(`${copy} --from=${BUILDER} ${folder} ${folder}`)),
  );
  const starters = kept.filter(isStarter);
  const at = starters.findIndex(({ origin }) => origin?.keyword === 'CMD' || origin?.keyword === 'ENTRYPOINT');
  entries.push(
    ...starters.slice(0, at === -1 ? undefined : at),
    ...plan.user,
    ...(at === -1 ? [] : starters.slice(at)),
  );
  return usedArguments(entries);
}

function changedLead({ dockerfile }: Project, instruction: Instruction): Entry {
  return changed(
    dockerfile,
    instruction,
    dockerfile.text.slice(instruction.span[0], instruction.span[1]).replaceAll('\r\n', '\n'),
  );
}

function resourceCopies(project: Project, plan: Compilation): Entry[] {
  const copy = keyword(project, 'COPY');
  return plan.resources.map(path => {
    const isFolder = project.context.stat(path)?.kind === 'folder';
    return fresh(`${copy} ${path} ./${path}${isFolder ? '/' : ''}`);
  });
}

/** The acts that build, in order. */
export function builds({ final }: Project): Act[] {
  return final.acts.filter(act => does(act, 'build'));
}
