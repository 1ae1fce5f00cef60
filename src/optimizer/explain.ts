import { signalHandler } from './parts/signal-handler.ts';
import type { Attempt, Estimate, Rung } from './plan.ts';
import { does, type Project } from './project.ts';

const CHECKS: Readonly<Record<Rung, readonly string[]>> = {
  T2: [
    'Build the image and let it serve one request: a plan is not a build.',
    'There is no shell in the image: `docker exec … sh`, `kubectl cp` and exec probes with a shell no longer work. Debug with the `:debug` tag.',
    'PID 1 is the program itself: see that it ends on SIGTERM.',
  ],
  T1: [
    'Build the image and let it serve one request: a plan is not a build.',
    'Tools that only the full base image had (curl, git, compilers) are gone from `docker exec`.',
  ],
  T0: ['Build the image once more: a plan is not a build.'],
};

/** What no reading of files can tell, to be looked at by hand. */
export function checksFor(project: Project, { rung, obligations }: Attempt): readonly string[] {
  const loses = obligations.some(({ hazard }) => hazard === 56) && signalHandler(project) === undefined;
  return loses ? [...CHECKS[rung], UNHANDLED] : CHECKS[rung];
}

// Linux gives the first process of a container no signal that it does not handle; npm handles them all.
const UNHANDLED =
  'No source line handles SIGTERM: as the first process the program is killed after the ten seconds of `docker stop`, where its package manager ended at once. Handle it, or run the container with --init.';

/** Why a part of the configuration is not what it was. */
export function reasonFor(field: string, rung: Rung, before?: string): string {
  if (field === 'user' && before !== undefined && before !== 'root' && rung === 'T2')
    return 'The account of the runtime image stands in for it.';
  if (field === 'user') return 'The program runs without the rights of root.';
  if (field === 'environment PATH') return 'The programs that were installed come first.';
  if (field.startsWith('environment '))
    return rung === 'T2'
      ? 'The runtime image sets other variables of its own.'
      : 'Read by the build only, or set by another base image.';
  if (field === 'entrypoint' || field === 'command')
    return 'The same program is started; the runtime image has it in another place.';
  return 'The runtime image differs.';
}

/** What can be said of the gain without building, with what it rests on. */
export function estimatesFor(project: Project, text: string, rung: Rung): Estimate[] {
  const installs = project.final.acts.filter(act => does(act, 'dependencies')).length;
  const rebuild: Estimate = {
    about: 'steps that install dependencies again after an edit of the source',
    value: `${installs} → 0`,
    basis: 'order of the steps; manifests unchanged',
  };
  if (rung === 'T0') return installs === 0 ? [] : [rebuild];
  const from = /^FROM\s+(\S+)/gim;
  const last = Array.from(text.matchAll(from), ([, image = '']) => image).at(-1) ?? '';
  return [
    {
      about: 'base of the image',
      value: `${project.final.image?.text ?? 'unknown'} → ${last}`,
      basis: 'FROM of the last stage; sizes are known once both are built',
    },
    ...(installs === 0 ? [] : [rebuild]),
  ];
}
