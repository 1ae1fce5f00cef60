import type { Dockerfile } from '../../dockerfile/model.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { replaceWord } from '../../fixers/words.ts';
import { packageOperations, type PackageOperation } from '../../shell/operations.ts';
import type { ShellWord } from '../../shell/model.ts';

// Their order makes no difference to what these install.
const SYSTEM_MANAGERS = new Set(['apt-get', 'apt', 'apk', 'yum', 'dnf', 'microdnf', 'tdnf', 'zypper', 'pacman']);
const FEWEST = 3;

export default defineRule({
  id: 'sort-packages',
  summary: 'Sort packages that stand on lines of their own',
  category: 'style',
  severity: 'style',
  recommended: false,
  applies: 'any',
  fixable: 'safe',

  messages: {
    unsorted: '`{package}` stands behind `{before}`: in a sorted list a package is found, and is not added twice.',
  },

  check(dockerfile, report) {
    for (const instruction of dockerfile.instructions) {
      for (const operation of packageOperations(instruction)) {
        const words = listOf(dockerfile, operation);
        const at = words.findIndex((word, index) => index > 0 && compare(words[index - 1], word) > 0);
        const [before, word] = [words[at - 1], words[at]];
        if (before === undefined || word === undefined) continue;
        const data = { package: word.unquoted, before: before.unquoted };
        report('unsorted', { at: word.span, data, fix: sorted(dockerfile, operation, words) });
      }
    }
  },
});

/** The packages of an install, where each stands on a line of its own and no comment belongs to one of them. */
function listOf(
  { text }: Dockerfile,
  { manager, action, packages, command, isFedByXargs }: PackageOperation,
): readonly ShellWord[] {
  if (!SYSTEM_MANAGERS.has(manager.name) || action !== 'install' || isFedByXargs) return [];
  const words = [...new Set(packages.map(({ word }) => word))].toSorted((a, b) => a.span[0] - b.span[0]);
  const isPlain = words.every(({ value, text: written }) => value !== undefined && written === value);
  if (words.length < FEWEST || !isPlain || command.script.instruction.innerComments.length > 0) return [];
  const isOwnLine = words.every((word, index) => {
    const previous = words[index - 1];
    const gap = previous === undefined ? '\n' : text.slice(previous.span[1], word.span[0]);
    return gap.includes('\n') && /^[\s\\`]*$/.test(gap);
  });
  return isOwnLine ? words : [];
}

function compare(one: ShellWord | undefined, other: ShellWord | undefined): number {
  const [a, b] = [one?.unquoted.toLowerCase() ?? '', other?.unquoted.toLowerCase() ?? ''];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Each place gets another word; line ends and continuations stay where they are. */
function sorted(dockerfile: Dockerfile, { command }: PackageOperation, words: readonly ShellWord[]): Fix | undefined {
  const wanted = words.toSorted(compare);
  const edits = words.map((word, index) => replaceWord(dockerfile, command, word, wanted[index]?.unquoted ?? ''));
  const known = edits.filter(edit => edit !== undefined);
  return known.length === edits.length ? { title: 'Sort the packages', safety: 'safe', edits: known } : undefined;
}
