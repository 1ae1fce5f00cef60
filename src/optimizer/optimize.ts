import type { BuildContext } from '../context/build-context.ts';
import type { Dockerfile } from '../dockerfile/model.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { overlayContext } from '../engine/overlay-context.ts';
import type { Fix } from '../engine/rule.ts';
import { endOfLife } from '../images/end-of-life.ts';
import { baseFacts, changesBetween, configurationOf } from './configuration.ts';
import { type Draft, write } from './draft.ts';
import type { Ecosystem } from './ecosystem.ts';
import { judge } from './hazards/index.ts';
import { lineEdits } from './line-edits.ts';
import { ecosystemOf } from './parts/account.ts';
import { ignoreFileFor } from './parts/ignore-file.ts';
import type {
  Attempt,
  EffectiveConfiguration,
  Obligation,
  OptimizeOptions,
  Plan,
  Refusal,
  Rung,
  Step,
} from './plan.ts';
import { withoutWastedStage, type WastedStage } from './wasted-stage.ts';
import { scriptsOf } from '../shell/script.ts';
import { describe, type Project } from './project.ts';
import { type Recipe, refusal } from './recipe.ts';
import { RECIPES } from './recipes/index.ts';
import { reorder } from './recipes/reorder.ts';
import { CHECKS, estimatesFor, reasonFor } from './explain.ts';

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

/** A rewrite that was found right at one rung. */
interface Taken {
  readonly attempt: Attempt;
  readonly text: string;
  readonly files: Fix['files'];
  readonly steps: readonly Step[];
}

/**
 * Plans the leanest rewrite of a Dockerfile that its context shows to be right. Pure and synchronous; never throws for what
 * stands in the files.
 */
