import type { ImageReference } from '../dockerfile/image-reference.ts';
import { OFFICIAL_IMAGES } from './data/official-images.ts';
import { rowsOf } from './data/rows.ts';
import { officialName } from './official-name.ts';

const tables = new Map<string, ReadonlyMap<string, string>>();
let sets: ReadonlyMap<string, Architectures> | undefined;

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
  return setsByNumber().get(set)?.linux ?? '';
}

function architecturesOfSet(set: string): readonly string[] {
  return setsByNumber().get(set)?.all ?? [];
}

interface Architectures {
  readonly all: readonly string[];
  readonly linux: string;
}

function setsByNumber(): ReadonlyMap<string, Architectures> {
  sets ??= new Map(
    rowsOf(OFFICIAL_IMAGES, '=').map(([number = '', words = '']) => {
      const all = words.split(' ');
      return [number, { all, linux: all.filter(name => !name.startsWith('windows')).join(' ') }];
    }),
  );
  return sets;
}
