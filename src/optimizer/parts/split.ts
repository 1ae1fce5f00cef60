import type { Instruction } from '../../dockerfile/model.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { type Draft, type Entry, above, changed, fresh, kept, uncommented, withGap } from '../draft.ts';
import { toolOf } from '../tools.ts';
import type { Refusal, Rung } from '../plan.ts';
import { type Act, type Project, copiesContext, does, seenAt } from '../project.ts';
import { BUILDER, refusal } from '../recipe.ts';
import { withCaches } from './cache-mounts.ts';
import { buildEnvironment, runtimeEnvironment, usedArguments } from './environment.ts';
import { finalWorkdir } from './workdir.ts';
import { type Handover, withoutOwner } from './own-account.ts';
import { LANGUAGE, splitObstacles } from './split-obstacles.ts';
import { isSystemOnly, runtimeOf, runtimeRun } from './system-packages.ts';
import { isRedundant, isToolCopy, manifestCopies, runtimeCopy } from './split-copies.ts';
import { keyword, platformOf } from './keyword.ts';

/** How an interpreted project is taken apart: dependencies are installed in one stage, and the other runs the source with them. */
export interface Split {
  readonly rung: Exclude<Rung, 'T0'>;
  /** Image of the stage that installs, and the comment lines that it keeps. */
  readonly builderImage: string;
  readonly runtimeImage: string;
  /** The suite that the final stage's packages come from. */
  readonly suite: string | undefined;
  /** What goes before the manifests, once tools and packages of the system are there. */
  readonly setUp: readonly Entry[];
  /** Files to install from; undefined where the install needs the whole source. */
  readonly manifests: readonly string[] | undefined;
  /** The RUN of an install, as the builder has it. */
  install(act: Act): string;
  /** What of an install's RUN goes before `setUp`, as a RUN of its own. */
  ahead?(act: Act): string | undefined;
  /** True for a RUN of the ecosystem's tools that belongs behind `setUp`. */
  followsSetUp?(act: Act): boolean;
  /** Instructions that neither stage needs. */
  skips?(act: Act): boolean;
  /** What goes behind the last step of the builder. */
  readonly finish: readonly Entry[];
  /** What the final stage takes from the builder. */
  readonly artefacts: readonly Entry[];
  /** Effects that run in the builder, with the source, rather than in the final stage. */
  buildsAhead(act: Act): boolean;
  /** Written at the top of the final stage, and before what it is started with. */
  readonly account: readonly Entry[];
  readonly user: readonly Entry[];
  /** In place of the CMD or ENTRYPOINT; undefined keeps it. */
  command(instruction: Instruction): Entry | undefined;
  /** Packages that in this ecosystem serve only builds. */
  readonly buildPackages: ReadonlySet<string>;
  /** Files of the context that the final stage need not copy where they are copied by name. */
  readonly unneeded: ReadonlySet<string>;
  /** The original's own account, where the runtime image has another one. */
  readonly handed?: Handover | undefined;
}

const STARTERS: ReadonlySet<string> = new Set(['CMD', 'ENTRYPOINT', 'EXPOSE', 'HEALTHCHECK', 'STOPSIGNAL', 'VOLUME']);

export interface SplitResult {
  readonly draft: Draft;
  /** Packages that the final stage no longer has. */
  readonly dropped: readonly string[];
  readonly added: readonly string[];
}

/** The two stages, or why they cannot be written. */
export function split(project: Project, plan: Split): SplitResult | readonly Refusal[] {
  const refusals = splitObstacles(project, plan);
  if (refusals.length > 0) return refusals;
  const runtime = runtimeStage(project, plan);
  if (runtime.unknown.length > 0) {
    const packages = runtime.unknown.join(', ');
    return [
      refusal(plan.rung, `The libraries behind ${packages} are not known for ${plan.suite ?? 'this suite'}.`, {
        hazard: 18,
        evidence: [seenAt(project, project.final.stage.from)],
        remedy: 'Install the libraries by name beside the -dev packages.',
      }),
    ];
  }
  return {
    draft: { stages: [builderStage(project, plan), runtime.entries] },
    dropped: runtime.dropped,
    added: runtime.added,
  };
}