export function optimize(dockerfile: Dockerfile, context: BuildContext, options: Partial<OptimizeOptions> = {}): Plan {
  const all = { ...DEFAULTS, ...options };
  const project = dockerfile.problems.length > 0 ? undefined : describe(dockerfile, context, all);
  if (project === undefined) return refusedPlan(dockerfile, invalid(dockerfile, all));
  const obstacle = wholeFileObstacle(project);
  if (obstacle !== undefined) return refusedPlan(dockerfile, [obstacle], project);

  const single = withoutWastedStage(project);
  if (single !== undefined)
    return rebased(dockerfile, optimize(parseDockerfile(single.text, dockerfile.options), context, all), single);

  const recipe = RECIPES.find(each => each.applies(project));
  const attempts: Attempt[] = [];
  for (const rung of RUNGS[all.runtime]) {
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

function invalid({ problems, lines }: Dockerfile, { path }: OptimizeOptions): Refusal[] {
  const [first] = problems;
  if (first === undefined)
    return [refusal('T0', 'There is no stage: the file has no FROM.')].map(each => ({ ...each, rung: undefined }));
  const evidence = [{ file: path, line: lines.position(first.span[0]).line, text: first.message }];
  return [
    {
      rung: undefined,
      hazard: 62,
      reason: `The file does not build: ${first.message}`,
      evidence,
      remedy: 'Mend the file first.',
    },
  ];
}

/** What keeps a file from being rewritten at any rung. */
function wholeFileObstacle(project: Project): Refusal | undefined {
  const onbuild = project.dockerfile.instructions.find(({ keyword }) => keyword === 'ONBUILD');
  if (onbuild !== undefined)
    return {
      rung: undefined,
      hazard: 54,
      reason: 'ONBUILD makes this a base image; images built on it count on its layout.',
      evidence: [{ file: project.options.path, line: onbuild.firstLine, text: onbuild.body.text.slice(0, 80) }],
      remedy: undefined,
    };
  const broken = project.dockerfile.instructions.flatMap(instruction =>
    scriptsOf(instruction).flatMap(script => script.errors.map(error => ({ instruction, error }))),
  )[0];
  if (broken !== undefined)
    return {
      rung: undefined,
      hazard: 62,
      reason: `The shell cannot read this RUN: ${broken.error.message}`,
      evidence: [
        {
          file: project.options.path,
          line: project.dockerfile.lines.position(broken.error.span[0]).line,
          text: broken.instruction.body.text.slice(0, 80),
        },
      ],
      remedy: 'Mend the file first.',
    };
  const windows = project.dockerfile.stages.find(
    ({ base }) => base.kind === 'image' && /windows|nanoserver/.test(base.image.text),
  );
  if (windows !== undefined)
    return {
      rung: undefined,
      hazard: undefined,
      reason: 'Windows images are not rewritten.',
      evidence: [{ file: project.options.path, line: windows.from.firstLine, text: windows.from.body.text }],
      remedy: undefined,
    };
  return undefined;
}

function tryRung(
  project: Project,
  recipe: Recipe | undefined,
  rung: 'T2' | 'T1',
  attempts: Attempt[],
): Taken | undefined {
  if (recipe === undefined) {
    if (attempts.length === 0)
      attempts.push({
        rung,
        recipe: 'none',
        outcome: 'failed',
        obligations: [],
        refusals: [refusal(rung, 'No recipe knows how this project is built and run.')],
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
  const judged = judgeDraft(project, proposal.draft, rung);
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
function judgeDraft(before: Project, draft: Draft, rung: Rung): Judged {
  const { dockerfile, context, options } = before;
  const text = write(dockerfile, draft);
  const ecosystem: Ecosystem = ecosystemOf(before);
  const parsed = parseDockerfile(text, dockerfile.options);
  const written = describe(parsed, context, options);
  if (written === undefined || parsed.problems.length > 0)
    throw new Error(`The rewrite is no valid Dockerfile: ${parsed.problems[0]?.message ?? 'no stage'}`);
  const ignore = ignoreFileFor(written, ecosystem);
  const files = ignore.file === undefined ? [] : [ignore.file];
  const after =
    files.length === 0
      ? written
      : { ...written, context: overlayContext(context, new Map(files.map(file => [file.path, file.text]))) };
  const obligations = judge(
    {
      before,
      after,
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

function planOf(
  project: Project,
  recipe: Recipe | undefined,
  taken: Taken | undefined,
  attempts: readonly Attempt[],
): Plan {
  const { dockerfile, options } = project;
  const before = configurationOf(project.final.stage);
  const refusals = attempts.flatMap(attempt => attempt.refusals);
  const shared = { evidence: 'planned' as const, attempts, refusals, warnings: warningsFor(dockerfile, options) };
  if (taken === undefined) {
    const lean = attempts.length === 0 || attempts.some(({ outcome }) => outcome === 'pointless');
    return {
      ...shared,
      outcome: lean ? 'lean' : 'refused',
      rung: undefined,
      recipe: recipe?.id,
      steps: [],
      obligations: [],
      fix: undefined,
      text: dockerfile.text,
      configuration: { before, after: before, changes: [] },
      estimates: [],
      checks: [],
    };
  }
  const after = configurationOf(parseDockerfile(taken.text, dockerfile.options).stages.at(-1) ?? project.final.stage);
  return {
    ...shared,
    outcome: 'rewritten',
    rung: taken.attempt.rung,
    recipe: recipe?.id,
    attempts: attempts.some(({ rung }) => rung === taken.attempt.rung) ? attempts : [...attempts, taken.attempt],
    steps: taken.steps,
    obligations: taken.attempt.obligations,
    fix: fixOf(dockerfile, taken),
    text: taken.text,
    configuration: {
      before,
      after,
      changes: changesBetween(before, after, field => reasonFor(field, taken.attempt.rung)),
    },
    estimates: estimatesFor(project, taken.text, taken.attempt.rung),
    checks: CHECKS[taken.attempt.rung],
  };
}

function fixOf(dockerfile: Dockerfile, { text, files, attempt }: Taken): Fix {
  const titles: Readonly<Record<Rung, string>> = {
    T2: 'Build in stages and ship on distroless',
    T1: 'Build in stages and ship on a slim image',
    T0: 'Order the steps for the cache',
  };
  return {
    title: titles[attempt.rung],
    safety: 'unsafe',
    edits: lineEdits(dockerfile.text, text),
    ...(files === undefined || files.length === 0 ? {} : { files }),
  };
}

function refusedPlan(dockerfile: Dockerfile, refusals: readonly Refusal[], project?: Project): Plan {
  const empty: EffectiveConfiguration = {
    entrypoint: undefined,
    command: undefined,
    environment: new Map(),
    workdir: undefined,
    user: undefined,
    ports: [],
    volumes: [],
    stopSignal: undefined,
    healthcheck: undefined,
    labels: new Map(),
  };
  const before = project === undefined ? empty : configurationOf(project.final.stage);
  return {
    outcome: 'refused',
    rung: undefined,
    recipe: undefined,
    evidence: 'planned',
    steps: [],
    obligations: [],
    attempts: [],
    refusals,
    fix: undefined,
    text: dockerfile.text,
    configuration: { before, after: before, changes: [] },
    estimates: [],
    warnings: project === undefined ? [] : warningsFor(dockerfile, project.options),
    checks: [],
  };
}

function warningsFor({ stages }: Dockerfile, { date }: OptimizeOptions): string[] {
  return stages.flatMap(({ base }) => {
    const end = base.kind === 'image' ? endOfLife(base.image, date) : undefined;
    if (end === undefined || base.kind !== 'image') return [];
    return [
      `${base.image.text}: ${end.product} ${end.cycle} is past its end of life${end.eol === undefined ? '' : ` (${end.eol})`}${end.nearest === undefined ? '' : `; the nearest that is not is ${end.nearest}`}.`,
    ];
  });
}
