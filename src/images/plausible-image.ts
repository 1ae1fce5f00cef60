import type { ImageReference } from '../dockerfile/image-reference.ts';
import { familyOf } from './families/index.ts';
import { officialName } from './official-name.ts';
import { publishedTags } from './published.ts';
import { retirementOf } from './retired-images.ts';

const END_OF_TIME = '9999-12-31';

/** False for a bare name (`builder`) that is none of Docker Hub's official images, so that a build can only fail to pull it. */
export function isPlausibleImage(image: ImageReference): boolean {
  if (image.tag !== undefined || image.digest !== undefined || image.text.includes('/')) return true;
  const name = officialName(image);
  return (
    familyOf(name) !== undefined ||
    publishedTags(name) !== undefined ||
    retirementOf(image, name, END_OF_TIME) !== undefined
  );
}
