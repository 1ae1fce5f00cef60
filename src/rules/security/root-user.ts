import type { BuildContext } from '../../context/build-context.ts';
import { copiedScript } from '../../context/entrypoint-script.ts';
import type { Dockerfile, Instruction, Stage } from '../../dockerfile/model.ts';
import { stageChain } from '../../dockerfile/stage-chain.ts';
import { flag } from '../../engine/options.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { insertAbove, insertBelow } from '../../fixers/instructions.ts';
import { applicationAccount } from '../../images/application-account.ts';
import { isNamedForDevelopment } from '../../images/for-development.ts';
import { isApplication, isTask, mainProgram, mayLeaveRoot, startsNothing } from '../../images/root-to-user.ts';
import { finalState } from '../../images/state.ts';

export default defineRule({
  id: 'root-user',
  summary: 'Run the container as an account of its own, not as root',
  category: 'security',
  severity: 'warning',
  applies: 'shipped',
  fixable: 'unsafe',
  aliases: ['DL3002', 'DS-0002'],
  codes: { DL3002: 'root' },
  hadolint: 'warning',
  options: {
    always: flag({
      about:
        'Report root even where the image begins as root for a reason, is a tool, for development or only a base for others.',
      default: false,
    }),
  },
  presetOptions: { strict: { always: true }, hadolint: { always: true } },

  messages: {
    root: 'The last USER is `{user}`: whoever takes over the program is root in the container.',
    missing: 'No USER, so that {program} runs as root: whoever takes it over is root in the container.',
  },

  check(dockerfile, report, { always }, { context }) {
    for (const stage of dockerfile.stages) {
      const { user, facts } = finalState(stage);
      const isRoot = user !== undefined && (user.name === '0' || user.name === 'root');
      if (!isRoot || facts?.distro?.id === 'windows') continue;
      const own = user.instruction?.stage === stage ? user.instruction : undefined;
      const word = own?.args[0];
      const isMeant = isService(stage, context) && (own !== undefined || isApplication(stage));
      if (!always && !isMeant) continue;

      const fix = isMeant ? asAccount(dockerfile, stage, own) : undefined;
      if (word !== undefined) report('root', { at: word.span, data: { user: word.text }, fix });
      else report('missing', { at: (stage.from.image ?? stage.from).span, data: { program: nameOf(stage) }, fix });
    }
  },
});

/** True for an image that is made to run a service; others are bases, tools, for development, or change the user themselves. */
function isService(stage: Stage, context: BuildContext | undefined): boolean {
  const program = mainProgram(stage);
  if (program === undefined || isTask(stage) || isNamedForDevelopment(stage)) return false;
  const chain = stageChain(stage);
  const scripts = context && program.started.flatMap(name => copiedScript(stage, name, context) ?? []);
  if (mayLeaveRoot(stage, scripts ?? [])) return false;
  const isOnbuild = chain.some(({ instructions }) => instructions.some(({ keyword }) => keyword === 'ONBUILD'));
  return !isOnbuild && !startsNothing(stage);
}

function nameOf(stage: Stage): string {
  const program = mainProgram(stage);
  return program === undefined ? 'what is started' : `\`${program.name}\``;
}

const CONFIGURING = [
  'CMD',
  'ENTRYPOINT',
  'EXPOSE',
  'HEALTHCHECK',
  'LABEL',
  'STOPSIGNAL',
  'VOLUME',
  'ENV',
  'ARG',
  'SHELL',
];

/** USER for the account that is there, behind the last instruction that root may be needed for. */
function asAccount(dockerfile: Dockerfile, stage: Stage, own: Instruction | undefined): Fix | undefined {
  const account = applicationAccount(stage);
  const last = stage.instructions.findLast(({ keyword }) => !CONFIGURING.includes(keyword));
  if (account === undefined || stage.instructions.some(({ inOnbuild }) => inOnbuild)) return undefined;
  const { workdir } = finalState(stage);
  // Others may not enter root's home.
  if (workdir !== undefined && /^\/root(?:\/|$)/.test(workdir)) return undefined;
  const where = workdir === undefined || workdir === '/' ? 'what it writes to' : `${workdir} if it writes there`;
  const title = `Run as ${account}, which must own ${where}`;
  const [word] = own?.args ?? [];
  if (own !== undefined && own === last && word !== undefined)
    return { title, safety: 'unsafe', edits: [{ span: word.span, text: account }] };

  const next = stage.instructions[last === undefined ? 0 : stage.instructions.indexOf(last) + 1];
  const edit =
    next !== undefined && (next.keyword === 'CMD' || next.keyword === 'ENTRYPOINT') && next.comments.length === 0
      ? insertAbove(dockerfile, next, [`USER ${account}`])
      : insertBelow(dockerfile, last ?? stage.from, [`USER ${account}`]);
  return edit && { title, safety: 'unsafe', edits: [edit] };
}
