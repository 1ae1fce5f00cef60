import { parseImageReference } from '../../dockerfile/image-reference.ts';
import { isPublished } from '../../images/published.ts';
import { tagOf, tagText, withTag } from '../image-tags.ts';
import type { Step } from '../plan.ts';
import { does, doesOnly, type Project } from '../project.ts';

/** For distroless, which has glibc, the slim twin of an Alpine image that nothing of Alpine is asked of; undefined keeps the image. */
export function builderFor({ final }: Project, rung: 'T2' | 'T1'): string | undefined {
  const { image, acts } = final;
  if (rung === 'T1' || image === undefined || image.digest !== undefined) return undefined;
  const { suite, ...tag } = tagOf(image);
  const isAsked = acts.some(
    act =>
      does(act, 'system', 'index', 'clean', 'unknown', 'files') ||
      (does(act, 'account', 'mode') && !doesOnly(act, 'account', 'mode', 'directory', 'nothing')),
  );
  if (suite?.startsWith('alpine') !== true || isAsked) return undefined;
  const slim = withTag(image, tagText(image.name, { ...tag, suite: undefined, slim: true }));
  const reference = parseImageReference(slim);
  return reference !== undefined && isPublished(reference) === true ? slim : undefined;
}

/** What the reader is told of it. */
export function glibcSteps(project: Project, rung: 'T2' | 'T1'): Step[] {
  const builder = builderFor(project, rung);
  if (builder === undefined) return [];
  return [
    {
      what: `Install on ${builder}`,
      why: 'Distroless has glibc where Alpine has musl: native modules are fetched for the C library that they run with.',
      lines: [project.final.stage.from.firstLine],
      effect: '',
    },
  ];
}
