import type { Instruction } from '../../dockerfile/model.ts';
import { accountMadeBy } from '../../images/account-commands.ts';
import { factsOf } from '../../images/image-facts.ts';
import type { ShellCommand } from '../../shell/model.ts';
import { changed, type Entry } from '../draft.ts';
import type { Effect } from '../effects.ts';
import type { Ecosystem } from '../ecosystem.ts';
import type { Evidence, Obligation, Refusal, Step } from '../plan.ts';
import { type Act, literal, type Project, resolvePath, seenAt } from '../project.ts';
import { refusal } from '../recipe.ts';
import { scan } from '../source-scan.ts';
import { MEANT } from './account.ts';
import { keyword } from './keyword.ts';
import { isPlainList } from './run-text.ts';
import { finalWorkdir } from './workdir.ts';

/** The account `nonroot` of the distroless images. */
const NONROOT = '65532:65532';

/** What becomes of the original's own account, and of folders that a RUN makes, on a distroless image. */
export interface Handover {
  /** True where the original runs as an account of its own, which the image's account stands in for. */
  readonly isUser: boolean;
  /** Commands that leave nothing to be done in the final stage. */
  readonly drops: ReadonlySet<ShellCommand>;
  readonly steps: readonly Step[];
  readonly obligations: readonly Obligation[];
  /** What else hangs on the account. */
  readonly refusals: readonly Refusal[];
  /** The entry with the number for the account's name; undefined where a USER before the last one is needed no more. */
  readonly rewrite: (entry: Entry) => Entry | undefined;
}

/** Nothing to hand over. */
export const NO_HANDOVER: Handover = {
  isUser: false,
  drops: new Set(),
  steps: [],
  obligations: [],
  refusals: [],
  rewrite: entry => entry,
};

/** What distroless makes of the original's account. */
export function handoverOf(project: Project, ecosystem: Ecosystem): Handover {
  const folders = project.final.acts.flatMap(({ effects, workdir }) =>
    effects.flatMap(effect =>
      effect.kind === 'directory' && effect.paths.every(path => comesAnyway(project, resolvePath(workdir, path)))
        ? effect.command
        : [],
    ),
  );
  const own = ownAccount(project);
  if (own === undefined) return { ...NO_HANDOVER, drops: new Set(folders) };
  return {
    isUser: true,
    obligations: proofs(project, ecosystem, own),
    refusals: doubtsAbout(project, ecosystem, own),
    drops: new Set([...folders, ...accountCommands(project, own)]),
    steps: [
      {
        what: `Run as ${NONROOT}, the account of the distroless image, in the place of ${own.name}`,
        why: 'The image has no other account and no program to make one; the number says the same to every runtime.',
        lines: [own.user.firstLine],
        effect: 'the program is still not root',
      },
    ],
    rewrite: entry => renumbered(project, own, entry),
  };
}

interface OwnAccount {
  readonly name: string;
  /** Names and numbers of the account and of its group. */
  readonly aliases: ReadonlySet<string>;
  /** The USER that counts. */
  readonly user: Instruction;
}

/** The account of the base image that is meant for programs, or one that a RUN makes, where the image runs as it. */
function ownAccount(project: Project): OwnAccount | undefined {
  const { final } = project;
  const user = final.acts.findLast(({ instruction }) => instruction.keyword === 'USER')?.instruction;
  const value = user === undefined ? undefined : literal(user, user.args[0]);
  if (user === undefined || value === undefined) return undefined;
  const facts = final.image === undefined ? undefined : factsOf(final.image);
  const isBusyBox = facts?.tools === 'busybox';
  const meant = MEANT[final.image?.name ?? ''] ?? '';
  const account = facts?.accounts.get(meant);
  const given = account === undefined ? [] : [meant, String(account.uid), String(account.gid)];
  const made = final.acts
    .flatMap(({ effects }) => effects.flatMap(({ command }) => accountMadeBy(command, isBusyBox) ?? []))
    .flatMap(({ name, uid, gid, group }) =>
      name === undefined ? [] : [name, ...[uid, gid, group].flatMap(each => (each === undefined ? [] : String(each)))],
    )
    .filter(word => word !== '0' && word !== 'root');
  const aliases = new Set([...given, ...made]);
  return value.split(':').every(word => aliases.has(word)) ? { name: value, aliases, user } : undefined;
}

/** Commands whose files or accounts a distroless stage cannot make, and which nothing stands in for. */
export function needsShell({ effects }: Act, { drops }: Pick<Handover, 'drops'>): readonly Effect[] {
  const changes = effects.filter(({ kind }) => ['account', 'mode', 'directory', 'files'].includes(kind));
  const isWhole =
    isPlainList(effects.map(({ command }) => command)) || effects.every(({ command }) => drops.has(command));
  return isWhole ? changes.filter(({ command }) => !drops.has(command)) : changes;
}

/** True where WORKDIR or COPY make the folder on their own. */
function comesAnyway(project: Project, path: string | undefined): boolean {
  const { final } = project;
  const places = final.acts.flatMap(({ instruction, workdir }) => {
    const isCopy = instruction.keyword === 'COPY' || instruction.keyword === 'ADD';
    const place = isCopy ? literal(instruction, instruction.destination) : undefined;
    return place === undefined ? [] : [resolvePath(workdir, place)];
  });
  const made = [finalWorkdir(project, '/'), ...places];
  return path !== undefined && made.some(each => each === path || each?.startsWith(`${path}/`) === true);
}

