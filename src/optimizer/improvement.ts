import type { BuildContext } from '../context/build-context.ts';
import { memoryContext } from '../context/memory-context.ts';
import { fileOf, wholeOf, type BuildFile } from '../dockerfile/build-file.ts';
import type { Dockerfile, Stage } from '../dockerfile/model.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { stageChain } from '../dockerfile/stage-chain.ts';
import { parseDistroless } from '../images/distroless.ts';
import { toolchainOf } from '../images/toolchains.ts';
import { optimizeAboveCache } from './optimize.ts';
import { runtimeOf } from './parts/system-packages.ts';
import { isSlim } from './parts/runtime-image.ts';
import type { OptimizeOptions, Rung } from './plan.ts';
import { describe, does, type Project, type StageFacts } from './project.ts';
import { RECIPES } from './recipes/index.ts';
import { withoutWastedStage } from './wasted-stage.ts';
import { memoMap } from '../text/memo-map.ts';

/** What a file's last stage lacks that `optimize` brings: of several, the one that says most. */
export type Lack =
  | 'missing-multi-stage'
  | 'final-stage-reinstalls'
  | 'sdk-image-as-runtime'
  | 'distroless-candidate'
  | 'full-base-image';

/** How messages name the rungs. */
const RUNGS: Readonly<Record<Rung, string>> = { T2: 'T2, distroless', T1: 'T1, slim', T0: 'T0, same image' };

/** That `optimize` would succeed, and in what. */
export interface Improvement {
  readonly lack: Lack;
  /** As messages name it. */
  readonly rung: string;
  /** The image that the last stage stands on, and the one that it would stand on. */
  readonly before: string;
  readonly after: string;
  /** True where the plan changes no more than the image that the last stage stands on, its user and the order of its steps. */
  readonly isSwap: boolean;
}

interface Remembered {
  readonly context: BuildContext;
  readonly date: string;
  readonly found: Improvement | undefined;
}

const NO_FILES = memoryContext({});
const memo = memoMap<BuildFile, Remembered>();

/**
 * What `optimize` would do for a file beyond the order of its steps; undefined where it would refuse, and without a context, which
 * its proofs rest on. A look at the instructions alone comes first, so that files which no recipe is for cost little.
 */
export function improvementOf(
  dockerfile: Dockerfile,
  { context, date }: { readonly context?: BuildContext | undefined; readonly date: string },
): Improvement | undefined {
  const [first] = dockerfile.instructions;
  if (context === undefined || first === undefined) return undefined;
  const file = fileOf(first);
  const known = memo.get(file);
  if (known?.context === context && known.date === date) return known.found;
  const found = find(wholeOf(dockerfile), context, date);
  memo.set(file, { context, date, found });
  return found;
}

/** The stages that `optimize` would do something about: the last one and those that it is built on; none where it would refuse. */
export function improvedStages(
  dockerfile: Dockerfile,
  invocation: Parameters<typeof improvementOf>[1],
): ReadonlySet<Stage> {
  const last = dockerfile.stages.find(({ isLast }) => isLast);
  const isImproved = last !== undefined && improvementOf(dockerfile, invocation) !== undefined;
  return new Set(isImproved ? stageChain(last) : []);
}

function find(dockerfile: Dockerfile, context: BuildContext, date: string): Improvement | undefined {
  if (dockerfile.problems.length > 0) return undefined;
  const project = describe(dockerfile, context, optionsOn(date));
  const recipe = project && RECIPES.find(each => each.applies(project));
  if (project === undefined || recipe === undefined) return undefined;
  const plan = optimizeAboveCache(dockerfile, context, date);
  const { rung } = plan;
  const isWasted = withoutWastedStage(project) !== undefined;
  if (plan.outcome !== 'rewritten' || rung === undefined || (rung === 'T0' && !isWasted)) return undefined;
  const after = parseDockerfile(plan.text, dockerfile.options).stages;
  const [is, was] = [imageOf(after.at(-1)), imageOf(project.final.stage)];
  if (is === undefined || was === undefined || isDistroless(project)) return undefined;
  const isSwap = after.length === dockerfile.stages.length;
  if (isSwap && is === was && !isWasted) return undefined;
  return {
    lack: isWasted ? 'final-stage-reinstalls' : lackOf(project, rung),
    rung: RUNGS[rung],
    before: was,
    after: is,
    isSwap,
  };
}

/** True where the last stage takes only the source from the other one and installs again; the file alone tells. */
export function hasWastedStage(dockerfile: Dockerfile, date: string): boolean {
  const project = dockerfile.problems.length > 0 ? undefined : describe(dockerfile, NO_FILES, optionsOn(date));
  return project !== undefined && withoutWastedStage(project) !== undefined;
}

function optionsOn(date: string): OptimizeOptions {
  return { runtime: 'auto', assume: [], targetEngine: 'portable', date, path: 'Dockerfile' };
}

function isDistroless({ final }: Project): boolean {
  return final.image !== undefined && parseDistroless(final.image.name) !== undefined;
}

function imageOf(stage: Stage | undefined): string | undefined {
  if (stage?.base.kind === 'stage') return imageOf(stage.base.stage);
  return stage?.base.kind === 'image' ? stage.base.image.text : undefined;
}

function lackOf(project: Project, rung: Rung): Lack {
  const { final } = project;
  if (final.acts.some(act => does(act, 'build')) || installsBuildTools(final)) return 'missing-multi-stage';
  const { image } = final;
  if (image !== undefined && toolchainOf(image) !== undefined)
    return project.stages.length === 1 ? 'missing-multi-stage' : 'sdk-image-as-runtime';
  if (rung === 'T2') return 'distroless-candidate';
  return image !== undefined && !isSlim(image) ? 'full-base-image' : 'missing-multi-stage';
}

/** True where packages are installed that only a build needs. */
function installsBuildTools({ acts }: StageFacts): boolean {
  return acts
    .flatMap(({ effects }) => effects.flatMap(effect => (effect.kind === 'system' ? effect.packages : [])))
    .some(({ name }) => name !== undefined && runtimeOf(name, undefined).role === 'build');
}
