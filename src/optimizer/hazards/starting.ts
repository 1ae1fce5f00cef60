import { composeFiles, parseDocument } from './compose-files.ts';
import { commandsOf } from '../../shell/commands.ts';
import { hasCommand, lastOf } from '../parts/start.ts';
import { signalHandler } from '../parts/signal-handler.ts';
import { seenAt } from '../project.ts';
import { type Case, fails, holds, type Judgement } from './hazard.ts';
import { installedPrograms } from './programs.ts';
import { withoutVersion } from '../../text/endings.ts';

/** Wrappers that images put before the command and that do nothing to a program started by its name. */
const TRANSPARENT = new Set([
  'docker-entrypoint.sh',
  '__cacert_entrypoint.sh',
  'mvn-entrypoint.sh',
  'docker-php-entrypoint',
]);
const SHELLS = new Set(['sh', 'bash', 'ash', 'dash', 'env', 'tini', 'dumb-init', 'gosu', 'su-exec', 'su']);

/** True where a stage on this base has no shell to run anything with. */
export function isShellLess({ baseIs }: Case): boolean {
  return baseIs?.shell === 'none';
}

/** What would be started, with the names of programs for their paths and without wrappers that do nothing. */
export function startedBy(
  entrypoint: readonly string[] | undefined,
  command: readonly string[] | undefined,
): readonly string[] | undefined {
  if (entrypoint === undefined || command === undefined) return undefined;
  const argv = [...entrypoint, ...command];
  const first = argv[0]?.replace(/^.*\//, '') ?? '';
  const rest = TRANSPARENT.has(first) ? argv.slice(1) : argv;
  return rest.map((word, index) =>
    index === 0 ? word.replace(/^.*\//, '').replace(/^python3?(?:\.\d+)?$/, 'python') : word,
  );
}

export function inheritedEntrypoint({ was, is, after }: Case): Judgement | undefined {
  const lost = was.entrypoint?.[0]?.replace(/^.*\//, '');
  if (lost === undefined || is.entrypoint?.[0]?.endsWith(lost) === true) return undefined;
  const own = lastOf(after.final, 'ENTRYPOINT') !== undefined;
  if (TRANSPARENT.has(lost)) return holds(`${lost} only hands over to the command that it is given.`);
  return own
    ? undefined
    : fails(
        `The base image's entrypoint ${lost} is gone.`,
        [seenAt(after, after.final.stage.from)],
        'Keep the base image with --runtime same.',
      );
}

export function doubledInterpreter({ is, after }: Case): Judgement | undefined {
  const [entrypoint, command] = [is.entrypoint, is.command].map(argv =>
    argv?.[0] === undefined ? undefined : withoutVersion(argv[0].replace(/^.*\//, '')),
  );
  const base = after.final.image?.name ?? '';
  if (entrypoint === undefined && /distroless\/(?:python|nodejs)/.test(base))
    return holds("The image's own entrypoint is taken back, so the interpreter is named once.");
  if (entrypoint === undefined || command === undefined) return undefined;
  if (entrypoint !== command) return holds("The command does not repeat the entrypoint's interpreter.");
  return fails(`The entrypoint starts ${entrypoint}, and the command names it again.`, [
    seenAt(after, lastOf(after.final, 'CMD') ?? after.final.stage.from),
  ]);
}

export function workingDirectory({ was, is, after }: Case): Judgement {
  const [from, to] = [was.workdir ?? '/', is.workdir ?? '/'];
  if (from === to) return holds(`The working directory stays ${to}.`);
  return fails(
    `The working directory was ${from} and would be ${to}.`,
    [seenAt(after, after.final.stage.from)],
    `Say WORKDIR ${from}.`,
  );
}

export function shellForms(of: Case): Judgement | undefined {
  if (!isShellLess(of)) return undefined;
  const { after, is } = of;
  const shellForm = after.final.acts.find(
    ({ instruction }) =>
      (hasCommand(instruction) || instruction.keyword === 'HEALTHCHECK' || instruction.keyword === 'RUN') &&
      !instruction.json &&
      instruction.args.length > 0 &&
      !(instruction.keyword === 'HEALTHCHECK' && (instruction.none || /CMD\s*\[/.test(instruction.body.text))),
  );
  if (shellForm !== undefined)
    return fails(
      `${shellForm.instruction.keyword} in shell form needs a shell, and the runtime image has none.`,
      [seenAt(after, shellForm.instruction)],
      'Write it in exec form, as a JSON array.',
    );
  const [program] = startedBy(is.entrypoint, is.command) ?? [];
  if (program !== undefined && (SHELLS.has(program) || program.endsWith('.sh')))
    return fails(
      `${program} has to be there to start the program, and the runtime image has no shell.`,
      [seenAt(after, lastOf(after.final, 'ENTRYPOINT') ?? lastOf(after.final, 'CMD') ?? after.final.stage.from)],
      'Start the program itself.',
    );
  return holds('Everything is started in exec form, without a shell.');
}

export function shellExpansion(of: Case): Judgement | undefined {
  const { before, after } = of;
  for (const keyword of ['CMD', 'ENTRYPOINT'] as const) {
    const was = lastOf(before.final, keyword);
    const is = lastOf(after.final, keyword);
    if (was === undefined || was.json || !/[$`|;&<>*?]/.test(was.body.text)) continue;
    if (is?.json === true || isShellLess(of))
      return fails(
        `The shell expands \`${was.body.text.trim().slice(0, 60)}\`; without it the text would stay as it is.`,
        [seenAt(before, was)],
        'Read the variable in the program, or write its value.',
      );
    return holds('The shell form stays, for the shell expands variables in it.', [seenAt(before, was)]);
  }
  return undefined;
}

/** Scripts of the context that the image starts, as `docker-entrypoint.sh`, with the text that they have. */
export function startScripts({
  before,
  was,
}: Pick<Case, 'before' | 'was'>): readonly { readonly path: string; readonly text: string }[] {
  const words = [...(was.entrypoint ?? []), ...(was.command ?? [])].flatMap(word => word.split(/\s+/));
  const names = words.filter(word => word.endsWith('.sh')).map(word => word.replace(/^.*\//, ''));
  const { context } = before;
  return names.flatMap(name => {
    const path = context.files().find(file => file === name || file.endsWith(`/${name}`));
    const text = path === undefined ? undefined : context.read(path);
    return path === undefined || text === undefined ? [] : [{ path, text }];
  });
}

export function entrypointScript(of: Case): Judgement | undefined {
  for (const { path, text } of startScripts(of)) {
    const [first = ''] = text.split('\n');
    const seen = [{ file: path, line: 1, text: first.trim() }];
    const shell = /^#!\s*(?:\S*\/env\s+)?(\S+)/.exec(first)?.[1]?.replace(/^.*\//, '') ?? 'sh';
    if (first.endsWith('\r'))
      return fails(
        `${path} has Windows line ends: the kernel looks for a shell named "${shell}\\r".`,
        seen,
        'Save it with LF line ends.',
      );
    if (isShellLess(of))
      return fails(
        `${path} is a ${shell} script, and the runtime image has no shell.`,
        seen,
        'Move what the script does into the program.',
      );
    if (of.baseIs?.has(shell) === false && !installedPrograms(of.after).has(shell))
      return fails(
        `${path} wants ${shell}, which the runtime image lacks.`,
        seen,
        `Install ${shell}, or write the script for sh.`,
      );
    return holds(`${path} finds its shell ${shell}.`, seen);
  }
  return undefined;
}

export function healthCheck(of: Case): Judgement | undefined {
  const check = of.after.final.acts.findLast(({ instruction }) => instruction.keyword === 'HEALTHCHECK')?.instruction;
  if (check === undefined || (check.keyword === 'HEALTHCHECK' && check.none)) return undefined;
  const programs = commandsOf(check).flatMap(({ name }) => name ?? []);
  const lacking = programs.find(name => of.baseIs?.has(name) === false && !installedPrograms(of.after).has(name));
  if (lacking !== undefined)
    return fails(
      `The health check runs ${lacking}, which the runtime image lacks.`,
      [seenAt(of.after, check)],
      `Check with the program itself, or install ${lacking}.`,
    );
  return holds('The health check finds its programs.', [seenAt(of.after, check)]);
}

export function composeOverrides(of: Case): Judgement | undefined {
  const found = composeFiles(of.before.context).flatMap(file =>
    parseDocument(file, of.before.context.read(file) ?? ''),
  );
  const shellOverride = found.find(({ key }) => key === 'command' || key === 'entrypoint' || key === 'healthcheck');
  const target = found.find(
    ({ key, value }) =>
      key === 'target' && !of.after.dockerfile.stages.some(({ name }) => name === value.toLowerCase()),
  );
  if (target !== undefined)
    return fails(`${target.evidence.file} builds the stage ${target.value}, which would be gone.`, [target.evidence]);
  if (shellOverride !== undefined && isShellLess(of))
    return fails(
      `${shellOverride.evidence.file} gives the service a ${shellOverride.key} of its own, which may need a shell.`,
      [shellOverride.evidence],
      'Write it in exec form and accept it with --assume H9.',
    );
  const root = found.find(({ key, value }) => key === 'user' && /^['"]?(?:root|0)\b/.test(value));
  if (root !== undefined && of.was.user !== of.is.user)
    return fails(`${root.evidence.file} sets the user.`, [root.evidence]);
  return found.length === 0
    ? undefined
    : holds(
        'What compose files override still works: the image has a shell.',
        found.slice(0, 3).map(({ evidence }) => evidence),
      );
}

export function privilegeDrop({ was, is, before }: Case): Judgement | undefined {
  const text = [
    ...(was.entrypoint ?? []),
    ...(was.command ?? []),
    ...startScripts({ before, was }).map(script => script.text),
  ].join(' ');
  const found = /\b(gosu|su-exec|setpriv|cron|crond|sshd|supervisord|apache2|httpd)\b/.exec(text)?.[1];
  if (found === undefined) return undefined;
  return was.user === is.user
    ? holds(`${found} still starts as ${is.user ?? 'the same user'}.`)
    : fails(`${found} has to start as root.`, [], 'Leave the user as it is.');
}

export function manyProcesses({ was, before, rung }: Case): Judgement | undefined {
  const text = [
    ...(was.entrypoint ?? []),
    ...(was.command ?? []),
    ...startScripts({ before, was }).map(script => script.text),
  ].join(' ');
  const found =
    /\b(supervisord|pm2(?:-runtime)?|foreman|honcho|s6-svscan|runsvdir|circusd)\b|[^&>|]&(?:\s|$)(?!&)/.exec(text);
  if (found === null) return undefined;
  const what = found[1] ?? 'a background process';
  return rung === 'T0'
    ? holds(`${what} runs as before: the base stays.`)
    : fails(
        `The image runs several processes (${what}); what each of them needs is not known.`,
        [],
        'Give each process an image of its own.',
      );
}

/** A package manager or an init in front of the program takes signals for it. */
export function signals({ before: project, was, is }: Case): Judgement | undefined {
  const [before, after] = [startedBy(was.entrypoint, was.command)?.[0], startedBy(is.entrypoint, is.command)?.[0]];
  if (before === undefined || before === after || !/^(?:npm|yarn|pnpm|bun|tini|dumb-init)$/.test(before))
    return undefined;
  if (/^(?:tini|dumb-init)$/.test(before))
    return fails(`${before} no longer passes signals on and collects orphans.`, [], 'Run the container with --init.');
  const handler = signalHandler(project);
  return handler === undefined
    ? holds(`${before} no longer stands between: SIGTERM reaches the program itself; no line of its source handles it.`)
    : holds(`${before} no longer stands between: SIGTERM reaches the program itself, which handles it.`, [handler]);
}

/** Without a CMD or ENTRYPOINT of its own the image starts what its base does, or is a base for others. */
export function ownStart({ before, after, was, is, rung }: Case): Judgement | undefined {
  if (lastOf(before.final, 'CMD') !== undefined || lastOf(before.final, 'ENTRYPOINT') !== undefined) return undefined;
  const [from, to] = [startedBy(was.entrypoint, was.command), startedBy(is.entrypoint, is.command)];
  const isSame = from !== undefined && to !== undefined && from.join(' ') === to.join(' ');
  if (rung === 'T0' || (rung === 'T1' && isSame)) return undefined;
  return fails(
    'The image starts nothing of its own; whoever uses it counts on its base.',
    [seenAt(after, after.final.stage.from)],
    'Say with CMD what it starts.',
  );
}
