import type { RunInstruction } from '../../dockerfile/model.ts';
import { stageChain } from '../../dockerfile/stage-chain.ts';
import { commandsOf } from '../../shell/commands.ts';
import type { ShellCommand } from '../../shell/model.ts';
import type { Effect } from '../effects.ts';
import { type Act, does, literal, type Project, resolvePath, stageFacts, type StageFacts } from '../project.ts';
import { missingMounts } from './cache-mounts.ts';

/** Caches that hold what later builds use, not only archives that an install has unpacked somewhere else. */
const USED_LATER = /target=(?:\/go\/pkg\/mod|\/usr\/local\/cargo\/(?:registry|git)|\/root\/\.(?:m2|gradle|nuget)\b)/;
/** Programs that build or test with what an earlier step has downloaded. */
const USERS =
  /^(?:make|just|task|mage|sh|bash|go|cargo|mvnw?|gradlew?|dotnet|golangci-lint|gotestsum|ginkgo|staticcheck|goreleaser|trunk|wasm-pack)$/;

/**
 * Cache mounts of other steps that a RUN wants too: what they downloaded is in the cache then, and no longer in the
 * image that the RUN starts from.
 */
export function sharedMounts(project: Project, stage: StageFacts, act: Act): readonly string[] {
  if (act.instruction.keyword !== 'RUN' || !act.effects.some(({ command }) => mayUse(command))) return [];
  const below = stageChain(stage.stage)
    .slice(1)
    .toReversed()
    .flatMap(each => stageFacts(each).acts);
  const at = stage.acts.indexOf(act);
  // What a test downloads into the image, a mount of the build behind it would hide.
  const later = does(act, 'test') ? stage.acts.slice(at + 1) : [];
  const others = [...below, ...stage.acts.slice(0, at), ...later];
  const own = targetsOf(act.instruction);
  const flags = others.flatMap(({ instruction, effects }) => {
    if (instruction.keyword !== 'RUN') return [];
    const isFilled = effects.some(({ kind }) => kind === 'dependencies' || kind === 'build');
    const missing = isFilled && !copiesCaches(project, effects, instruction) ? missingMounts(instruction, effects) : [];
    return [...mountsOf(instruction), ...missing];
  });
  return [...new Set(flags)].filter(
    flag =>
      USED_LATER.test(flag) &&
      !own.some(target => flag.endsWith(`target=${target}`) || flag.includes(`target=${target},`)),
  );
}

function mayUse({ name = '', words }: ShellCommand): boolean {
  const program = words[0]?.text ?? '';
  return USERS.test(name) || program.startsWith('./') || program.endsWith('.sh');
}

function targetsOf({ mounts }: RunInstruction): string[] {
  return mounts.flatMap(({ target }) => target ?? []);
}

function mountsOf({ mounts }: RunInstruction): string[] {
  return mounts.flatMap(({ type, target }) =>
    type === 'cache' && target !== undefined ? `--mount=type=cache,target=${target}` : [],
  );
}

/** Tools that download, build or run a project when a container of a stage starts. */
const STARTED = /^(?:go|air|dlv|cargo|bacon|mvnw?|gradlew?|sbt|lein|clj|make|just|task|dotnet)$/;

/** True where a stage shares its layers with one that starts its tool as it runs, with what is downloaded in the image. */
export function startsTool({ stages }: Project, { stage }: StageFacts): boolean {
  const below = stageChain(stage);
  return stages.some(
    each =>
      stageChain(each.stage).some(other => below.includes(other)) &&
      each.acts.some(({ instruction }) => {
        if (instruction.keyword !== 'CMD' && instruction.keyword !== 'ENTRYPOINT') return false;
        return commandsOf(instruction).some(
          ({ name = '', words }) => STARTED.test(name) && words[1]?.value?.endsWith('.dll') !== true,
        );
      }),
  );
}

/** True for flags that would leave an image without what its tool needs later. */
export function holdsLater(flags: readonly string[]): boolean {
  return flags.some(flag => USED_LATER.test(flag));
}

/** True where a COPY takes a folder of the build's caches from one stage to another: a mount would leave it empty. */
export function copiesCaches({ stages }: Project, effects: readonly Effect[], run: RunInstruction): boolean {
  const targets = missingMounts(run, effects).flatMap(flag => /target=([^,]+)/.exec(flag)?.[1] ?? []);
  return stages.some(({ acts }) =>
    acts.some(({ instruction, workdir }) => {
      if (instruction.keyword !== 'COPY' || instruction.from === undefined) return false;
      const words = [
        ...instruction.sources,
        ...(instruction.destination === undefined ? [] : [instruction.destination]),
      ];
      const places = words.flatMap(word => resolvePath(workdir, literal(instruction, word) ?? '') ?? []);
      return places.some(place => targets.some(target => covers(place, target) || covers(target, place)));
    }),
  );
}

/** True for a folder and what is below it; the root of a stage says nothing of its caches. */
function covers(folder: string, path: string): boolean {
  return folder !== '/' && (path === folder || path.startsWith(`${folder}/`));
}
