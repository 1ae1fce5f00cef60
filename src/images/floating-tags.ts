import { distroOfWord, type Distro } from './distros.ts';
import { linuxArchitectures, publishedTags } from './published.ts';
import { tagWords } from './tag-words.ts';
import { compareVersions, isWithin } from './versions.ts';

const NEWEST_FIRST: ReadonlySet<string> = new Set(['eclipse-temurin', 'pypy']);

/**
 * The distribution that a tag without one stood on: that of the published tag which says the same and a suite besides, and
 * is built for the same architectures. Undefined where none or several are.
 */
export function publishedSuite(name: string, tag: string): Distro | undefined {
  const tags = publishedTags(name);
  const set = tags?.get(tag);
  if (tags === undefined || set === undefined) return undefined;

  const own = tagWords(tag).filter(word => word !== 'latest');
  const architectures = linuxArchitectures(set);
  const found = Array.from(tags).flatMap(([other, otherSet]) => {
    if (linuxArchitectures(otherSet) !== architectures) return [];
    const distro = addedDistro(own, tagWords(other));
    return distro?.suite === undefined ? [] : [distro];
  });
  const suites = new Set(found.map(({ suite }) => suite));
  const families = new Set(found.map(({ id }) => id));
  // Where the architectures do not tell, the plain tag is the newest: so it is on Alpine always, elsewhere for some.
  const isNewest = families.size === 1 && (families.has('alpine') || NEWEST_FIRST.has(name));
  if (suites.size > 1 && !isNewest) return undefined;
  return found.toSorted((a, b) => compareVersions(b.version ?? '0', a.version ?? '0'))[0];
}

/** The distribution that the words of a tag add to those of another, if that is all that they add. */
function addedDistro(words: readonly string[], others: readonly string[]): Distro | undefined {
  if (others.length !== words.length + 1 && others.length !== words.length) return undefined;
  const added = others.filter(word => !words.includes(word));
  const lost = words.filter(word => !others.includes(word));
  // `alpine` alone becomes `alpine3.22`.
  const isRefined = lost.every(word => added.some(more => distroOfWord(more)?.id === word));
  return added.length === 1 && isRefined ? distroOfWord(added[0] ?? '') : undefined;
}

/** The highest released version that an official image publishes, of those within a version if one is given. */
export function highestVersion(name: string, within?: string): string | undefined {
  const versions = [...(publishedTags(name)?.keys() ?? [])].filter(
    tag => /^\d+(?:\.\d+)+$/.test(tag) && (within === undefined || isWithin(tag, within)),
  );
  return versions.toSorted(compareVersions).at(-1);
}
