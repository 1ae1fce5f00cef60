import type { ImageReference } from '../dockerfile/image-reference.ts';
import { OFFICIAL_IMAGES } from './data/official-images.ts';
import { rowsOf } from './data/rows.ts';
import { officialName } from './official-name.ts';
import { tagWords } from './tag-words.ts';

const tables = new Map<string, ReadonlyMap<string, string>>();

/** Every tag that an official image publishes, with the number of its set of architectures; undefined for other images. */
export function publishedTags(name: string): ReadonlyMap<string, string> | undefined {
  let tags = tables.get(name);
  if (tags === undefined) {
    tags = new Map(
      rowsOf(OFFICIAL_IMAGES, name).flatMap(([set = '', words = '']) =>
        words.split(' ').map(tag => [tag, set] as const),
      ),
    );
    if (name !== '=') tables.set(name, tags);
  }
  return tags.size === 0 ? undefined : tags;
}

/** True where an official image has the tag on the tables' day, false where it has not; undefined for other images. */
export function isPublished(image: ImageReference): boolean | undefined {
  return publishedTags(officialName(image))?.has(image.tag ?? 'latest');
}

/** The architectures (`amd64`, `arm64v8`, `windows-amd64`…) that an official image's tag is published for. */
export function architecturesOf(image: ImageReference): readonly string[] | undefined {
  const set = publishedTags(officialName(image))?.get(image.tag ?? 'latest');
  return set === undefined ? undefined : architecturesOfSet(set);
}

/** The architectures behind a set's number, Windows left out: what two tags of one Linux build have in common. */
export function linuxArchitectures(set: string): string {
  return architecturesOfSet(set)
    .filter(architecture => !architecture.startsWith('windows'))
    .join(' ');
}

function architecturesOfSet(set: string): readonly string[] {
  const row = rowsOf(OFFICIAL_IMAGES, '=').find(([number]) => number === set);
  return row?.[1]?.split(' ') ?? [];
}

/** The published tags of the same version and suite that are smaller: `slim` first, then `alpine` where no suite is named. */
export function slimSiblings(image: ImageReference): readonly string[] {
  const tags = publishedTags(officialName(image));
  const own = tagWords(image.tag ?? 'latest');
  if (tags === undefined || own.some(word => word === 'slim' || word.startsWith('alpine'))) return [];
  const words = own.filter(word => word !== 'latest');
  return ['slim', 'alpine'].flatMap(variant => {
    const wanted = sorted([...words, variant]);
    return [...tags.keys()].filter(tag => sorted(tagWords(tag)) === wanted);
  });
}

function sorted(words: readonly string[]): string {
  return words.toSorted().join('-');
}
