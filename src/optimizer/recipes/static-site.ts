import { parseImageReference, type ImageReference } from '../../dockerfile/image-reference.ts';
import { isPublished } from '../../images/published.ts';
import { changed } from '../draft.ts';
import { tagOf, withTag } from '../image-tags.ts';
import { copiesContext, doesOnly, type Project, seenAt, seenIn } from '../project.ts';
import { type Proposal, type Recipe, refused } from '../recipe.ts';
import { reorderStage } from './reorder.ts';
import { matchSources } from '../../context/copy-match.ts';

/** Files served by nginx: the smallest variant of the same version, on the same port. */
export const staticSite: Recipe = {
  id: 'static',
  name: 'Static sites',
  applies: ({ final }) => final.image?.name === 'nginx',
  propose: (project, rung) =>
    rung === 'T2'
      ? refused('T2', 'The image starts with a shell script that reads templates and variables.', {
          hazard: 1,
          evidence: [seenAt(project, project.final.stage.from)],
          remedy: 'Stay on a small image with a shell.',
        })
      : smallerServer(project),
};

function smallerServer(project: Project): Proposal {
  const { final, dockerfile } = project;
  const { base } = final.stage;
  const slim = base.kind === 'image' ? slimServer(base.image) : undefined;
  if (slim === undefined)
    return {
      kind: 'pointless',
      reason: 'The image is a small one already, or no smaller tag of its version is published.',
    };
  const run = final.acts.find(
    act => act.instruction.keyword === 'RUN' && !doesOnly(act, 'clean', 'nothing', 'files', 'directory', 'mode'),
  );
  if (run !== undefined)
    return refused('T1', 'What a RUN needs from the full image is not known.', {
      hazard: 53,
      evidence: [seenAt(project, run.instruction)],
    });
  const copied = final.acts.flatMap(({ instruction }) =>
    copiesContext(instruction) ? instruction.sources.flatMap(({ text }) => matchSources(project.context, text)) : [],
  );
  const modules = copied.find(
    file =>
      /\.(?:conf|template)$/.test(file) &&
      /\bload_module\b|\b(?:js_import|xslt_stylesheet|image_filter|geoip_country|perl)\b/.test(
        project.context.read(file) ?? '',
      ),
  );
  if (modules !== undefined)
    return refused('T1', 'The configuration loads modules that the smallest image lacks.', {
      hazard: 19,
      evidence: [seenIn(project.context, modules, 'load_module')],
    });
  const scripts = copied.find(file => file.endsWith('.sh') && /^#!.*bash/.test(project.context.read(file) ?? ''));
  if (scripts !== undefined)
    return refused('T1', `${scripts} is written for bash, which the smallest image lacks.`, {
      hazard: 7,
      evidence: [{ file: scripts, line: 1, text: 'bash' }],
    });
  const { from } = final.stage;
  const text =
    dockerfile.text.slice(from.span[0], from.image?.span[0] ?? from.span[0]) +
    slim +
    dockerfile.text.slice(from.image?.span[1] ?? from.span[1], from.span[1]);
  const ordered = project.stages.map(stage => reorderStage(project, stage));
  const stages = ordered.map(({ entries }) =>
    entries.map(entry => (entry.origin === from ? changed(dockerfile, from, text) : entry)),
  );
  return {
    kind: 'draft',
    draft: { stages },
    steps: [
      {
        what: `Serve with ${slim}`,
        why: 'The same nginx without Debian and without optional modules, on the same port.',
        lines: [from.firstLine],
        effect: 'about a tenth of the size',
      },
      ...ordered.flatMap(each => each.steps),
    ],
    obligations: [
      {
        hazard: 34,
        verdict: 'proven',
        claim: 'The port stays: the image without root listens on 8080, which would be another one.',
        evidence: [],
        remedy: undefined,
      },
    ],
  };
}

/** `nginx:1.30` → `nginx:1.30-alpine-slim`; undefined where the image is on Alpine already or the tag is not published. */
function slimServer(image: ImageReference): string | undefined {
  const { version, suite, extras } = tagOf(image);
  if (
    suite?.startsWith('alpine') === true ||
    extras.some(extra => !/^(?:stable|mainline)$/.test(extra)) ||
    image.digest !== undefined
  )
    return undefined;
  const head = version ?? extras[0];
  const text = withTag(image, head === undefined ? 'alpine-slim' : `${head}-alpine-slim`);
  const reference = parseImageReference(text);
  return reference !== undefined && isPublished(reference) === true ? text : undefined;
}
