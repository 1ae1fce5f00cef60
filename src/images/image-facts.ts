import type { ImageReference } from '../dockerfile/image-reference.ts';
import { holds, type Circumstances } from './condition.ts';
import type { Distro, DistroId } from './distros.ts';
import { DISTRO_LAYERS } from './families/distro-layers.ts';
import type { Layer, LayerFacts, PackageManager } from './families/family.ts';
import { familyOf } from './families/index.ts';
import { parseTag, type ParsedTag } from './parse-tag.ts';
import { tagWords } from './tag-words.ts';

export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
}

/** What is known of a base image. Undefined is unknown, never "none". */
export interface ImageFacts {
  readonly tag: ParsedTag;
  readonly distro: Distro | undefined;
  /** By name; an image may have more. */
  readonly accounts: ReadonlyMap<string, Account>;
  /** Group name → gid, those of the accounts included; an image may have more. */
  readonly groups: ReadonlyMap<string, number>;
  /** The default user of the image's configuration, name or number; `root` where it sets none. */
  readonly user: string | undefined;
  readonly shell: LayerFacts['shell'] | undefined;
  readonly packageManager: PackageManager | undefined;
  readonly libc: LayerFacts['libc'] | undefined;
  readonly tools: LayerFacts['tools'] | undefined;
  /** Empty: the image has none. */
  readonly entrypoint: readonly string[] | undefined;
  readonly cmd: readonly string[] | undefined;
  readonly workdir: string | undefined;
  /** Variables that are surely set; undefined where the value is not known. There may be more. */
  readonly env: ReadonlyMap<string, string | undefined>;
  /** `80/tcp`. */
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly stopSignal: string | undefined;
  /** True or false where it is known whether a program is there; `ca-certificates` asks for the CA bundle. */
  has(program: string): boolean | undefined;
}

const memo = new Map<string, ImageFacts | undefined>();
const MOST_REMEMBERED = 1000;

/** What the hand-written tables know of an image; undefined for images that they do not name. */
export function factsOf(image: ImageReference): ImageFacts | undefined {
  const key = `${image.name}:${image.tag ?? ''}@${image.digest ?? ''}`;
  if (memo.has(key)) return memo.get(key);
  const facts = gather(image);
  if (memo.size >= MOST_REMEMBERED) memo.clear();
  memo.set(key, facts);
  return facts;
}

/** The facts of `scratch`, which is no image. */
export function factsOfScratch(): ImageFacts {
  return { ...compose(SCRATCH, [], layersOf('scratch')), has: () => false };
}

const SCRATCH: ParsedTag = {
  name: 'scratch',
  language: undefined,
  version: undefined,
  minor: undefined,
  floating: false,
  isRecent: false,
  variants: [],
  distro: { id: 'scratch', version: undefined, suite: undefined },
  suiteFrom: undefined,
};

function gather(image: ImageReference): ImageFacts | undefined {
  const tag = parseTag(image);
  const family = tag === undefined ? undefined : familyOf(tag.name);
  if (tag === undefined || family === undefined) return undefined;
  const words = tagWords(image.tag ?? 'latest');
  // What is written of the families is of their Linux images.
  if (tag.distro?.id === 'windows') return compose(tag, words, []);
  const below = layersOf(tag.distro?.id);
  const known = family.listsPrograms === true ? below : below.map(layer => ({ ...layer, absent: '' }));
  const whole = compose(tag, words, [...known, ...family.layers]);
  if (whole.tools !== 'none' || tag.distro?.id === 'scratch') return whole;

  // Without tools nothing of the distribution is left but its libraries.
  const bare = compose(tag, words, family.layers);
  return {
    ...bare,
    libc: bare.libc ?? whole.libc,
    has: program => bare.has(program) ?? (whole.has(program) === undefined ? undefined : false),
  };
}

function layersOf(id: DistroId | undefined): readonly Layer[] {
  return id === undefined ? [] : (DISTRO_LAYERS[id] ?? []);
}

