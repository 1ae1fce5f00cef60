import { expand } from '../dockerfile/variables.ts';
import type { CopyInstruction, Mount, RunInstruction, Stage, Word } from '../dockerfile/model.ts';
import { stageChain } from '../dockerfile/stage-chain.ts';
import { resolvePath } from '../images/paths.ts';
import { stateAt } from '../images/state.ts';
import { MANAGERS } from '../shell/managers/index.ts';
import type { BuildContext } from './build-context.ts';
import { contextPath, folderOf, nameOf } from './clean-path.ts';
import { hasWildcards, matchSources } from './copy-match.ts';
import { localSources } from './local-sources.ts';
import { memoMap } from '../text/memo-map.ts';

/** A manifest or lock file of a package manager that the build context gives to an image. */
export interface PlacedFile {
  /** In the build context. */
  readonly path: string;
  /** Absolute, in the image. */
  readonly place: string;
  readonly copy: CopyInstruction | undefined;
  /** The source that brings it. */
  readonly source: Word | undefined;
}

const NAMES: ReadonlySet<string> = new Set(
  MANAGERS.flatMap(({ manifests, lockFiles }) => [...manifests, ...lockFiles]),
);

/**
 * The manifests and lock files that stand in a folder of the image when a RUN begins, by the COPYs before it and its own
 * mounts. Without a context only those that a COPY names.
 */
export function placedIn(
  folder: string,
  run: RunInstruction,
  context: BuildContext | undefined,
): readonly PlacedFile[] {
  if (run.stage === undefined) return [];
  const copies = stageChain(run.stage)
    .flatMap(stage => placedInStage(stage, context).get(folder) ?? [])
    .filter(({ copy }) => copy !== undefined && copy.index < run.index);
  const mounted = run.mounts.flatMap(mount => placedByMount(mount, run, context));
  return [...copies, ...mounted.filter(({ place }) => imageFolder(place) === folder)];
}

type Placed = ReadonlyMap<string, readonly PlacedFile[]>;

interface Remembered {
  readonly context: BuildContext | undefined;
  readonly placed: Placed;
}

const memo = memoMap<Stage, Remembered>();

/** What the COPYs of a stage bring, by folder of the image; of several to one place the first. */
function placedInStage(stage: Stage, context: BuildContext | undefined): Placed {
  const known = memo.get(stage);
  if (known !== undefined && known.context === context) return known.placed;
  const placed = byFolder(
    stage.instructions.flatMap(instruction =>
      instruction.keyword === 'COPY' || instruction.keyword === 'ADD' ? copied(instruction, context) : [],
    ),
  );
  memo.set(stage, { context, placed });
  return placed;
}

function byFolder(files: readonly PlacedFile[]): Placed {
  const seen = new Set<string>();
  const folders = new Map<string, PlacedFile[]>();
  for (const file of files) {
    if (seen.has(file.place)) continue;
    seen.add(file.place);
    const folder = imageFolder(file.place);
    const list = folders.get(folder);
    if (list === undefined) folders.set(folder, [file]);
    else list.push(file);
  }
  return folders;
}

function imageFolder(place: string): string {
  return folderOf(place) || '/';
}

function copied(copy: CopyInstruction, context: BuildContext | undefined): readonly PlacedFile[] {
  const written = copy.destination && expand(copy, copy.destination).value;
  const workdir = stateAt(copy)?.workdir;
  const keepsParents = copy.flags.some(({ name }) => name === 'parents');
  if (written === undefined || keepsParents || (workdir === undefined && !written.startsWith('/'))) return [];
  const folder = resolvePath([workdir ?? '/', written]);
  const isInto = /(?:^|\/)\.{0,2}$/.test(written) || copy.sources.length > 1 || folder === workdir;
  const exclude = copy.flags.flatMap(({ name, value }) => (name === 'exclude' && value !== undefined ? value : []));
  return localSources(copy).flatMap(({ word, path }) =>
    filesOf(path, exclude, context).map(({ file, inside }) => {
      const place = inside === undefined ? (isInto ? `${folder}/${nameOf(file)}` : folder) : `${folder}/${inside}`;
      return { path: file, place: resolvePath([place]), copy, source: word };
    }),
  );
}

/** The manifests and lock files of a source; `inside` is the path below it where it is a folder. */
function filesOf(
  source: string,
  exclude: readonly string[],
  context: BuildContext | undefined,
): readonly { readonly file: string; readonly inside: string | undefined }[] {
  const root = contextPath(source);
  if (root === undefined) return [];
  if (context === undefined) {
    return hasWildcards(source) || !NAMES.has(nameOf(root)) ? [] : [{ file: root, inside: undefined }];
  }
  const files = matchSources(context, source, exclude).filter(file => NAMES.has(nameOf(file)));
  if (!hasWildcards(source)) {
    return files.map(file => ({
      file,
      inside: file === root ? undefined : file.slice(root === '' ? 0 : root.length + 1),
    }));
  }
  // A folder that a wildcard matches gives its content, and which part of the path it is cannot be told.
  const depth = root.split('/').length;
  return files.filter(file => file.split('/').length === depth).map(file => ({ file, inside: undefined }));
}

/** `--mount=type=bind,source=package.json,target=package.json`. */
function placedByMount(
  { type, from, source = '.', target }: Mount,
  run: RunInstruction,
  context: BuildContext | undefined,
): readonly PlacedFile[] {
  const workdir = stateAt(run)?.workdir;
  if (type !== 'bind' || from !== undefined || target === undefined || target.includes('$')) return [];
  if (workdir === undefined && !target.startsWith('/')) return [];
  const place = resolvePath([workdir ?? '/', target]);
  return filesOf(source, [], context).map(({ file, inside }) => ({
    path: file,
    place: inside === undefined ? place : resolvePath([place, inside]),
    copy: undefined,
    source: undefined,
  }));
}