function builderStage(project: Project, plan: Split): Entry[] {
  const { dockerfile, final } = project;
  const { acts, stage } = final;
  const lastInstall = acts.findLastIndex(act => does(act, 'dependencies') || plan.buildsAhead(act));
  const before = acts.slice(0, lastInstall + 1);
  const head: Entry[] = [
    changed(
      dockerfile,
      stage.from,
      `${keyword(project, 'FROM')} ${platformOf(project)}${plan.builderImage} ${keyword(project, 'AS')} ${BUILDER}`,
    ),
  ];
  const tail: Entry[] = [];
  let isSetUp = false;
  let started = false;
  const setUp = (act: Act): void => {
    if (!isSetUp) tail.push(...above(kept(dockerfile, act.instruction), plan.setUp));
    isSetUp = true;
  };
  const start = (act: Act): void => {
    setUp(act);
    if (!started) tail.push(...manifestCopies(project, plan, act));
    started = true;
  };
  for (const act of before) {
    const { instruction } = act;
    if (plan.skips?.(act) === true) continue;
    if (instruction.keyword === 'RUN') {
      if (does(act, 'dependencies')) {
        const ahead = plan.ahead?.(act);
        if (ahead !== undefined) (isSetUp ? tail : head).push(changed(dockerfile, instruction, ahead));
        start(act);
        const install = changed(dockerfile, instruction, plan.install(act));
        tail.push(ahead === undefined ? install : uncommented(install));
      } else if (does(act, 'tool')) {
        const tool = changed(dockerfile, instruction, withCaches(dockerfile, instruction, act.effects));
        if (plan.followsSetUp?.(act) === true) setUp(act);
        (isSetUp ? tail : head).push(tool);
      } else if (plan.buildsAhead(act)) tail.push(kept(dockerfile, instruction));
      else if (isSystemOnly(act) && isForBuilding(act)) head.push(kept(dockerfile, instruction));
    } else if (instruction.keyword === 'ENV') {
      const entry = buildEnvironment(project, instruction);
      const isShipped = runtimeEnvironment(project, instruction) !== undefined;
      if (entry !== undefined) (isSetUp ? tail : head).push(isShipped ? uncommented(entry) : entry);
    } else if (instruction.keyword === 'ARG' || instruction.keyword === 'WORKDIR' || instruction.keyword === 'SHELL') {
      const entry = uncommented(kept(dockerfile, instruction));
      if (!isPassedThrough(before, act)) (isSetUp ? tail : head).push(entry);
    } else if (instruction.keyword === 'COPY' && isToolCopy(instruction)) {
      head.push(kept(dockerfile, instruction));
    } else if (
      copiesContext(instruction) &&
      !isRedundant(instruction, plan.manifests) &&
      (plan.manifests === undefined || neededAhead(acts, act, plan))
    ) {
      if (plan.manifests === undefined) start(act);
      tail.push(uncommented(withoutOwner(instruction, kept(dockerfile, instruction))));
    }
  }
  return usedArguments([...head, ...tail, ...plan.finish]);
}

/** True for a WORKDIR with another absolute one behind it and nothing in between that works there. */
function isPassedThrough(acts: readonly Act[], act: Act): boolean {
  const next = acts
    .slice(acts.indexOf(act) + 1)
    .find(({ instruction }) => ['WORKDIR', 'RUN', 'COPY', 'ADD'].includes(instruction.keyword))?.instruction;
  const isNext = next?.keyword === 'WORKDIR' && next.args[0]?.text.startsWith('/') === true;
  return act.instruction.keyword === 'WORKDIR' && isNext;
}

/** True where a copy of the source has to be in the builder, for a step there runs it. */
function neededAhead(acts: readonly Act[], act: Act, plan: Split): boolean {
  return acts.slice(acts.indexOf(act)).some(later => plan.buildsAhead(later));
}

/** A system package goes into the builder unless it is known to serve only the running program. */
function isForBuilding(act: Act): boolean {
  const packages = act.effects.flatMap(effect => (effect.kind === 'system' ? effect.packages : []));
  return packages.some(({ name, text }) =>
    ['build', 'both', 'unknown-dev'].includes(runtimeOf(name ?? text, undefined).role),
  );
}

