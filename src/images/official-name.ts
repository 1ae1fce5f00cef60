import type { ImageReference } from '../dockerfile/image-reference.ts';

// Docker Hub also publishes each official image once for each architecture; other registries mirror the lot.
const MIRRORS =
  /^(?:(?:amd64|arm32v5|arm32v6|arm32v7|arm64v8|i386|ppc64le|riscv64|s390x|public\.ecr\.aws\/docker\/library|mirror\.gcr\.io\/library|registry\.hub\.docker\.com\/library)\/)(.+)$/;

/** The name to look an image up by: that of the official image where it is one's copy for an architecture or a mirror. */
export function officialName(image: ImageReference): string {
  return MIRRORS.exec(image.name)?.[1] ?? image.name;
}
