import type { BuildContext } from '../../context/build-context.ts';
import type { Stage } from '../../dockerfile/model.ts';
import { scopeAt } from '../../dockerfile/variables.ts';
import { defineRule } from '../../engine/rule.ts';
import { finalState } from '../../images/state.ts';
import { improvementOf } from '../../optimizer/improvement.ts';
import { stageFacts, type StageFacts } from '../../optimizer/project.ts';
import { valueBefore } from '../../shell/assignments.ts';
import { commandsOf } from '../../shell/commands.ts';
import type { ShellCommand } from '../../shell/model.ts';

const DISTRIBUTIONS =
  /^(?:alpine|debian|ubuntu|busybox|fedora|centos|almalinux|rockylinux|amazonlinux|oraclelinux|redhat\/ubi\d+)$/;
/** What a static program reads of a distribution's packages; the distroless image has it. */
const DATA = /^(?:ca-certificates|tzdata|mailcap|libc6-compat|gcompat|musl|libcap)$/;
const HARMLESS = new Set(['index', 'clean', 'nothing', 'account', 'directory', 'mode', 'system']);

export default defineRule({
  id: 'static-binary-base',
  summary: 'Ship a static program on an image without a distribution',
  category: 'stages',
  severity: 'info',
  applies: 'shipped',
  wholeFile: true,

  messages: {
    needless:
      '`{program}` is linked statically and all that runs here: it needs nothing of `{base}`, and `gcr.io/distroless/static-debian13` or `scratch` has less to patch.',
  },

  check(dockerfile, report, _options, invocation) {
    if (improvementOf(dockerfile, invocation) !== undefined) return;
    for (const stage of dockerfile.stages) {
      const { image } = stage.from;
      const { base } = stage;
      if (image === undefined || base.kind !== 'image' || !DISTRIBUTIONS.test(base.image.name)) continue;
      const program = staticProgram(stage, invocation.context);
      if (program !== undefined && runsNothingElse(stageFacts(stage)))
        report('needless', { at: image.span, data: { program, base: base.image.text } });
    }
  },
});

/** The program that a stage starts, where it is copied from a stage that links it statically. */
function staticProgram(stage: Stage, context: BuildContext | undefined): string | undefined {
  const { entrypoint, cmd, healthcheck } = finalState(stage).configuration;
  const [started = entrypoint] = [entrypoint, cmd].filter(launch => launch?.instruction !== undefined);
  const path = started?.argv?.[0];
  if (path === undefined || started?.instruction === undefined || healthcheck !== undefined) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isCopied = stage.instructions.some(
    copy =>
      copy.keyword === 'COPY' &&
      copy.from !== undefined &&
      copy.args.some(({ text }) => text === name || text.endsWith(`/${name}`)) &&
      stage.dependsOn.some(({ index, name: alias }) =>
        [String(index), alias].includes(copy.from?.value?.toLowerCase()),
      ),
  );
  const builds = stage.dependsOn.flatMap(({ instructions }) => instructions.flatMap(commandsOf)).filter(isBuild);
  const isJudged =
    builds.some(({ name: tool }) => tool === 'go') && context?.files().some(file => file.endsWith('.go'));
  // What the source says against it the optimizer has read.
  if (!isCopied || builds.length === 0 || isJudged === true) return undefined;
  return builds.every(isStatic) ? name : undefined;
}

function isBuild({ name, words }: ShellCommand): boolean {
  const verb = words[1]?.value;
  return (name === 'go' && (verb === 'build' || verb === 'install')) || (name === 'cargo' && verb === 'build');
}

/** Go without cgo, and Rust for a target on musl. */
function isStatic(command: ShellCommand): boolean {
  const words = command.words.map(({ unquoted }) => unquoted);
  if (command.name === 'cargo') return words.some(word => /^(?:--target=)?\w+(?:-\w+)*-linux-musl\w*$/.test(word));
  const wrapped = command.wrappers.flatMap(each => each.words);
  const set = scopeAt(command.script.instruction).get('CGO_ENABLED');
  const value = valueBefore(command, 'CGO_ENABLED') ?? ('value' in set ? set.value : undefined);
  return value === '0' || wrapped.some(({ unquoted }) => unquoted === 'CGO_ENABLED=0');
}

/** True where the stage installs no more than data, makes accounts and folders, and copies no script. */
function runsNothingElse({ acts }: StageFacts): boolean {
  return acts.every(({ instruction, effects }) => {
    if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD')
      return !instruction.sources.some(({ text }) => /\.(?:sh|bash|py|pl)$/.test(text));
    return effects.every(
      effect =>
        HARMLESS.has(effect.kind) &&
        (effect.kind !== 'system' || effect.packages.every(({ name }) => name !== undefined && DATA.test(name))),
    );
  });
}
