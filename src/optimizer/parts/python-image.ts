import { type ImageReference, parseImageReference } from '../../dockerfile/image-reference.ts';
import { asIf, type Project } from '../project.ts';
import { isSlim } from './runtime-image.ts';

/** Tags of uv's image that stand on the official image of Python: `0.9-python3.13-trixie-slim`. */
const ON_PYTHON = /^(?:[\d.]+-)?python(\d+\.\d+)-(bullseye|bookworm|trixie|alpine[\d.]*)(-slim)?$/;

/** The official image of Python that the final stage stands on, through uv's image too, which adds nothing but uv. */
export function pythonImage({ final }: Pick<Project, 'final'>): ImageReference | undefined {
  const { image } = final;
  if (image?.name === 'python') return image;
  if (image?.name !== 'ghcr.io/astral-sh/uv' || image.digest !== undefined) return undefined;
  const [, version, suite, slim = ''] = ON_PYTHON.exec(image.tag ?? '') ?? [];
  return version === undefined ? undefined : parseImageReference(`python:${version}${slim}-${suite ?? ''}`);
}

/** The project as if its final stage stood on that image itself. */
export function onPython(project: Project): Project {
  const image = pythonImage(project);
  return image === project.final.image ? project : { ...project, final: asIf(project.final, { image }) };
}

/** Why the runtime image is better than the original's. */
export function reasonFor(original: ImageReference | undefined, runtime: string): string {
  if (runtime === original?.text) return 'The image is slim already; what only the install needs stays behind.';
  const isDistroless = runtime.includes('distroless');
  if (original?.name !== 'python')
    return `The image brings uv${isDistroless ? ', a shell and a package manager' : ''}, which only the install needs.`;
  return isSlim(original)
    ? 'The slim image still has a shell, a package manager and pip, which nothing runs.'
    : 'The full image carries compilers and headers that nothing runs.';
}
