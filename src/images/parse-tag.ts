import type { ImageReference } from '../dockerfile/image-reference.ts';
import { distroOf, distroOfWord, type Distro, type DistroId } from './distros.ts';
import { holds } from './condition.ts';
import { familyOf } from './families/index.ts';
import type { Family } from './families/family.ts';
import { CURRENT_DEBIAN, parseDistroless } from './distroless.ts';
import { officialName } from './official-name.ts';
import { isPublished } from './published.ts';
import { highestVersion, publishedSuite } from './floating-tags.ts';
import { tagWords } from './tag-words.ts';
import { isWithin } from './versions.ts';

/** What the tag of a known image says, and what the dated tables add where it floats. */
export interface ParsedTag {
  /** `python`, also for `docker.io/library/python` and `arm64v8/python`. */
  readonly name: string;
  /** What the version counts: `python`, `node`, `java`, `dotnet`…; undefined for distributions. */
  readonly language: string | undefined;
  /** As the tag has it (`3.12.1`, `22`); where it names none or only a part, as the tables' day had it. */
  readonly version: string | undefined;
  /** Two numbers of the version, `3.12`. */
  readonly minor: string | undefined;
  /** True where the version is the tables', so that it moves. A digest fixes what a tag meant, but nobody knows to what. */
  readonly floating: boolean;
  /** True where the tag names no version and is published still: whatever it is, it is recent. */
  readonly isRecent: boolean;
  /** The words that are neither version nor distribution: `slim`, `fpm`, `jre`, `chiseled`, `nonroot`… */
  readonly variants: readonly string[];
  readonly distro: Distro | undefined;
  /** Who says the distribution's suite: the tag itself (sure), or the dated tables (it moves). */
  readonly suiteFrom: 'tag' | 'table' | undefined;
}

const NODE_CODENAMES: Readonly<Record<string, string>> = {
  argon: '4',
  boron: '6',
  carbon: '8',
  dubnium: '10',
  erbium: '12',
  fermium: '14',
  gallium: '16',
  hydrogen: '18',
  iron: '20',
  jod: '22',
  krypton: '24',
};

/** Node's long-term release on the tables' day. */
const NODE_LTS = '24';

/** Debian's Python. */
const DEBIAN_PYTHON: Readonly<Record<string, string>> = { 10: '3.7', 11: '3.9', 12: '3.11', 13: '3.13' };

/** Takes the tag of a known image apart; undefined for images that no family names. */
export function parseTag(image: ImageReference): ParsedTag | undefined {
  const name = officialName(image);
  const family = familyOf(name);
  if (family === undefined) return undefined;

  const words = tagWords(image.tag ?? (image.digest === undefined ? 'latest' : ''));
  const distroWords = words.filter(word => distroOfWord(word) !== undefined);
  const versionWord = words.find(word => versionOf(word) !== undefined && !distroWords.includes(word));
  const written = distrolessVersion(name) ?? writtenVersion(name, words, versionWord);
  const version = fullerVersion(image, name, family, words, written);
  const [distro, suiteFrom] = distroFor(image, name, family, words, version);
  return {
    name,
    language: family.language,
    version,
    minor: version?.match(/^\d+\.\d+/)?.[0],
    floating: version !== written,
    isRecent:
      written === undefined &&
      image.digest === undefined &&
      (isPublished(image) ?? (image.tag ?? 'latest') === 'latest'),
    variants: words.filter(
      word => word !== versionWord && word !== 'latest' && word !== '' && !distroWords.includes(word),
    ),
    distro,
    suiteFrom,
  };
}

function versionOf(word: string): string | undefined {
  // A commit's hash may begin with digits too.
  return /^v?(\d+(?:\.\d+)*)(?![a-f0-9]{6})/.exec(word)?.[1];
}

