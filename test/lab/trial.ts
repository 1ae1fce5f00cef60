import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import type { Rung } from '../../src/optimizer/plan.ts';
import { type Answers, ask } from './answers.ts';
import type { App } from './apps.ts';
import { type BuiltImage, build, forget, inspect, stepsRun } from './engine.ts';
import { type Outcome, STORE } from './machine.ts';
import { copyPair, edit } from './project-copy.ts';

export interface Trial {
  readonly app: App;
  readonly rung: Rung | undefined;
  readonly before: Side | Failure;
  readonly after: Side | Failure;
}

export interface Side {
  /** What the final stage is built on. */
  readonly base: string;
  readonly image: BuiltImage;
  readonly answers: Answers;
  readonly buildSeconds: number;
  /** Steps of a cold build that make layers, and those of them that run again after the edit of a source file. */
  readonly steps: number;
  readonly rerun: number;
  readonly rebuildSeconds: number;
}

/** Where a side broke; the whole log is in the lab's folder. */
export interface Failure {
  readonly broken: string;
}

/** Builds and runs one app before and after `optimize`. */
export function tryApp(app: App): Trial {
  const pair = copyPair(app);
  try {
    const before = trySide(app, 'before', pair.before);
    return { app, rung: pair.plan.rung, before, after: trySide(app, 'after', pair.after) };
  } finally {
    pair.remove();
  }
}

/** Keeps what became of an app, so that a later run may be of others only. */
export function remember(trial: Trial): void {
  writeFileSync(trialFile(trial.app.name), JSON.stringify(trial));
}

/** The last trial of an app; none where it was not tried. */
export function remembered(name: string): readonly Trial[] {
  const file = trialFile(name);
  return existsSync(file) ? [JSON.parse(readFileSync(file, 'utf8')) as Trial] : [];
}

function trialFile(name: string): string {
  return join(STORE, 'trials', `${name}.json`);
}

function trySide(app: App, side: 'before' | 'after', folder: string): Side | Failure {
  const tag = `localhost/lab:${side}`;
  forget();
  const cold = logged(`${app.name}-${side}`, build(folder, tag));
  if (cold.status !== 0) return { broken: `does not build: ${lastLine(cold.output)}` };
  const image = inspect(tag);
  const answers = ask(tag, app);
  edit(folder, app.edit);
  const warm = logged(`${app.name}-${side}-edited`, build(folder, `${tag}-edited`));
  if (warm.status !== 0) return { broken: `does not build after the edit: ${lastLine(warm.output)}` };
  return {
    base: baseOf(folder),
    image,
    answers,
    buildSeconds: cold.seconds,
    steps: stepsRun(cold.output),
    rerun: stepsRun(warm.output),
    rebuildSeconds: warm.seconds,
  };
}

function baseOf(folder: string): string {
  return parseDockerfile(readFileSync(join(folder, 'Dockerfile'), 'utf8')).stages.at(-1)?.from.image?.text ?? '';
}

function logged(name: string, outcome: Outcome): Outcome {
  writeFileSync(join(STORE, 'logs', `${name}.log`), outcome.output);
  return outcome;
}

function lastLine(output: string): string {
  return output.trimEnd().split('\n').at(-1) ?? '';
}

/** What is wrong with the rewritten image, compared with the original; empty where all is well. */
export function faults({ before, after }: Trial): readonly string[] {
  if ('broken' in before) return [`the original ${before.broken}`];
  if ('broken' in after) return [after.broken];
  return [
    ...(before.answers.text.startsWith('no answer') ? ['the original does not answer'] : []),
    ...(before.answers.text === after.answers.text ? [] : ['answers differently']),
    ...(after.image.bytes < before.image.bytes ? [] : ['is not smaller']),
    ...wrongUser(after),
  ];
}

/** A server whose process has another user than its image says. */
function wrongUser({ image, answers }: Side): readonly string[] {
  const declared = /^\d+/.exec(image.user)?.[0] ?? (image.user === '' ? '0' : undefined);
  const runs = answers.uid === undefined || declared === undefined || answers.uid === Number(declared);
  return runs ? [] : [`runs as ${answers.uid}, not as ${image.user}`];
}
