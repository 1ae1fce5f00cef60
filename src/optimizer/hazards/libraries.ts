import type { CopyInstruction } from '../../dockerfile/model.ts';
import { factsOf } from '../../images/image-facts.ts';
import { nodeLocks } from '../../context/manifests/node-lock.ts';
import { suiteOf } from '../parts/runtime-image.ts';
import { commandsOf } from '../../shell/commands.ts';
import { scan } from '../source-scan.ts';
import { type Project, seenAt, seenIn, type StageFacts } from '../project.ts';
import { type Case, fails, holds, type Judgement } from './hazard.ts';

/** Debian's and Ubuntu's releases from the oldest, with the C library of each. */
const GLIBC: Readonly<Record<string, number>> = {
  stretch: 2.24,
  bionic: 2.27,
  buster: 2.28,
  focal: 2.31,
  bullseye: 2.31,
  jammy: 2.35,
  bookworm: 2.36,
  noble: 2.39,
  trixie: 2.41,
  resolute: 2.43,
};

interface Crossing {
  readonly copy: CopyInstruction;
  readonly from: StageFacts;
  readonly to: StageFacts;
}

/** Copies between stages that the rewrite ends up with. */
function crossings({ stages }: Project): Crossing[] {
  return stages.flatMap(to =>
    to.acts.flatMap(({ instruction }) => {
      if (instruction.keyword !== 'COPY' || instruction.from === undefined) return [];
      const name = instruction.from.value?.toLowerCase() ?? '';
      const from = stages.find(({ stage }) => stage.name === name || String(stage.index) === name);
      return from === undefined ? [] : [{ copy: instruction, from, to }];
    }),
  );
}

function libcOf({ image }: StageFacts): string | undefined {
  return image === undefined ? undefined : factsOf(image)?.libc;
}

export function sameLibc({ after, ecosystem }: Case): Judgement | undefined {
  if (ecosystem === 'static') return undefined;
  const all = crossings(after);
  if (ecosystem === 'java') return all.length === 0 ? undefined : holds('Jars run on every C library.');
  for (const { copy, from, to } of all) {
    const [source, target] = [libcOf(from), libcOf(to)];
    if (source === undefined || target === undefined || source === target || target === 'none') continue;
    const native = ecosystem === 'node' ? nativeModule(after) : seenAt(after, copy);
    if (native !== undefined)
      return fails(
        `What was built against ${source} runs against ${target}.`,
        [native],
        'Build and run on the same family of images.',
      );
  }
  return all.length === 0
    ? undefined
    : holds('Both sides of every copy have the same C library, or what is copied has no native code.');
}

/** A package of the Node lock file that has an install script or is for one C library: it may hold native code. */
export function nativeModule(project: Project) {
  const [lock] = nodeLocks(project.context, '');
  if (lock === undefined) return { file: 'package.json', line: undefined, text: 'no lock file' };
  if (lock.packages === undefined) return { file: lock.path, line: undefined, text: 'cannot be read' };
  const found = lock.packages.find(({ builds, libc }) => builds === true || libc.length > 0);
  return found === undefined ? undefined : seenIn(project.context, lock.path, found.name);
}

export function glibcNotNewer({ after, ecosystem }: Case): Judgement | undefined {
  if (ecosystem === 'java') return undefined;
  const all = crossings(after).filter(({ from, to }) => libcOf(from) === 'glibc' && libcOf(to) === 'glibc');
  for (const { copy, from, to } of all) {
    const [source, target] = [from, to].map(({ image }) =>
      image === undefined ? undefined : (suiteOf(image) ?? distrolessSuite(image.name)),
    );
    const [built, run] = [GLIBC[source ?? ''], GLIBC[target ?? '']];
    if (built !== undefined && run !== undefined && built > run)
      return fails(
        `Built on ${source ?? ''} (glibc ${built}), run on ${target ?? ''} (glibc ${run}).`,
        [seenAt(after, copy)],
        'Build on the suite that the program runs on.',
      );
  }
  return all.length === 0 ? undefined : holds('No stage is built on a newer C library than it runs on.');
}

