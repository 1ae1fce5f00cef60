import { parseImageReference } from '../../dockerfile/image-reference.ts';
import { factsOf } from '../../images/image-facts.ts';
import { type Entry, fresh } from '../draft.ts';
import type { Ecosystem } from '../ecosystem.ts';
import type { Evidence, Obligation, Step } from '../plan.ts';
import { copiesContext, does, type Project, seenAt } from '../project.ts';
import { scan } from '../source-scan.ts';
import { configurationOf } from '../configuration.ts';
import { startScripts } from '../hazards/starting.ts';
import { startsProgramAlone } from './node-start.ts';
import { lastOf, portsOf } from './start.ts';
import { frameworkWrites } from './framework-writes.ts';
import { fetchedForRoot, insideRootHome } from './root-only.ts';
import { keyword } from './keyword.ts';

/** The lines that make the final stage run as somebody else than root, and why that is right; none where it is not shown to be. */
export interface AccountPlan {
  readonly create: readonly Entry[];
  readonly user: readonly Entry[];
  readonly obligations: readonly Obligation[];
  readonly steps: readonly Step[];
}

/** The first uid of an account of our own: above those of distributions and of images. */
const OWN_UID = 10001;
/** Accounts that images are made with for the program to run as. */
export const MEANT: Readonly<Record<string, string>> = {
  node: 'node',
  'mcr.microsoft.com/dotnet/aspnet': 'app',
  'mcr.microsoft.com/dotnet/runtime': 'app',
};

export function accountFor(
  project: Project,
  runtimeText: string,
  ecosystem: Ecosystem = ecosystemOf(project),
): AccountPlan {
  const none: AccountPlan = { create: [], user: [], obligations: [], steps: [] };
  if (project.final.acts.some(({ instruction }) => instruction.keyword === 'USER')) return none;
  const image = parseImageReference(runtimeText);
  const facts = image === undefined ? undefined : factsOf(image);
  const isSet = facts?.user !== undefined && facts.user !== 'root' && facts.user !== '0';
  if (isSet && baseUser(project) === facts.user) return none;
  const doubts = rootReasons(project, ecosystem);
  const blocked = doubts.filter(({ hazard }) => !project.options.assume.includes(hazard));
  if (isSet && blocked.length > 0) return { ...none, obligations: blocked };
  if (blocked.length > 0) return { ...none, steps: [stays(blocked)] };
  const proofs: Obligation[] =
    doubts.length === 0 ? [proof(project, ecosystem)] : doubts.map(each => ({ ...each, verdict: 'assumed' }));
  const lines = isSet ? { create: [], user: [] } : linesFor(project, runtimeText);
  return {
    ...lines,
    obligations: proofs,
    steps: [
      {
        what: 'Run as a user of its own, not as root',
        why: 'A process that is broken into has no more rights than it needs.',
        lines: [],
        effect: 'USER is set',
      },
    ],
  };
}

/** The user that the original's base image runs as. */
function baseUser({ final }: Project): string | undefined {
  return final.image === undefined ? undefined : factsOf(final.image)?.user;
}

function linesFor(project: Project, runtimeText: string): Pick<AccountPlan, 'create' | 'user'> {
  const image = parseImageReference(runtimeText);
  if (image === undefined || image.name.startsWith('gcr.io/distroless/'))
    return { create: [], user: [fresh(`${keyword(project, 'USER')} 65532:65532`)] };
  const facts = factsOf(image);
  const meant = facts?.accounts.get(MEANT[image.name] ?? '');
  const user = keyword(project, 'USER');
  if (meant !== undefined)
    return {
      create: [],
      user: [fresh(`${user} ${meant.uid}:${meant.gid}`, `The account ${MEANT[image.name] ?? ''} of the base image.`)],
    };
  const { escape } = project.dockerfile;
  const run = keyword(project, 'RUN');
  const create =
    facts?.tools === 'busybox'
      ? `${run} addgroup -g ${OWN_UID} app ${escape}\n    && adduser -D -u ${OWN_UID} -G app app`
      : `${run} groupadd --gid ${OWN_UID} app ${escape}\n    && useradd --uid ${OWN_UID} --gid app --create-home app`;
  return { create: [fresh(create)], user: [fresh(`${user} ${OWN_UID}:${OWN_UID}`)] };
}

export type Doubt = Obligation & { readonly verdict: 'failed' };

/** What speaks for root, each as the hazard that it is. */
export function rootReasons(project: Project, ecosystem: Ecosystem): Doubt[] {
  const { final, context } = project;
  const writes = scan(context, ecosystem).of('writes');
  const volumes = final.acts.filter(({ instruction }) => instruction.keyword === 'VOLUME');
  const low = portsOf(final).filter(port => port < 1024);
  const scripts = final.acts.filter(({ instruction }) =>
    /\b(?:gosu|su-exec|setpriv|sudo|cron|sshd|supervisord)\b/.test(project.dockerfile.text.slice(...instruction.span)),
  );
  return [
    ...doubt(
      32,
      'The program writes files; another user may not be allowed to.',
      writes,
      'Give the folder to the user with COPY --chown, or let the program write to /tmp.',
    ),
    ...doubt(
      32,
      'Not every source file could be read, so it is not known what the program writes.',
      scan(context, ecosystem).isComplete && hasSource(project)
        ? []
        : [{ file: '.', line: undefined, text: 'context' }],
      undefined,
    ),
    ...doubt(
      32,
      'The script that starts the program changes files or drops rights itself.',
      writingScripts(project),
      undefined,
    ),
    ...doubt(
      32,
      'The framework writes beside the program as it runs.',
      frameworkWrites(project, ecosystem),
      'Give the folders that it writes to the user with COPY --chown.',
    ),
    ...doubt(
      32,
      'Only root may enter /root, where the program is or starts.',
      insideRootHome(project),
      'Put the program into a folder of its own, such as /app.',
    ),
    ...doubt(32, 'What ADD fetches is for root alone to read.', fetchedForRoot(project), 'Say ADD --chmod=644.'),
    ...doubt(
      32,
      'What is started before the program, or in its place, may write files.',
      preparing(project, ecosystem),
      'Do it while the image is built.',
    ),
    ...doubt(
      33,
      "A volume made by root earlier stays root's.",
      volumes.map(({ instruction }) => seenAt(project, instruction)),
      undefined,
    ),
    ...doubt(
      34,
      `Port ${low[0] ?? ''} is below 1024, which some clusters keep for root.`,
      low.length === 0
        ? []
        : final.acts
            .filter(({ instruction }) => instruction.keyword === 'EXPOSE')
            .map(({ instruction }) => seenAt(project, instruction)),
      'Listen on a port above 1023.',
    ),
    ...doubt(
      38,
      'A program here drops or needs the rights of root itself.',
      scripts.map(({ instruction }) => seenAt(project, instruction)),
      undefined,
    ),
  ];
}