/** The version as the tag itself says it, a codename of Node resolved. */
export function writtenVersion(
  name: string,
  words: readonly string[],
  versionWord = words.find(word => versionOf(word) !== undefined && distroOfWord(word) === undefined),
): string | undefined {
  if (versionWord !== undefined) return versionOf(versionWord);
  const codename = name === 'node' ? words.find(word => Object.hasOwn(NODE_CODENAMES, word)) : undefined;
  return codename === undefined ? undefined : NODE_CODENAMES[codename];
}

/** `nodejs22` and `java21` say it; Python's is that of the Debian release, which moves where the name has no suffix. */
function distrolessVersion(name: string): string | undefined {
  const image = parseDistroless(name);
  if (image?.kind === 'python3') return DEBIAN_PYTHON[image.debian ?? ''];
  return image === undefined ? undefined : /^(?:nodejs|java)(\d+)$/.exec(image.kind)?.[1];
}

function fullerVersion(
  image: ImageReference,
  name: string,
  { latestIsHighest }: Family,
  words: readonly string[],
  written: string | undefined,
): string | undefined {
  if (parseDistroless(name)?.kind === 'python3' && image.digest === undefined)
    return written ?? DEBIAN_PYTHON[CURRENT_DEBIAN];
  if (isPublished(image) === false) return written;
  const needed = name === 'node' ? 1 : 2;
  const isEnough = written !== undefined && written.split('.').length >= needed;
  if (name === 'node' && words.includes('lts') && image.digest === undefined) return NODE_LTS;
  if (isEnough || latestIsHighest === undefined || image.digest !== undefined) return written;
  // Other words for a version (`lts`, `edge`, `rc`) are not the highest.
  if (written === undefined && words.some(word => ['lts', 'edge', 'rc', 'beta', 'nightly', 'tip'].includes(word)))
    return undefined;
  return highestVersion(name, written) ?? written;
}

function distroFor(
  image: ImageReference,
  name: string,
  family: Family,
  words: readonly string[],
  version: string | undefined,
): readonly [Distro | undefined, ParsedTag['suiteFrom']] {
  const inName = distroInName(name);
  const named = [...words.map(distroOfWord), inName].filter(distro => distro !== undefined);
  const [first] = named.toSorted((a, b) => Number(b.suite !== undefined) - Number(a.suite !== undefined));
  if (first?.suite !== undefined) return [first, 'tag'];

  const id = first?.id ?? defaultDistro(family, words, version);
  if (id !== undefined && family.versionIsDistro === true && version !== undefined)
    return [distroOf(id, version), 'tag'];
  const settled = settledSuite(family, words, version);
  if (settled?.isForGood === true && first === undefined) return [settled.distro, 'tag'];
  if (image.digest === undefined) {
    const suite = publishedSuite(name, image.tag ?? 'latest') ?? settled?.distro;
    if (suite !== undefined && (first === undefined || suite.id === id)) return [suite, 'table'];
  }
  return [first ?? (id === undefined ? undefined : distroOf(id, undefined)), undefined];
}

function defaultDistro(
  { distro }: Family,
  words: readonly string[],
  version: string | undefined,
): DistroId | undefined {
  if (distro === undefined || typeof distro === 'string') return distro;
  return distro.find(([when]) => holds(when, { words, version, distro: undefined }) === true)?.[1];
}

/** What the family says of a tag's suite; for good where it is the same for every release of the version. */
function settledSuite(
  { suites = {} }: Family,
  words: readonly string[],
  version = '',
): { readonly distro: Distro | undefined; readonly isForGood: boolean } | undefined {
  const key = Object.keys(suites).find(
    known =>
      known === version || words.includes(known) || (known.endsWith('.*') && isWithin(version, known.slice(0, -2))),
  );
  return key === undefined ? undefined : { distro: distroOfWord(suites[key] ?? ''), isForGood: key.endsWith('.*') };
}

/** The distribution as the name of the image has it: `ubi9`, `cc-debian13`. */
function distroInName(name: string): Distro | undefined {
  const [word] = /(?:ubi|debian)\d+/.exec(name) ?? [];
  return word === undefined ? undefined : distroOfWord(word);
}