function distrolessSuite(name: string): string | undefined {
  return name.endsWith('-debian13') ? 'trixie' : name.endsWith('-debian12') ? 'bookworm' : undefined;
}

export function gccImage({ after }: Case): Judgement | undefined {
  const found = crossings(after).find(
    ({ from, to }) => from.image?.name === 'gcc' && to.image?.name !== 'gcc' && libcOf(to) !== 'none',
  );
  if (found === undefined) return undefined;
  const isStatic = commandsOfStage(found.from).some(text => /(?:^|\s)-static(?:-libstdc\+\+)?(?:\s|$)/.test(text));
  if (isStatic) return holds('The program carries the C++ library of the gcc image in itself.');
  return fails(
    'The gcc image has a newer libstdc++ than Debian.',
    [seenAt(found.from.acts.length > 0 ? { ...after } : after, found.copy)],
    'Build on debian with build-essential, or link with -static-libstdc++ -static-libgcc.',
  );
}

function commandsOfStage({ acts }: StageFacts): string[] {
  return acts.flatMap(({ instruction }) =>
    instruction.keyword === 'RUN'
      ? commandsOf(instruction).map(({ words }) => words.map(({ text }) => text).join(' '))
      : [],
  );
}

export function pythonMinor({ after, ecosystem }: Case): Judgement | undefined {
  if (ecosystem !== 'python') return undefined;
  for (const { copy, from, to } of crossings(after)) {
    const [built, run] = [from.image, to.image].map(image =>
      image === undefined ? undefined : image.name.includes('distroless/python3') ? '3.13' : factsOf(image)?.tag.minor,
    );
    if (built !== undefined && run !== undefined && built !== run)
      return fails(
        `Packages for Python ${built} do not load in ${run}.`,
        [seenAt(after, copy)],
        'Use the same minor in both stages.',
      );
  }
  return holds('Both stages have the same Python minor.');
}

export function sitePackages({ after, rung }: Case): Judgement | undefined {
  const found = crossings(after).find(
    ({ copy, to }) =>
      to.image?.name.includes('distroless/python') === true &&
      copy.destination?.text.startsWith('/usr/local/lib/python') === true,
  );
  if (found !== undefined)
    return fails("Debian's Python does not look into /usr/local/lib/python3.x/site-packages.", [
      seenAt(after, found.copy),
    ]);
  return rung === 'T2' && after.final.image?.name.includes('python') === true
    ? holds('Packages come in a virtual environment, not in site-packages.')
    : undefined;
}

export function virtualEnvironment({ after, ecosystem, rung }: Case): Judgement | undefined {
  if (ecosystem !== 'python') return undefined;
  const moved = crossings(after).find(
    ({ copy }) =>
      /(?:^|\/)\.?venv\/?$/.test(copy.sources[0]?.text ?? '') &&
      trim(copy.sources[0]?.text) !== trim(copy.destination?.text),
  );
  if (moved !== undefined)
    return fails('A virtual environment only works at the path where it was made.', [seenAt(after, moved.copy)]);
  if (rung !== 'T2')
    return holds('The virtual environment keeps its path, and the interpreter is at the same place in both images.');
  const relinked = after.stages.some(stage =>
    commandsOfStage(stage).some(text => text.includes('ln -sf /usr/bin/python3.13 ')),
  );
  return relinked
    ? holds("The virtual environment's interpreter link is turned to /usr/bin/python3.13.")
    : fails('The virtual environment links to an interpreter that the runtime image lacks.');
}

function trim(text: string | undefined): string {
  return (text ?? '').replace(/\/$/, '');
}

export function dynamicLoading({ before, ecosystem, rung }: Case): Judgement | undefined {
  if (rung === 'T0') return undefined;
  const [found, ...more] = scan(before.context, ecosystem).of('loads-library');
  if (found === undefined) return holds('The source loads no library by name.');
  return fails(
    'The source loads libraries by name; whether the runtime image has them is not known.',
    [found, ...more],
    'Install the libraries in the final stage and accept it with --assume H19.',
  );
}
