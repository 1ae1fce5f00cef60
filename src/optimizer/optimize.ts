import type { BuildContext } from '../context/build-context.ts';
import type { Dockerfile } from '../dockerfile/model.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { overlayContext } from '../engine/overlay-context.ts';
import type { Fix } from '../engine/rule.ts';
import { baseFacts, configurationOf } from './configuration.ts';
import { type Draft, write } from './draft.ts';
import { dividedInstalls } from './divided-installs.ts';
import { linked } from './linked.ts';
import type { Ecosystem } from './ecosystem.ts';
import { judge } from './hazards/index.ts';
import { lineEdits } from './line-edits.ts';
import { ecosystemOf } from './parts/account.ts';
import { withWholeFinal } from './parts/whole-final.ts';
import { ignoreFileFor } from './parts/ignore-file.ts';
import type { Attempt, Obligation, OptimizeOptions, Plan, Refusal, Rung, Step } from './plan.ts';
import { type WastedStage, withoutWastedStage } from './wasted-stage.ts';
import { describe, does, type Project } from './project.ts';
import { type Recipe, refusal } from './recipe.ts';
import { RECIPES } from './recipes/index.ts';
import { reorder } from './recipes/reorder.ts';
import { type Taken, planOf, refusedPlan } from './make-plan.ts';
import { invalid, wholeFileObstacle } from './whole-file.ts';

const DEFAULTS: OptimizeOptions = {
  runtime: 'auto',
  assume: [],
  targetEngine: 'portable',
  date: '2026-08-22',
  path: 'Dockerfile',
};

const RUNGS: Readonly<Record<OptimizeOptions['runtime'], readonly Rung[]>> = {
  auto: ['T2', 'T1', 'T0'],
  distroless: ['T2', 'T1', 'T0'],
  slim: ['T1', 'T0'],
  same: ['T0'],
};

/**
 * Plans the leanest rewrite of a Dockerfile that its context shows to be right. Pure and synchronous; never throws for what
 * stands in the files.
 */
export function optimize(dockerfile: Dockerfile, context: BuildContext, options: Partial<OptimizeOptions> = {}): Plan {
  const all = { ...DEFAULTS, ...options };
  return planAt(dockerfile, context, all, RUNGS[all.runtime]);
}

/** The plan of `optimize` where it gets above the lowest rung, without the work of the lowest; otherwise one with no such rung. */
export function optimizeAboveCache(dockerfile: Dockerfile, context: BuildContext, date: string): Plan {
  return planAt(dockerfile, context, { ...DEFAULTS, date }, ['T2', 'T1']);
}

function planAt(dockerfile: Dockerfile, context: BuildContext, all: OptimizeOptions, rungs: readonly Rung[]): Plan {
  const project = dockerfile.problems.length > 0 ? undefined : describe(dockerfile, context, all);
  if (project === undefined) return refusedPlan(dockerfile, invalid(dockerfile, all));
  const obstacle = wholeFileObstacle(project);
  if (obstacle !== undefined) return refusedPlan(dockerfile, [obstacle], project);

  const single = withoutWastedStage(project);
  if (single !== undefined)
    return rebased(dockerfile, optimize(parseDockerfile(single.text, dockerfile.options), context, all), single);

  const divided = dividedInstalls(project);
  const plan = divided === undefined ? undefined : optimize(parseDockerfile(divided, dockerfile.options), context, all);
  if (plan?.outcome === 'rewritten')
    return { ...plan, fix: plan.fix && { ...plan.fix, edits: lineEdits(dockerfile.text, plan.text) } };

  const recipe = RECIPES.find(each => each.applies(project));
  const attempts: Attempt[] = [];
  for (const rung of rungs) {
    const taken = rung === 'T0' ? lowest(project) : tryRung(project, recipe, rung, attempts);
    if (taken !== undefined) return planOf(project, recipe, taken, attempts);
  }
  return planOf(project, recipe, undefined, attempts);
}

/** A plan for the text with one stage less, as a plan for the file itself. */
function rebased(dockerfile: Dockerfile, plan: Plan, { text, step }: WastedStage): Plan {
  const rewritten =
    plan.outcome === 'rewritten' ? plan : { ...plan, outcome: 'rewritten' as const, rung: plan.rung ?? 'T0', text };
  const files = plan.fix?.files;
  return {
    ...rewritten,
    steps: [step, ...plan.steps],
    fix: {
      title: plan.fix?.title ?? 'Take out the stage that ships nothing of its own',
      safety: 'unsafe',
      edits: lineEdits(dockerfile.text, rewritten.text),
      ...(files === undefined ? {} : { files }),
    },
  };
}