/** Puts the layers that hold on top of each other. What a layer says of which it is unknown whether it holds becomes unknown. */
function compose(tag: ParsedTag, words: readonly string[], layers: readonly Layer[]): ImageFacts {
  const circumstances: Circumstances = {
    words,
    version: tag.version ?? (tag.isRecent ? NEWEST : undefined),
    distro: tag.distro,
  };
  const draft = emptyDraft();
  for (const layer of layers) {
    const isOn = layer.when === undefined ? true : holds(layer.when, circumstances);
    if (isOn === true) lay(draft, layer);
    else if (isOn === undefined) blur(draft, layer);
  }
  const { programs, scalars, env, path } = draft;
  if (path.length > 0 || scalars.libc !== undefined) env.set('PATH', [...path, SEARCH_PATH].join(':'));
  return {
    tag,
    distro: tag.distro,
    accounts: draft.accounts,
    groups: draft.groups,
    user: scalars.user,
    shell: scalars.shell,
    packageManager: scalars.packageManager,
    libc: scalars.libc,
    tools: scalars.tools,
    entrypoint: scalars.entrypoint,
    cmd: scalars.cmd,
    workdir: scalars.workdir,
    env,
    ports: scalars.ports ?? [],
    volumes: scalars.volumes ?? [],
    stopSignal: scalars.stopSignal,
    has: program => programs.get(program),
  };
}

// Stands for the version of a tag that always means a recent one.
const NEWEST = '99999';
const SEARCH_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** `users` and `nogroup`: accounts have them without giving them their name. */
const SHARED_GROUPS: ReadonlySet<number> = new Set([100, 65534]);

const SCALARS = [
  'user',
  'shell',
  'packageManager',
  'libc',
  'tools',
  'entrypoint',
  'cmd',
  'workdir',
  'ports',
  'volumes',
  'stopSignal',
] as const;

type Scalars = { readonly [Name in (typeof SCALARS)[number]]?: LayerFacts[Name] | undefined };

interface Draft {
  scalars: Scalars;
  readonly accounts: Map<string, Account>;
  readonly groups: Map<string, number>;
  readonly env: Map<string, string | undefined>;
  readonly programs: Map<string, boolean>;
  path: readonly string[];
}

function emptyDraft(): Draft {
  return { scalars: {}, accounts: new Map(), groups: new Map(), env: new Map(), programs: new Map(), path: [] };
}

function lay(draft: Draft, layer: Layer): void {
  const { accounts = {}, groups = {}, env = {}, path, present = '', absent = '', unsure = '' } = layer;
  const said = SCALARS.filter(name => name in layer).map(name => [name, layer[name]]);
  draft.scalars = { ...draft.scalars, ...Object.fromEntries(said) };
  draft.path = path ?? draft.path;
  for (const [name, [uid, gid, home]] of Object.entries(accounts)) {
    draft.accounts.set(name, { uid, gid, home });
    if (gid === 0 ? uid === 0 : !SHARED_GROUPS.has(gid)) draft.groups.set(name, gid);
  }
  for (const [name, gid] of Object.entries(groups)) draft.groups.set(name, gid);
  for (const [name, value] of Object.entries(env)) draft.env.set(name, value ?? undefined);
  for (const program of present.split(' ')) draft.programs.set(program, true);
  for (const program of absent.split(' ')) draft.programs.set(program, false);
  for (const program of unsure.split(' ')) draft.programs.delete(program);
}

function blur(draft: Draft, layer: Layer): void {
  const { accounts = {}, env = {}, present = '', absent = '' } = layer;
  const unknown = SCALARS.filter(name => name in layer).map(name => [name, undefined]);
  draft.scalars = { ...draft.scalars, ...Object.fromEntries(unknown) };
  for (const name of Object.keys(accounts)) draft.accounts.delete(name);
  for (const name of Object.keys(env)) draft.env.delete(name);
  for (const program of `${present} ${absent}`.split(' ')) draft.programs.delete(program);
}