interface Runtime {
  readonly entries: Entry[];
  readonly dropped: string[];
  readonly added: string[];
  readonly unknown: string[];
}

function runtimeStage(project: Project, plan: Split): Runtime {
  const { dockerfile, final } = project;
  const entries: Entry[] = [
    withGap(fresh(`${keyword(project, 'FROM')} ${platformOf(project)}${plan.runtimeImage}`)),
    ...plan.account,
  ];
  const ahead = final.acts.some(act => plan.buildsAhead(act)) ? finalWorkdir(project, '/') : undefined;
  const drops = plan.handed?.drops ?? new Set();
  const dropped: string[] = [];
  const added: string[] = [];
  const unknown: string[] = [];
  const placed = { artefacts: false, user: plan.user.length === 0 };
  const place = (key: 'artefacts' | 'user', what: readonly Entry[]): void => {
    if (!placed[key]) entries.push(...what);
    placed[key] = true;
  };
  for (const act of final.acts) {
    const { instruction } = act;
    if ((instruction.keyword === 'COPY' && isToolCopy(instruction)) || plan.skips?.(act) === true) continue;
    if (copiesContext(instruction)) {
      const entry = ahead === undefined ? runtimeCopy(project, instruction, plan, act) : undefined;
      if (ahead !== undefined) {
        place('artefacts', [
          ...above(kept(dockerfile, instruction), plan.artefacts),
          fresh(`${keyword(project, 'COPY')} --from=${BUILDER} ${ahead} ${ahead}`),
        ]);
        continue;
      }
      if (entry !== undefined) place('artefacts', above(entry, plan.artefacts));
      if (entry !== undefined) entries.push(plan.handed?.rewrite(entry) ?? entry);
    } else if (instruction.keyword === 'RUN') {
      if (does(act, 'application')) place('artefacts', plan.artefacts);
      if (plan.buildsAhead(act)) continue;
      const result = runtimeRun(
        project,
        instruction,
        act.effects,
        plan.suite,
        [...languageCommands(act), ...act.effects.flatMap(({ command }) => (drops.has(command) ? command : []))],
        plan.buildPackages,
      );
      dropped.push(...result.dropped);
      added.push(...result.added);
      unknown.push(...result.unknown);
      if (isWhollyLanguage(act) || result.text === undefined) continue;
      entries.push(changed(dockerfile, instruction, result.text));
    } else if (instruction.keyword === 'ENV') {
      const entry = runtimeEnvironment(project, instruction);
      if (entry !== undefined) entries.push(entry);
    } else if (instruction.keyword === 'USER' && plan.handed !== undefined) {
      const entry = plan.handed.rewrite(kept(dockerfile, instruction));
      if (entry !== undefined) entries.push(entry);
    } else {
      const entry = plan.command(instruction) ?? kept(dockerfile, instruction);
      const takesLater = final.acts.slice(final.acts.indexOf(act)).some(later => takes(project, plan, later));
      if (STARTERS.has(instruction.keyword) && !takesLater) place('artefacts', above(entry, plan.artefacts));
      if (instruction.keyword === 'CMD' || instruction.keyword === 'ENTRYPOINT') place('user', above(entry, plan.user));
      entries.push(entry);
    }
  }
  place('artefacts', plan.artefacts);
  place('user', plan.user);
  return { entries: usedArguments(entries), dropped, added, unknown };
}

/** True for a COPY that the final stage has, or a RUN of the program there. */
function takes(project: Project, plan: Split, act: Act): boolean {
  const { instruction } = act;
  return (
    does(act, 'application') ||
    (copiesContext(instruction) && runtimeCopy(project, instruction, plan, act) !== undefined)
  );
}

function languageCommands({ effects }: Act): ShellCommand[] {
  return effects
    .filter(effect => LANGUAGE.has(effect.kind) || (effect.kind === 'clean' && toolOf(effect.command) !== undefined))
    .map(({ command }) => command);
}

function isWhollyLanguage({ effects }: Act): boolean {
  return (
    effects.some(({ kind }) => LANGUAGE.has(kind)) &&
    effects.every(({ kind }) => LANGUAGE.has(kind) || kind === 'clean' || kind === 'nothing')
  );
}