/** Scripts of the context, named by CMD or ENTRYPOINT, with commands that change files. */
function writingScripts({ final, context }: Project): Evidence[] {
  const words = final.acts.flatMap(({ instruction }) =>
    instruction.keyword === 'CMD' || instruction.keyword === 'ENTRYPOINT'
      ? instruction.args.map(({ text }) => text.replace(/^.*\//, ''))
      : [],
  );
  return words
    .filter(word => word.endsWith('.sh'))
    .flatMap(name => {
      const file = context.files().find(path => path === name || path.endsWith(`/${name}`));
      const lines = (file === undefined ? '' : (context.read(file) ?? '')).split('\n');
      const at = lines.findIndex(
        line =>
          /\b(?:mkdir|chown|chmod|touch|cp|mv|ln|tee|install|rm|gosu|su-exec|setpriv|su)\s|sed -i|[^0-9&]>\s*[^&\s]/.test(
            line,
          ) && !/^\s*#/.test(line),
      );
      return file === undefined || at === -1 ? [] : [{ file, line: at + 1, text: (lines[at] ?? '').trim() }];
    });
}

/** Commands of Django that write beside the program. */
const WRITING = /\bmanage\.py\s+(?:collectstatic|makemigrations|compilemessages|compress)\b/;

/** What starts a package manager's scripts, or commands that write, on the way to the program. */
function preparing(project: Project, ecosystem: Ecosystem): Evidence[] {
  const start = lastOf(project.final, 'CMD') ?? lastOf(project.final, 'ENTRYPOINT');
  if (start === undefined) return [];
  if (ecosystem === 'node') return startsProgramAlone(project) ? [] : [seenAt(project, start)];
  if (ecosystem !== 'python') return [];
  const was = configurationOf(project.final.stage);
  const text = [...(was.entrypoint ?? []), ...(was.command ?? [])].join(' ');
  const script = startScripts({ before: project, was }).find(each => WRITING.test(each.text));
  if (script !== undefined) return [{ file: script.path, line: undefined, text: WRITING.exec(script.text)?.[0] ?? '' }];
  return WRITING.test(text) ? [seenAt(project, start)] : [];
}

/** True where the context has the program at all: a Dockerfile that only installs a package shows nothing of its writes. */
function hasSource({ stages }: Project): boolean {
  return stages.some(({ acts }) => acts.some(act => copiesContext(act.instruction) || does(act, 'build')));
}

function doubt(hazard: number, claim: string, evidence: readonly Evidence[], remedy: string | undefined): Doubt[] {
  return evidence.length === 0
    ? []
    : [
        {
          hazard,
          verdict: 'failed',
          claim,
          evidence: evidence.slice(0, 3).map(({ file, line, text }) => ({ file, line, text })),
          remedy: remedy ?? `Accept it with --assume H${hazard}.`,
        },
      ];
}

function proof(project: Project, ecosystem: Ecosystem): Obligation {
  const { files } = scan(project.context, ecosystem);
  return {
    hazard: 32,
    verdict: 'proven',
    claim: `None of the ${files} source files read writes to disk, no volume is declared, and no port is below 1024.`,
    evidence: [],
    remedy: undefined,
  };
}

function stays(doubts: readonly Doubt[]): Step {
  const [first] = doubts;
  const numbers = [...new Set(doubts.map(({ hazard }) => `H${hazard}`))].join(',');
  const where = first?.evidence[0];
  return {
    what: 'Leave the user as it is',
    why: `${first?.claim ?? ''}${where === undefined ? '' : ` (${where.file}${where.line === undefined ? '' : `:${where.line}`})`} --assume ${numbers} sets a user all the same.`,
    lines: [],
    effect: '',
  };
}

const LANGUAGE_IMAGES: Readonly<Record<string, Ecosystem>> = {
  python: 'python',
  node: 'node',
  ruby: 'ruby',
  golang: 'go',
  rust: 'rust',
  php: 'php',
  nginx: 'static',
};

/** The ecosystem of what the image runs: by the last stage's image, else by the tools that the stages use, the last first. */
export function ecosystemOf({ final, stages }: Pick<Project, 'final' | 'stages'>): Ecosystem {
  const named = LANGUAGE_IMAGES[final.image?.name ?? ''];
  if (named !== undefined) return named;
  const effects = [final, ...stages.toReversed()].flatMap(({ acts }) => acts.flatMap(act => act.effects));
  const effect = effects.find(each => 'ecosystem' in each);
  return effect !== undefined && 'ecosystem' in effect ? effect.ecosystem : 'static';
}