function tryRung(
  project: Project,
  recipe: Recipe | undefined,
  rung: 'T2' | 'T1',
  attempts: Attempt[],
): Taken | undefined {
  if (recipe === undefined) {
    if (attempts.length > 0) return undefined;
    const builds = project.stages.some(({ acts }) =>
      acts.some(act => does(act, 'dependencies', 'build', 'application', 'unknown')),
    );
    const reason = builds
      ? 'No recipe knows how this project is built and run.'
      : 'Nothing is built or installed here that could stay behind.';
    attempts.push({
      rung,
      recipe: 'none',
      outcome: builds ? 'failed' : 'pointless',
      obligations: [],
      refusals: [refusal(rung, reason)],
    });
    return undefined;
  }
  const proposal = recipe.propose(project, rung);
  const attempt = {
    rung,
    recipe: recipe.id,
    obligations: [] as readonly Obligation[],
    refusals: [] as readonly Refusal[],
  };
  if (proposal.kind === 'refused') {
    attempts.push({ ...attempt, outcome: 'failed', refusals: proposal.refusals });
    return undefined;
  }
  if (proposal.kind === 'pointless') {
    attempts.push({ ...attempt, outcome: 'pointless', refusals: [refusal(rung, proposal.reason)] });
    return undefined;
  }
  const judged = judgeDraft(project, proposal.draft, rung, proposal.ecosystem);
  const obligations = [
    ...proposal.obligations.map(each => settle(each, project.options)),
    ...judged.obligations,
  ].toSorted((a, b) => a.hazard - b.hazard);
  const failed = obligations.some(({ verdict }) => verdict === 'failed');
  attempts.push({ ...attempt, outcome: failed ? 'failed' : 'taken', obligations });
  return failed
    ? undefined
    : {
        attempt: { ...attempt, outcome: 'taken', obligations },
        text: judged.text,
        files: judged.files,
        steps: [...proposal.steps, ...judged.steps],
      };
}

function settle(obligation: Obligation, { assume }: OptimizeOptions): Obligation {
  return obligation.verdict === 'failed' && assume.includes(obligation.hazard)
    ? { ...obligation, verdict: 'assumed' }
    : obligation;
}

interface Judged {
  readonly text: string;
  readonly files: Fix['files'];
  readonly obligations: readonly Obligation[];
  readonly steps: readonly Step[];
}

/** Writes a draft, reads it back as any Dockerfile, and judges what it would build. */
function judgeDraft(before: Project, draft: Draft, rung: Rung, ecosystem: Ecosystem = ecosystemOf(before)): Judged {
  const { dockerfile, context, options } = before;
  const text = write(dockerfile, options.targetEngine === 'buildkit' ? linked(draft) : draft);
  const parsed = parseDockerfile(text, dockerfile.options);
  const written = describe(parsed, context, options);
  if (written === undefined || parsed.problems.length > 0)
    throw new Error(`The rewrite is no valid Dockerfile: ${parsed.problems[0]?.message ?? 'no stage'}`);
  const ignore = ignoreFileFor(written);
  const files = ignore.file === undefined ? [] : [ignore.file];
  const after =
    files.length === 0
      ? written
      : { ...written, context: overlayContext(context, new Map(files.map(file => [file.path, file.text]))) };
  const obligations = judge(
    {
      before: withWholeFinal(before),
      after: withWholeFinal(after),
      rung,
      ecosystem,
      was: configurationOf(before.final.stage),
      is: configurationOf(after.final.stage),
      baseWas: baseFacts(before.final.stage),
      baseIs: baseFacts(after.final.stage),
    },
    options.assume,
  );
  return { text, files, obligations, steps: ignore.steps };
}

/** The lowest rung; undefined where it would change nothing. */
function lowest(project: Project): Taken | undefined {
  const { draft, steps } = reorder(project);
  const judged = judgeDraft(project, draft, 'T0');
  if (judged.text === project.dockerfile.text && (judged.files ?? []).length === 0) return undefined;
  const attempt: Attempt = {
    rung: 'T0',
    recipe: 'reorder',
    outcome: 'taken',
    obligations: judged.obligations.filter(({ verdict }) => verdict !== 'failed'),
    refusals: [],
  };
  return { attempt, text: judged.text, files: judged.files, steps: [...steps, ...judged.steps] };
}
