import type { CopyInstruction, Word } from '../dockerfile/model.ts';
import { expand } from '../dockerfile/variables.ts';
import { resolvePath } from '../images/paths.ts';
import { stateAt } from '../images/state.ts';
import { nameOf } from './clean-path.ts';
import { withoutTrailing } from '../text/endings.ts';
import { memoMap } from '../text/memo-map.ts';

/** Where a COPY or ADD puts one of its sources: `file` as the file that it is, `folder` where it is one and its content goes there. */
export interface CopiedPath {
  readonly source: Word;
  readonly file: string;
  readonly folder: string;
}

const memo = memoMap<CopyInstruction, readonly CopiedPath[]>();

/** The absolute places of what is copied; none where one hangs on something unknown, or on wildcards. */
export function copiedPaths(copy: CopyInstruction): readonly CopiedPath[] {
  let found = memo.get(copy);
  if (found === undefined) {
    found = placesOf(copy, stateAt(copy)?.workdir) ?? [];
    memo.set(copy, found);
  }
  return found;
}

function placesOf(copy: CopyInstruction, workdir: string | undefined): readonly CopiedPath[] | undefined {
  const destination = copy.destination && expand(copy, copy.destination).value;
  if (destination === undefined || (workdir === undefined && !destination.startsWith('/'))) return undefined;
  const folder = resolvePath(['/', workdir ?? '', destination]);
  const isInto = /(?:^|\/)\.{0,2}$/.test(destination) || copy.sources.length > 1 || folder === workdir;
  const found = copy.sources.map(source => {
    const heredoc = copy.heredocs.find(({ span }) => span[0] === source.span[0]);
    const path = heredoc?.name ?? expand(copy, source).value;
    if (path === undefined || /[*?[]/.test(path)) return undefined;
    const name = nameOf(withoutTrailing(path.replace(/[?#].*/, ''), '/'));
    return { source, folder, file: isInto ? resolvePath([folder, name]) : folder };
  });
  return found.some(one => one === undefined) ? undefined : found.filter(one => one !== undefined);
}
