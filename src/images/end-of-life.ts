import type { ImageReference } from '../dockerfile/image-reference.ts';
import { cyclesOfVersion, isOver, type Cycle } from './cycles.ts';
import { distroOfWord, type DistroId } from './distros.ts';
import { distrolessEnd } from './distroless.ts';
import { nearestTag } from './nearest-tag.ts';
import { officialName } from './official-name.ts';
import { writtenVersion } from './parse-tag.ts';
import { productName } from './product-names.ts';
import { retirementOf } from './retired-images.ts';
import { tagWords } from './tag-words.ts';

/** Why an image is past its end of life. */
export interface EndOfLife {
  /** As people write it (`Python`, `Debian`); the image's own name where it was retired as a whole, or `distroless`. */
  readonly product: string;
  /** `3.8`, `10`; the tag where the whole image was retired. */
  readonly cycle: string;
  /** The day of its end, or its month; undefined where only the fact is known. */
  readonly eol: string | undefined;
  /** A whole reference to what is still supported and really published, in the same shape; undefined where there is none. */
  readonly nearest: string | undefined;
}

/** Products that support only their newest release: an older one is out of date at once, and past its end after a year. */
const ROLLING: ReadonlySet<string> = new Set([
  'rust',
  'composer',
  'deno',
  'traefik',
  'wordpress',
  'kong-gateway',
  'caddy',
  'julia',
  'memcached',
  'elixir',
]);

/** The images whose tags carry a version under another name than the dates are filed by. */
const FILED_UNDER: readonly (readonly [RegExp, string])[] = [
  [/^mcr\.microsoft\.com\/dotnet\/(?:core\/)?(?:sdk|aspnet|runtime|runtime-deps)$/, 'mcr.microsoft.com/dotnet/runtime'],
  [/^(?:ghcr\.io\/)?nginx(?:inc)?\/nginx-unprivileged$/, 'nginx'],
  [/^public\.ecr\.aws\/lambda\/python$/, 'python'],
  [/^public\.ecr\.aws\/lambda\/nodejs$/, 'node'],
  [/^public\.ecr\.aws\/lambda\/ruby$/, 'ruby'],
];

const FILED_DISTROS: Readonly<Partial<Record<DistroId, string>>> = { rocky: 'rockylinux' };

/**
 * What of an image is past its end on a day (`2026-11-21`): the product of its own version, or the distribution that the tag
 * names, whichever ended first. Undefined where nothing is, or where the tag does not say enough; `latest` never is.
 */
export function endOfLife(image: ImageReference, date: string): EndOfLife | undefined {
  const name = officialName(image);
  const words = tagWords(image.tag ?? 'latest');
  const distroless = distrolessEnd(name, date);
  if (distroless !== undefined) {
    return {
      product: 'distroless',
      cycle: distroless.name,
      eol: distroless.eol,
      nearest: withTag(distroless.nearest, image.tag),
    };
  }
  const [ended] = [...endedVersion(name, words, date), ...endedDistro(name, words, date)].toSorted((a, b) =>
    a.end < b.end ? -1 : 1,
  );
  if (ended === undefined) {
    const retired = retirementOf(image, name, date);
    return retired && { product: name, cycle: image.tag ?? 'latest', eol: retired.since, nearest: retired.nearest };
  }
  const nearest = nearestTag(image, name, date);
  return {
    product: productName(ended.product),
    cycle: ended.cycle,
    eol: ended.end === 'yes' ? undefined : ended.end,
    nearest: nearest === undefined ? undefined : `${image.text.slice(0, pathLength(image))}:${nearest}`,
  };
}

function endedVersion(name: string, words: readonly string[], date: string): readonly Cycle[] {
  const filed = FILED_UNDER.find(([pattern]) => pattern.test(name))?.[1] ?? name;
  const version = writtenVersion(name, words);
  // A published tag that covers several cycles moves on with them; a release candidate is of no cycle yet.
  if (version === undefined) return [];
  const cycles = cyclesOfVersion(filed, version);
  const [newest] = cycles.toSorted((a, b) => (a.released < b.released ? 1 : -1));
  return newest !== undefined && cycles.every(cycle => isOver(cycle, graceDate(cycle, date))) ? [newest] : [];
}

/** ROS has a Lunar of its own. */
const ROS = /(?:^|\/)ros(?:-\w+)?$/;

function endedDistro(name: string, words: readonly string[], date: string): readonly Cycle[] {
  return words.flatMap(word => {
    if (word === 'lunar' && ROS.test(name)) return [];
    const distro = distroOfWord(word);
    if (distro?.version === undefined) return [];
    return cyclesOfVersion(FILED_DISTROS[distro.id] ?? distro.id, distro.version).filter(cycle => isOver(cycle, date));
  });
}

function graceDate({ product }: Cycle, date: string): string {
  return ROLLING.has(product) ? `${Number(date.slice(0, 4)) - 1}${date.slice(4)}` : date;
}

function withTag(name: string | undefined, tag: string | undefined): string | undefined {
  return name === undefined || tag === undefined ? name : `${name}:${tag}`;
}

/** The length of the reference without tag and digest. */
function pathLength({ registry, repository }: ImageReference): number {
  return (registry === undefined ? 0 : registry.length + 1) + repository.length;
}
