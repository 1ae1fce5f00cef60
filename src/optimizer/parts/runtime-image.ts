import { parseImageReference, type ImageReference } from '../../dockerfile/image-reference.ts';
import { type ImageFacts, factsOf } from '../../images/image-facts.ts';
import { isPublished, publishedTags } from '../../images/published.ts';
import { tagOf, tagText, withTag } from '../image-tags.ts';

/** An image that a stage may stand on, by the dated tables. */
export interface RuntimeImage {
  readonly text: string;
  readonly image: ImageReference;
  readonly facts: ImageFacts | undefined;
}

export function runtimeImage(text: string): RuntimeImage | undefined {
  const image = parseImageReference(text);
  return image === undefined ? undefined : { text, image, facts: factsOf(image) };
}

/**
 * The slim tag of the same version and suite. Where the tables still list the original's tag they must list the slim one too;
 * what is published no more keeps the name that its slim twin had.
 */
export function slimTwin(image: ImageReference): RuntimeImage | undefined {
  const tag = tagOf(image);
  if (tag.slim || tag.suite?.startsWith('alpine') === true || image.digest !== undefined) return undefined;
  const twin = runtimeImage(withTag(image, tagText(image.name, { ...tag, slim: true })));
  if (twin === undefined) return undefined;
  const wasListed = isPublished(image) === true;
  return wasListed && isPublished(twin.image) !== true ? undefined : twin;
}

/** The same image on another suite, where the tables list it. */
export function onSuite(image: ImageReference, suite: string): RuntimeImage | undefined {
  const tag = tagText(image.name, { ...tagOf(image), suite });
  return publishedTags(image.name)?.has(tag) === true ? runtimeImage(withTag(image, tag)) : undefined;
}

/** The Debian or Alpine release that an image stands on, from its tag or the dated tables. */
export function suiteOf(image: ImageReference): string | undefined {
  return tagOf(image).suite ?? factsOf(image)?.distro?.suite;
}

export function isSlim(image: ImageReference): boolean {
  const { slim, suite } = tagOf(image);
  return slim || suite?.startsWith('alpine') === true;
}

/** A distroless image of the current suite; `nonroot` has the account 65532 as its user. */
export function distroless(name: string, nonroot: boolean): string {
  return `gcr.io/distroless/${name}-debian13${nonroot ? ':nonroot' : ''}`;
}
