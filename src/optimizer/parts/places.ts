import { matchSources } from '../../context/copy-match.ts';
import type { CopyInstruction } from '../../dockerfile/model.ts';
import { type Act, copiesContext, literal, type Project, resolvePath } from '../project.ts';
import { withoutTrailing } from '../../text/endings.ts';

/** Where a file of the context stands in the image before an act, by the last COPY that brings it; undefined where none does. */
export function placeOf({ context }: Project, acts: readonly Act[], before: Act, file: string): string | undefined {
  const earlier = acts.slice(0, acts.indexOf(before)).toReversed();
  for (const { instruction, workdir } of earlier) {
    if (!copiesContext(instruction)) continue;
    for (const { text } of instruction.sources) {
      if (!matchSources(context, text).includes(file)) continue;
      return placeBy(instruction, workdir, text, file);
    }
  }
  return undefined;
}

function placeBy(copy: CopyInstruction, workdir: string | undefined, source: string, file: string): string | undefined {
  const written = literal(copy, copy.destination);
  const destination = written === undefined ? undefined : resolvePath(workdir, written);
  if (written === undefined || destination === undefined) return undefined;
  const root = withoutTrailing(source.replace(/^\.?\/+/, ''), '/').replace(/^\.$/, '');
  const name = file.slice(file.lastIndexOf('/') + 1);
  // A folder gives what is in it, a file goes into a folder or becomes the destination itself.
  if (root === '') return resolvePath(destination, file);
  if (file.startsWith(`${root}/`)) return resolvePath(destination, file.slice(root.length + 1));
  const intoFolder =
    written.endsWith('/') ||
    written === '.' ||
    copy.sources.length > 1 ||
    /[*?[]/.test(source) ||
    destination === workdir;
  return intoFolder ? resolvePath(destination, name) : destination;
}

/** The file of the context that stands at a path of the image before an act. */
export function fileAt(project: Project, acts: readonly Act[], before: Act, path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const candidates = project.context.files().filter(file => file === name || file.endsWith(`/${name}`));
  return candidates.find(file => placeOf(project, acts, before, file) === path);
}

/** Files by the folder of the image that they stand in before an act, one COPY each; undefined where one has no known place. */
export function copiesTo(
  project: Project,
  acts: readonly Act[],
  before: Act,
  files: readonly string[],
  workdir = before.workdir,
): readonly { readonly sources: readonly string[]; readonly destination: string }[] | undefined {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const isFolder = project.context.stat(file)?.kind === 'folder';
    const inside = isFolder ? matchSources(project.context, file)[0] : file;
    const place = inside === undefined ? undefined : placeOf(project, acts, before, inside);
    if (place === undefined || inside === undefined) return undefined;
    const whole = isFolder ? place.slice(0, place.length - (inside.length - file.length)) : place;
    const folder = isFolder ? whole : whole.slice(0, whole.lastIndexOf('/')) || '/';
    if (!isFolder && !whole.endsWith(`/${file.slice(file.lastIndexOf('/') + 1)}`)) return undefined;
    const destination = asWritten(folder, workdir);
    groups.set(destination, [...(groups.get(destination) ?? []), file]);
  }
  return [...groups].map(([destination, sources]) => ({ sources, destination }));
}

/** A folder as the file would write it: relative where it is below the working directory. */
function asWritten(folder: string, workdir: string | undefined): string {
  if (folder === workdir) return './';
  if (workdir !== undefined && workdir !== '/' && folder.startsWith(`${workdir}/`))
    return `./${folder.slice(workdir.length + 1)}/`;
  return folder === '/' ? '/' : `${folder}/`;
}
