import type { CopyInstruction } from '../../dockerfile/model.ts';
import { type Entry, changed, fresh, kept } from '../draft.ts';
import { type Act, type Project, copiesContext, copiesEverything, does, literal, resolvePath } from '../project.ts';
import { matchSources } from '../../context/copy-match.ts';
import { withoutOwner } from './own-account.ts';
import { copiesTo } from './places.ts';
import { type Split } from './split.ts';
import { keyword } from './keyword.ts';

/** Installers that people copy out of their makers' images. */
const TOOLS = /\/(?:uvx?|poetry|composer|pnpm|bun|yarn)$/;

/** True for a copy of nothing but installers from an image that is no stage of the file. */
export function isToolCopy(copy: CopyInstruction): boolean {
  return (
    copy.from !== undefined && /[:/]/.test(copy.from.value ?? '') && copy.sources.every(({ text }) => TOOLS.test(text))
  );
}

/** True for a copy of manifests alone, which another copy brings already. */
export function isRedundant(copy: CopyInstruction, manifests: readonly string[] | undefined): boolean {
  return (
    manifests !== undefined &&
    copy.sources.every(
      ({ text }) => manifests.includes(text.replace(/^\.\//, '')) || /^(?:\.\/)?package\*\.json$/.test(text),
    )
  );
}

/** The original's own COPY of the manifests where it has one, else new ones to the same places. */
export function manifestCopies(project: Project, plan: Split, install: Act): Entry[] {
  const { dockerfile, context, final } = project;
  const { manifests } = plan;
  if (manifests === undefined) return [];
  const before = final.acts.slice(0, final.acts.indexOf(install));
  const own = before.filter(
    ({ instruction, workdir }) =>
      copiesContext(instruction) && isRedundant(instruction, manifests) && workdir === install.workdir,
  );
  const brought = own.flatMap(({ instruction }) =>
    copiesContext(instruction) ? instruction.sources.flatMap(({ text }) => matchSources(context, text)) : [],
  );
  if (manifests.every(path => brought.includes(path)))
    return own.map(({ instruction }) => withoutOwner(instruction, kept(dockerfile, instruction)));
  const groups = copiesTo(project, final.acts, install, manifests) ?? [];
  return groups.map(({ sources, destination }) =>
    fresh(`${keyword(project, 'COPY')} ${sources.join(' ')} ${destination}`),
  );
}

function sameFolder(a: CopyInstruction, b: CopyInstruction): boolean {
  const [one, other] = [a, b].map(copy => resolvePath('/', literal(copy, copy.destination) ?? '?'));
  return one === other;
}

/** A COPY without the manifests that only the install reads, or that a later one brings; undefined where nothing else is in it. */
export function runtimeCopy(
  project: Project,
  copy: CopyInstruction,
  { unneeded, manifests }: Split,
  act: Act,
): Entry | undefined {
  const { dockerfile } = project;
  if (copy.keyword !== 'COPY' || copy.json) return kept(dockerfile, copy);
  const later = project.final.acts.slice(project.final.acts.indexOf(act) + 1);
  const stays = later
    .slice(
      0,
      later.findIndex(({ instruction }) => copiesEverything(instruction)),
    )
    .every(each => !does(each, 'application', 'files'));
  if (
    isRedundant(copy, manifests) &&
    stays &&
    later.some(({ instruction }) => copiesEverything(instruction) && sameFolder(instruction, copy))
  )
    return undefined;
  const left = copy.sources.filter(({ text }) => {
    const files = /[*?[]/.test(text) ? matchSources(project.context, text) : [text.replace(/^\.\//, '')];
    return files.length === 0 || !files.every(file => unneeded.has(file));
  });
  if (left.length === copy.sources.length) return kept(dockerfile, copy);
  if (left.length === 0) return undefined;
  const flags = copy.flags.map(({ span }) => dockerfile.text.slice(span[0], span[1]));
  const words = [...flags, ...left.map(({ text }) => text), copy.destination?.text ?? './'];
  return changed(dockerfile, copy, `${keyword(project, 'COPY')} ${words.join(' ')}`);
}
