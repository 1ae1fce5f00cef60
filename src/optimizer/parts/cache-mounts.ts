import type { Dockerfile, RunInstruction } from '../../dockerfile/model.ts';
import type { Effect } from '../effects.ts';
import { addFlags, dropWords, editRun, indentOf } from './run-text.ts';
import type { Edit } from '../../text/span.ts';

/** The folders in which a tool keeps what it downloads, for root. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  pip: ['/root/.cache/pip'],
  uv: ['/root/.cache/uv'],
  poetry: ['/root/.cache/pypoetry'],
  pipenv: ['/root/.cache/pip', '/root/.cache/pipenv'],
  npm: ['/root/.npm'],
  yarn: ['/usr/local/share/.cache/yarn'],
  bun: ['/root/.bun/install/cache'],
  go: ['/go/pkg/mod'],
  cargo: ['/usr/local/cargo/registry', '/usr/local/cargo/git'],
  mvn: ['/root/.m2/repository'],
  gradle: ['/root/.gradle'],
  dotnet: ['/root/.nuget/packages'],
  composer: ['/root/.composer/cache'],
  mix: ['/root/.hex'],
};
/** A compiler's own cache, beside the downloads. */
const BUILD_TARGETS: Readonly<Record<string, readonly string[]>> = { go: ['/root/.cache/go-build'] };
/** Words that tell a tool not to keep what it downloads: with them the mount would be dead. */
const DEAD_WORDS = new Set(['--no-cache-dir', '--no-cache']);
const LOCKED = new Set(['/root/.gradle']);

/** Cache mounts that a RUN lacks, as flags. */
export function missingMounts(run: RunInstruction, effects: readonly Effect[]): string[] {
  const targets = effects.flatMap(effect => {
    if (effect.kind !== 'dependencies' && effect.kind !== 'build') return [];
    return [...(TARGETS[effect.tool] ?? []), ...(effect.kind === 'build' ? (BUILD_TARGETS[effect.tool] ?? []) : [])];
  });
  const present = new Set(run.mounts.map(({ target }) => target));
  return [...new Set(targets)]
    .filter(target => !present.has(target))
    .map(target => `--mount=type=cache,target=${target}${LOCKED.has(target) ? ',sharing=locked' : ''}`);
}

/** The edits that give a RUN its cache mounts and take out the words that would defeat them. */
export function cacheEdits(dockerfile: Dockerfile, run: RunInstruction, effects: readonly Effect[]): Edit[] {
  const flags = missingMounts(run, effects);
  if (flags.length === 0 || run.json || run.heredocs.length > 0) return [];
  const dead = effects.flatMap(effect =>
    'tool' in effect ? effect.command.words.filter(word => DEAD_WORDS.has(word.value ?? '')).map(({ span }) => span) : [],
  );
  return [...addFlags(dockerfile, run, flags, indentOf(dockerfile)), ...dropWords(dockerfile, dead)];
}

/** A RUN with its cache mounts. */
export function withCaches(dockerfile: Dockerfile, run: RunInstruction, effects: readonly Effect[], more: readonly Edit[] = []): string {
  return editRun(dockerfile, run, [...cacheEdits(dockerfile, run, effects), ...more]);
}
