import type { ShellCommand } from '../../shell/model.ts';
import type { Entry } from '../draft.ts';
import { cgoEvidence, cgoObligation, cgoUse, goModules } from '../parts/cgo.ts';
import { distroless } from '../parts/runtime-image.ts';
import { startedProgram } from '../parts/started-program.ts';
import { type Project, seenAt, type StageFacts } from '../project.ts';
import { refusal } from '../recipe.ts';
import type { Runtime } from './runtime.ts';

const OFF = /\bCGO_ENABLED[= ]"?0/;
const ON = /\bCGO_ENABLED[= ]"?1/;

/** A program that a golang stage builds without C: it needs nothing of an operating system. */
export const go: Runtime = {
  base(project, rung) {
    const program = startedProgram(project);
    if (rung !== 'T2' || program?.stage.image?.name !== 'golang') return undefined;
    const builder = program.stage;
    const at = { hazard: 59, evidence: [seenAt(project, builder.stage.from)] };
    const build = builder.acts
      .flatMap(({ effects }) => effects)
      .findLast(effect => effect.kind === 'build' && effect.tool === 'go')?.command;
    const isOff = saysOff(project, builder);
    if (!isOff && ON.test(textOf(builder)))
      return [refusal('T2', 'The program is built with CGO_ENABLED=1, so it may need a C library.', at)];
    if (!isOff && (build === undefined || goModules(project.context).length === 0))
      return [
        refusal('T2', 'The program is not built with CGO_ENABLED=0, so it may need a C library.', {
          ...at,
          remedy: 'Build with CGO_ENABLED=0.',
        }),
      ];
    const cgo = cgoUse(project.context);
    if (cgo !== 'none')
      return [refusal('T2', 'A module calls C.', { hazard: 59, evidence: cgoEvidence(project.context) })];
    return {
      ecosystem: 'go',
      image: nonroot => distroless('static', nonroot),
      brings: /^(?:ca-certificates(?:-bundle)?|tzdata|libc6-compat|gcompat|mailcap|netbase|busybox-extras)$/,
      rewrite: entry => (isOff || build === undefined ? undefined : withoutCgo(entry, build)),
      obligations: [cgoObligation(project.context, cgo)],
    };
  },
};

function textOf({ acts }: StageFacts): string {
  return acts.map(({ instruction }) => instruction.body.text).join('\n');
}

/** True where the stage that builds, or the Makefile that it runs, says CGO_ENABLED=0 and nothing else. */
function saysOff({ context }: Project, builder: StageFacts): boolean {
  const text = textOf(builder);
  const made = builder.acts.some(({ effects }) => effects.some(({ command }) => command.name === 'make'));
  const rules = made ? (context.read('Makefile') ?? '') : '';
  return (OFF.test(text) || OFF.test(rules.replaceAll(':=', '=').replaceAll(' = ', '='))) && !ON.test(text + rules);
}

/** `CGO_ENABLED=0` before the command that builds. */
export function withoutCgo(entry: Entry, command: ShellCommand): string | undefined {
  if (entry.origin?.keyword !== 'RUN' || command.script.instruction !== entry.origin) return undefined;
  return entry.text.replace(/(?<![\w/-])go (?=(?:build|install)\b)/, 'CGO_ENABLED=0 go ');
}
