import { localSources } from '../../context/local-sources.ts';
import type { CopyInstruction, Stage } from '../../dockerfile/model.ts';
import { stageChain } from '../../dockerfile/stage-chain.ts';
import { resolveStage } from '../../dockerfile/stages.ts';
import { expand } from '../../dockerfile/variables.ts';
import { flag } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { finalState } from '../../images/state.ts';
import { toolchainOf } from '../../images/toolchains.ts';
import { literal, resolvePath, stageFacts, type StageFacts } from '../../optimizer/project.ts';
import { removedPaths } from '../../shell/removals.ts';

/** What is built from source that nothing reads once it is built. */
const COMPILED = ['go', 'rust', 'java', 'dotnet', 'c', 'elixir', 'node'];
/** Images whose programs run from the source. */
const INTERPRETERS = /^(?:python|ruby|php|perl|node)$/;
/** Where a distribution has its programs. */
const SYSTEM_PROGRAMS = /^(?:\/usr)?(?:\/s?bin)?$/;

export default defineRule({
  id: 'copies-whole-stage',
  summary: 'Copy from a stage what the image needs, not all that it has',
  category: 'stages',
  severity: 'warning',
  applies: 'layers',
  aliases: ['DL3067'],
  codes: { DL3067: 'root' },
  hadolint: 'warning',
  options: {
    images: flag({
      about: 'Report `/` of other images and of stages that are only flattened into an empty one too.',
      default: false,
    }),
  },
  presetOptions: { strict: { images: true }, hadolint: { images: true } },

  messages: {
    programs:
      'All of `{path}` of `{from}` is copied, with the programs of its base image and those that only the build needed.',
    root: 'All of `{from}` is copied, its whole system and what only the build needed: the image gains nothing by the stage.',
    tree: '`{path}` of `{from}` holds the source that was built there: it ships with what came out of it.',
  },

  check(dockerfile, report, { images }) {
    for (const copy of dockerfile.instructions) {
      if (copy.keyword !== 'COPY' || copy.from?.value === undefined || copy.inOnbuild) continue;
      const named = resolveStage(copy, copy.from.value);
      const stage = typeof named === 'object' ? named : undefined;
      for (const source of copy.sources) {
        const path = pathOf(copy, source);
        if (path === undefined || copy.flags.some(({ name }) => name === 'exclude')) continue;
        const data = { path, from: copy.from.value };
        if (path === '/' && isTo(copy, path)) {
          if (images || (stage !== undefined && hasLayers(stage) && !isFlattened(copy, stage)))
            report('root', { at: source.span, data });
        } else if (stage === undefined) continue;
        else if (shipsSource(stage, path)) report('tree', { at: source.span, data });
        else if (hasPrograms(stage, path) && isTo(copy, path)) report('programs', { at: source.span, data });
      }
    }
  },
});

function pathOf(copy: CopyInstruction, source: CopyInstruction['sources'][number]): string | undefined {
  const text = literal(copy, source);
  return text === undefined ? undefined : resolvePath('/', text.replace(/\/\*$/, '/'));
}

/** False for a name that is only given to an image (`FROM tonistiigi/xx AS xx`): what it is made of is not known. */
function hasLayers(stage: Stage): boolean {
  return (
    finalState(stage).facts?.distro !== undefined ||
    stageChain(stage).some(({ instructions }) =>
      instructions.some(({ keyword }) => keyword === 'RUN' || keyword === 'COPY' || keyword === 'ADD'),
    )
  );
}

function isTo(copy: CopyInstruction, path: string): boolean {
  const to = copy.destination && expand(copy, copy.destination).value;
  return to !== undefined && resolvePath('/', to) === path && to.startsWith('/');
}

/** True for a folder that the stage's base image fills with programs. */
function hasPrograms(stage: Stage, path: string): boolean {
  const { image } = stageFacts(stage);
  if (path === '/usr/local/bin') return INTERPRETERS.test(image?.name ?? '');
  return SYSTEM_PROGRAMS.test(path) && finalState(stage).facts?.distro !== undefined && hasLayers(stage);
}

/** `FROM scratch`, `COPY --from=base / /`: many layers become one. That is meant, unless the tools to build with come along. */
function isFlattened({ stage: into }: CopyInstruction, from: Stage): boolean {
  const { image, acts } = stageFacts(from);
  const builds = acts.some(({ effects }) => effects.some(({ kind }) => kind === 'build'));
  return into?.base.kind === 'scratch' && !builds && (image === undefined || toolchainOf(image) === undefined);
}

/** True where a folder of a stage has the source that the stage compiled or bundled, and nothing of it was removed. */
function shipsSource(stage: Stage, path: string): boolean {
  const facts = stageFacts(stage);
  const copied = facts.acts.findIndex(act => bringsFolder(act, path));
  if (copied === -1) return false;
  const later = facts.acts.slice(copied + 1);
  return later.some(act => compiles(act, facts)) && !later.some(tidies);
}

function bringsFolder({ instruction, workdir }: StageFacts['acts'][number], path: string): boolean {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
  const to = literal(instruction, instruction.destination);
  const folder = to === undefined ? undefined : resolvePath(workdir, to);
  const isInside = folder !== undefined && (folder === path || folder.startsWith(`${path}/`));
  return isInside && localSources(instruction).some(each => /^(?:\.?\/?|\*|\.\/\*|\.?\/?src\/?)$/.test(each.path));
}

function compiles({ effects }: StageFacts['acts'][number], { image }: StageFacts): boolean {
  const interpreter = INTERPRETERS.exec(image?.name ?? '')?.[0];
  return effects.some(
    effect =>
      effect.kind === 'build' &&
      COMPILED.includes(effect.ecosystem) &&
      (interpreter === undefined || interpreter === effect.ecosystem),
  );
}

/** True for a step that takes out what is not to ship. */
function tidies({ effects }: StageFacts['acts'][number]): boolean {
  return effects.some(
    ({ command }) =>
      command.words.some(({ unquoted }) => /^(?:prune|deploy|--omit=dev|--production)$/.test(unquoted)) ||
      removedPaths(command).some(path => !/^\/(?:var|tmp|root)\b/.test(path)),
  );
}
