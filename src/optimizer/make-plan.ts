import type { Dockerfile } from '../dockerfile/model.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import type { Fix } from '../engine/rule.ts';
import { endOfLife } from '../images/end-of-life.ts';
import { changesBetween, configurationOf } from './configuration.ts';
import { lineEdits } from './line-edits.ts';
import type { Attempt, EffectiveConfiguration, OptimizeOptions, Plan, Refusal, Rung, Step } from './plan.ts';
import type { Project } from './project.ts';
import type { Recipe } from './recipe.ts';
import { checksFor, estimatesFor, reasonFor } from './explain.ts';

/** A rewrite that was found right at one rung. */
export interface Taken {
  readonly attempt: Attempt;
  readonly text: string;
  readonly files: Fix['files'];
  readonly steps: readonly Step[];
}

export function planOf(
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
      changes: changesBetween(before, after, (field, was) => reasonFor(field, taken.attempt.rung, was)),
    },
    estimates: estimatesFor(project, taken.text, taken.attempt.rung),
    checks: checksFor(project, taken.attempt),
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

export function refusedPlan(dockerfile: Dockerfile, refusals: readonly Refusal[], project?: Project): Plan {
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
  const warnings = stages.flatMap(({ base }) => {
    const end = base.kind === 'image' ? endOfLife(base.image, date) : undefined;
    if (end === undefined || base.kind !== 'image') return [];
    return [
      `${base.image.text}: ${end.product} ${end.cycle} is past its end of life${end.eol === undefined ? '' : ` (${end.eol})`}${end.nearest === undefined ? '' : `; the nearest that is not is ${end.nearest}`}.`,
    ];
  });
  // Stages may well stand on the same image.
  return [...new Set(warnings)];
}
