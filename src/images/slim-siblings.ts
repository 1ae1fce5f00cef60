import type { ImageReference } from '../dockerfile/image-reference.ts';
import { officialName } from './official-name.ts';
import { parseTag } from './parse-tag.ts';
import { publishedTags } from './published.ts';
import { tagWords } from './tag-words.ts';

/** The published tags of an image that say the same and are smaller: the slim one, then the one on Alpine where no suite is named. */
export function slimSiblings(image: ImageReference): readonly string[] {
  const tags = publishedTags(officialName(image));
  const own = tagWords(image.tag ?? 'latest');
  if (tags === undefined || own.includes('slim') || parseTag(image)?.distro?.id === 'alpine') return [];
  const words = own.filter(word => word !== 'latest');
  return ['slim', 'alpine'].flatMap(variant => {
    const wanted = sorted([...words, variant]);
    return [...tags.keys()].filter(tag => sorted(tagWords(tag)) === wanted);
  });
}

function sorted(words: readonly string[]): string {
  return words.toSorted().join('-');
}
