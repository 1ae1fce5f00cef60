import type { ImageReference } from '../dockerfile/image-reference.ts';
import { cyclesOf, cyclesOfVersion, isOver, type Cycle } from './cycles.ts';
import { distroOfWord, type Distro } from './distros.ts';
import { publishedTags } from './published.ts';
import { tagWords } from './tag-words.ts';
import { compareVersions } from './versions.ts';

/** A tag that is replaced by one about to end is soon to be replaced again. */
const COMFORT_DAYS = 180;

/** A published tag in the shape of an image's own, with the next supported version and suite in place of those that ended. */
export function nearestTag(image: ImageReference, name: string, date: string): string | undefined {
  const tags = publishedTags(name);
  if (tags === undefined || image.tag === undefined) return undefined;
  const shape = shapeOf(image.tag);
  const fitting = shapesOf(name, tags).filter(other => isAlike(shape, other) && isSupported(shape, name, other, date));
  const versions = fitting.filter(other => shape.version === undefined || isNoOlder(other, shape));
  const comfortable = versions.filter(other => isSupported(shape, name, other, later(date, COMFORT_DAYS)));
  return (comfortable.length > 0 ? comfortable : versions).toSorted((a, b) => byCloseness(shape, name, a, b))[0]?.tag;
}

const shapes = new Map<string, readonly Shape[]>();

function shapesOf(name: string, tags: ReadonlyMap<string, string>): readonly Shape[] {
  const found = shapes.get(name) ?? Array.from(tags.keys(), shapeOf);
  shapes.set(name, found);
  return found;
}

interface Shape {
  readonly tag: string;
  readonly version: string | undefined;
  readonly distro: Distro | undefined;
  /** The tag's other words in order. */
  readonly rest: string;
}

function shapeOf(tag: string): Shape {
  const words = tagWords(tag);
  const distroWord = words.find(word => distroOfWord(word) !== undefined);
  const versionWord = words.find(word => word !== distroWord && /^\d+(?:\.\d+)*$/.test(word));
  const rest = words.filter(word => word !== distroWord && word !== versionWord).join('-');
  return { tag, version: versionWord, distro: distroWord === undefined ? undefined : distroOfWord(distroWord), rest };
}

function isAlike(own: Shape, other: Shape): boolean {
  return (
    own.rest === other.rest &&
    own.distro?.id === other.distro?.id &&
    (own.distro?.suite === undefined) === (other.distro?.suite === undefined) &&
    own.version?.split('.').length === other.version?.split('.').length
  );
}

function isNoOlder(other: Shape, own: Shape): boolean {
  return other.version !== undefined && own.version !== undefined && compareVersions(other.version, own.version) >= 0;
}

function isSupported(own: Shape, name: string, { version, distro }: Shape, date: string): boolean {
  const cycles = version === undefined ? [] : cyclesOfVersion(name, version);
  const bases = distro?.version === undefined ? [] : cyclesOfVersion(distro.id, distro.version);
  if ((version !== undefined && cycles.length === 0) || (distro?.suite !== undefined && bases.length === 0))
    return false;
  // Nobody is sent to a suite that has only long-term support left; who is there may stay.
  const isKept = distro?.suite === own.distro?.suite;
  const isBaseSupported = bases.every(base => !isOver(isKept ? base : { end: base.standardEnd }, date));
  // A tag that covers several cycles follows the newest.
  const isVersionSupported = cycles.some(cycle => !isOver({ end: cycle.standardEnd }, date) && isLasting(name, cycle));
  return isBaseSupported && (version === undefined || isVersionSupported);
}

/** Where a product has long-term releases, only those are worth a move. */
function isLasting(name: string, cycle: Cycle): boolean {
  return (
    cycle.isLongTerm ||
    !cyclesOf(name)
      .slice(0, 10)
      .some(({ isLongTerm }) => isLongTerm)
  );
}

/** The lowest cycle that is enough, of that the highest release; the same suite, or else the next one. */
function byCloseness(own: Shape, name: string, a: Shape, b: Shape): number {
  const cycle = ({ version = '' }: Shape): string => cyclesOfVersion(name, version)[0]?.cycle ?? '0';
  const otherSuite = ({ distro }: Shape): number => Number(distro?.suite !== own.distro?.suite);
  return (
    compareVersions(cycle(a), cycle(b)) ||
    compareVersions(b.version ?? '0', a.version ?? '0') ||
    otherSuite(a) - otherSuite(b) ||
    compareVersions(a.distro?.version ?? '0', b.distro?.version ?? '0')
  );
}

function later(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
