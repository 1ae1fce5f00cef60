import { commentsAbove } from '../../dockerfile/comments-above.ts';
import type { Dockerfile } from '../../dockerfile/model.ts';
import { checkDirective, readBuildkit } from './buildkit.ts';
import { readCheckov } from './checkov.ts';
import { readHadolint } from './hadolint.ts';
import { readPlimsoll } from './plimsoll.ts';
import type { Pragma } from './pragma.ts';
import { readTally } from './tally.ts';
import { readTrivy } from './trivy.ts';

const READERS = [readPlimsoll, readHadolint, readTally, readTrivy, readCheckov];

/** Every pragma of a file, of every dialect, in order. */
export function pragmasOf(dockerfile: Dockerfile): Pragma[] {
  const { text, comments } = dockerfile;
  const head = checkDirective(dockerfile).pragma;
  const found: Pragma[] = head ? [head] : [];
  for (const comment of comments) {
    const raw = text.slice(...comment.span);
    // Most comments are prose: one look decides.
    if (!/ignore|skip|plimsoll/i.test(raw)) continue;
    const pragma = READERS.map(read => read(comment, raw)).find(one => one !== undefined);
    if (pragma) found.push(pragma);
  }
  return [...found, ...buildkitPragmas(dockerfile)].toSorted((a, b) => a.span[0] - b.span[0]);
}

/** BuildKit looks at the comments above an instruction, from the start of their lines, and heeds the first. */
function buildkitPragmas(dockerfile: Dockerfile): Pragma[] {
  const { text, lines, directives } = dockerfile;
  const heads = new Set(directives.map(({ span }) => lines.position(span[0]).line));
  return [...commentsAbove(dockerfile).values()].flatMap(comments => {
    const pragmas = comments
      .filter(({ span, line }) => span[0] === lines.start(line) && !heads.has(line))
      .map(comment => readBuildkit(comment, text.slice(...comment.span)));
    return pragmas.find(pragma => pragma !== undefined) ?? [];
  });
}
