import { parseImageReference, type ImageReference } from '../../src/dockerfile/image-reference.ts';

/** The reference of a text that must be one. */
export function image(text: string): ImageReference {
  const reference = parseImageReference(text);
  if (reference === undefined) throw new Error(`${text} is no image reference.`);
  return reference;
}
