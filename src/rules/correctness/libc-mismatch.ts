import type { BuildContext } from '../../context/build-context.ts';
import { nodeLocks } from '../../context/manifests/node-lock.ts';
import type { Instruction, Stage } from '../../dockerfile/model.ts';
import { expand } from '../../dockerfile/variables.ts';
import { defineRule } from '../../engine/rule.ts';
import { originOf, type Origin } from '../../images/copy-origin.ts';
import { finalState, type FinalState } from '../../images/state.ts';
import { linkedPrograms, type LinkedProgram } from '../../shell/static-builds.ts';
import { withoutTrailing } from '../../text/endings.ts';
import { memoMap } from '../../text/memo-map.ts';

/** Programs of their images that are linked against the C library; `COPY --from=node /usr/local/bin/node` and its like. */
const PROGRAMS =
  /\/s?bin\/(?:node|python[\d.]*|pypy\d?|ruby|php|perl|java|erl|R|Rscript|lua|psql|nginx|redis-server|ffmpeg)$/;
/** Folders of whole runtimes. */
const RUNTIMES = /^(?:\/opt\/java\/openjdk|\/usr\/local\/openjdk-\d+|\/usr\/lib\/jvm(?:\/[^/]+)?)\/?$/;
/** What runs programs for glibc on Alpine. */
const COMPAT = /^(?:gcompat|libc6-compat|glibc|alpine-pkg-glibc)/;

export default defineRule({
  id: 'libc-mismatch',
  summary: 'Copy programs only between images of the same C library',
  category: 'correctness',
  severity: 'error',
  applies: 'any',

  messages: {
    program: '`{path}` is linked against {source} in `{from}`, and this stage has {target}: it does not start.',
    modules: '`{path}` holds native code for {source} (`{package}`), and this stage has {target}.',
  },

  check({ stages }, report, _options, { context }) {
    for (const stage of stages) {
      const target = finalState(stage);
      let isBoth: boolean | undefined;
      for (const copy of stage.instructions) {
        const origin = copy.keyword === 'COPY' ? originOf(copy) : undefined;
        if (copy.keyword !== 'COPY' || origin === undefined || !differ(origin, target)) continue;
        isBoth ??= mayHaveBoth(stage, target);
        if (isBoth) break;
        const data = {
          from: origin.name,
          source: origin.facts.libc ?? '',
          target: target.facts?.libc === 'none' ? 'no C library' : (target.facts?.libc ?? ''),
        };
        for (const word of copy.sources) {
          const path = withoutTrailing(expand(copy, word).value ?? '', '/');
          const native = isModules(path) ? nativeModule(context) : undefined;
          if (isLinked(path, origin, target)) report('program', { at: word.span, data: { ...data, path } });
          else if (native !== undefined) report('modules', { at: word.span, data: { ...data, path, package: native } });
        }
      }
    }
  },
});

/** True where both C libraries are known and are not the same. */
function differ({ facts }: Origin, target: FinalState): boolean {
  const [source, own] = [facts.libc, target.facts?.libc];
  return source !== undefined && source !== 'none' && own !== undefined && source !== own;
}

/** True where the other C library may be there too: a package, something copied, a script. */
function mayHaveBoth({ instructions }: Stage, target: FinalState): boolean {
  const packages = target.installs().flatMap(({ value }) => value.packages);
  return packages.some(({ name }) => COMPAT.test(name ?? 'glibc')) || instructions.some(bringsLibrary);
}

function bringsLibrary(instruction: { readonly keyword: string; readonly body: { readonly text: string } }): boolean {
  const { keyword, body } = instruction;
  return (
    ((keyword === 'COPY' || keyword === 'ADD') && /(?:^|[\s/"])(?:lib(?:64|c\b|\/)|ld-)|\s\/\s*$/.test(body.text)) ||
    (keyword === 'RUN' && /glibc|\bld-(?:linux|musl)|\.sh\b/.test(body.text))
  );
}

function isModules(path: string): boolean {
  return /(?:^|\/)node_modules$/.test(path);
}

/** A package of the lock file with an install script, or for one C library. */
function nativeModule(context: BuildContext | undefined): string | undefined {
  const [lock] = context === undefined ? [] : nodeLocks(context, '');
  return lock?.packages?.find(({ builds, libc, dev }) => dev !== true && (builds === true || libc.length > 0))?.name;
}

const memo = memoMap<readonly Instruction[], readonly LinkedProgram[]>();

function programsOf(instructions: readonly Instruction[]): readonly LinkedProgram[] {
  const found =
    memo.get(instructions) ?? instructions.flatMap(run => (run.keyword === 'RUN' ? linkedPrograms(run) : []));
  memo.set(instructions, found);
  return found;
}

function isLinked(path: string, { stage, facts, instructions }: Origin, target: FinalState): boolean {
  if (PROGRAMS.test(path) || RUNTIMES.test(path)) return facts.tag.language !== undefined || RUNTIMES.test(path);
  if (stage === undefined) return false;
  return programsOf(instructions).some(({ compiler, output }) => {
    if (compiler === 'cargo') return facts.libc === 'glibc' && `${path}/`.includes(output);
    const isIt = path.endsWith(`/${output}`) || path === output;
    if (compiler === 'cc') return isIt;
    // Go takes the C library for name resolution, where there is a C compiler: a server needs it.
    const isServer = target.configuration.ports.length > 0;
    return isIt && isServer && facts.libc === 'glibc' && facts.tag.name === 'golang';
  });
}
