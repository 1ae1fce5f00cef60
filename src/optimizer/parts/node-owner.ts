import type { Instruction } from '../../dockerfile/model.ts';
import type { Obligation } from '../plan.ts';
import { type Act, copiesContext, literal, type Project, seenAt } from '../project.ts';
import { scan } from '../source-scan.ts';

/** The account behind a USER, as `--chown` has it: `1000:1000`. */
export function numberOf(user: string | undefined): string | undefined {
  return user?.split(/\s/).at(-1);
}

/** The user that the original sets for what it starts; undefined where it is root, or not written out. */
export function ownUser({ final }: Project): string | undefined {
  return notRoot(final.acts.findLast(({ instruction }) => instruction.keyword === 'USER')?.instruction);
}

function notRoot(user: Instruction | undefined): string | undefined {
  const value = user === undefined ? undefined : literal(user, user.args[0]);
  return value === undefined || /^(?:root|0)(?::|$)/.test(value) ? undefined : value;
}

function mayWrite({ context }: Project): boolean {
  const found = scan(context, 'node');
  return !found.isComplete || found.of('writes').length > 0;
}

/** The flag that leaves node_modules to the user who installed it, where the program may write there; else nothing. */
export function installOwner(project: Project, install: Act): string {
  const { acts } = project.final;
  const before = acts.slice(0, acts.indexOf(install));
  const user = notRoot(before.findLast(({ instruction }) => instruction.keyword === 'USER')?.instruction);
  return user === undefined || user !== ownUser(project) || !mayWrite(project) ? '' : `--chown=${user} `;
}

/** That a user of the original's own can still write where it could, though the files come from another stage as root's. */
export function ownership(project: Project): Obligation[] {
  const user = ownUser(project);
  const given = project.final.acts.find((act, index, acts) => {
    const { instruction, effects } = act;
    const isHis = acts.slice(0, index).some(each => notRoot(each.instruction) !== undefined);
    return (
      (copiesContext(instruction) && instruction.flags.some(({ name }) => name === 'chown')) ||
      effects.some(({ kind, command }) => kind === 'mode' && command.name === 'chown') ||
      (isHis && (instruction.keyword === 'RUN' || instruction.keyword === 'WORKDIR'))
    );
  });
  if (user === undefined || given === undefined) return [];
  if (!mayWrite(project))
    return [
      {
        hazard: 32,
        verdict: 'proven',
        claim: `No source file writes to disk, so ${user} need not own what it runs.`,
        evidence: [],
        remedy: undefined,
      },
    ];
  const writes = scan(project.context, 'node').of('writes').slice(0, 2);
  return [
    {
      hazard: 32,
      verdict: 'failed',
      claim: `The program writes files as ${user}, and what comes from the other stage would be root's.`,
      evidence: [seenAt(project, given.instruction), ...writes.map(({ file, line, text }) => ({ file, line, text }))],
      remedy: 'Accept it with --assume H32 where the program writes somewhere else.',
    },
  ];
}