/** Commands that make the account, or give files to it. */
function accountCommands({ final }: Project, { aliases }: OwnAccount): ShellCommand[] {
  const isBusyBox = final.image === undefined ? false : factsOf(final.image)?.tools === 'busybox';
  return final.acts.flatMap(({ effects }) =>
    effects.flatMap(({ kind, command }) => {
      const isMade = kind === 'account' && accountMadeBy(command, isBusyBox) !== undefined;
      const owner = command.words.slice(1).find(({ text }) => !text.startsWith('-'))?.value;
      const isGiven =
        kind === 'mode' && command.name !== 'chmod' && owner?.split(':').every(word => aliases.has(word)) === true;
      return isMade || isGiven ? [command] : [];
    }),
  );
}

/** What else could hang on the account: what it may write, its home folder, volumes that are its own. */
function doubtsAbout(project: Project, ecosystem: Ecosystem, own: OwnAccount): Refusal[] {
  const { context, final, options } = project;
  const found = scan(context, ecosystem);
  const at = seenAt(project, own.user);
  const volumes = final.acts.filter(({ instruction }) => instruction.keyword === 'VOLUME');
  const doubts: (readonly [number, string, readonly Evidence[]])[] = [
    [
      32,
      `The program writes files, as ${own.name}; the account of the distroless image has another number.`,
      found.of('writes'),
    ],
    [
      32,
      'Not every source file could be read, so it is not known what the program writes.',
      found.isComplete ? [] : [at],
    ],
    [
      33,
      `A volume that ${own.name} made keeps its number.`,
      volumes.map(({ instruction }) => seenAt(project, instruction)),
    ],
    [35, `The program asks for its home folder, which ${own.name} has somewhere else.`, found.of('home')],
    [35, `A path leads into the home folder of ${own.name}.`, inHome(project, own)],
  ];
  return doubts
    .filter(([hazard, , evidence]) => evidence.length > 0 && !options.assume.includes(hazard))
    .map(([hazard, reason, evidence]) =>
      refusal('T2', reason, {
        hazard,
        evidence: evidence.slice(0, 3).map(({ file, line, text }) => ({ file, line, text })),
        remedy: `Accept it with --assume H${hazard}.`,
      }),
    );
}

function proofs(project: Project, ecosystem: Ecosystem, own: OwnAccount): Obligation[] {
  const { files } = scan(project.context, ecosystem);
  const made = project.final.acts.filter(({ effects }) => effects.some(({ kind }) => kind === 'account'));
  const proven = { verdict: 'proven', remedy: undefined } as const;
  const isSilent = scan(project.context, ecosystem).of('writes').length === 0;
  return [
    {
      ...proven,
      hazard: 32,
      verdict: isSilent ? 'proven' : 'assumed',
      claim: isSilent
        ? `None of the ${files} source files read writes to disk, so it is of no matter which number ${own.name} had.`
        : `The program writes files, as ${own.name}; the account of the distroless image has another number.`,
      evidence: [],
    },
    {
      ...proven,
      hazard: 36,
      claim: `${own.name} becomes ${NONROOT}, which needs no name.`,
      evidence: [seenAt(project, own.user)],
    },
    ...made.slice(0, 1).map(({ instruction }) => ({
      ...proven,
      hazard: 37,
      claim: 'No account is made, so no number is taken twice.',
      evidence: [seenAt(project, instruction)],
    })),
  ];
}

/** Words of ENV and of what is started that lead into a home folder, outside of the working directory. */
function inHome(project: Project, { aliases }: OwnAccount): Evidence[] {
  const workdir = finalWorkdir(project, '/') ?? '/';
  const homes = [...aliases].map(name => `/home/${name}`);
  return project.final.acts
    .filter(({ instruction }) => {
      if (!['ENV', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(instruction.keyword)) return false;
      const text = instruction.body.text.replaceAll(workdir === '/' ? '\n' : workdir, '');
      return homes.some(home => text.includes(home)) || /\$HOME\b|\$\{HOME\b|~\//.test(text);
    })
    .map(({ instruction }) => seenAt(project, instruction));
}

function renumbered(project: Project, { aliases, user }: OwnAccount, entry: Entry): Entry | undefined {
  const { origin } = entry;
  if (origin?.keyword === 'USER')
    return origin === user ? changed(project.dockerfile, origin, `${keyword(project, 'USER')} ${NONROOT}`) : undefined;
  const owner = origin?.flags.find(({ name }) => name === 'chown')?.value;
  if (owner === undefined || !owner.split(':').every(word => aliases.has(word))) return entry;
  return { ...entry, text: entry.text.replace(`--chown=${owner}`, `--chown=${NONROOT}`) };
}

/** A copy in a stage that only builds, as root: to whom the files belong is of no matter there. */
export function withoutOwner(copy: Instruction, entry: Entry): Entry {
  const owner = copy.flags.find(({ name }) => name === 'chown')?.value;
  return owner === undefined ? entry : { ...entry, text: entry.text.replace(` --chown=${owner}`, '') };
}
