import type { Dockerfile, Instruction } from '../../dockerfile/model.ts';
import { isDefined, scopeAt } from '../../dockerfile/variables.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { flag } from '../../engine/options.ts';
import { quotesAround } from '../../fixers/shell-quotes.ts';
import { baseDefines } from '../../images/base-environment.ts';
import { plainScripts, unquotedIn, type Unquoted } from '../../shell/unquoted.ts';

export default defineRule({
  id: 'unquoted-variable',
  summary: 'Quote a variable that has to stay one word',
  category: 'shell',
  severity: 'info',
  applies: 'any',
  fixable: 'safe',
  aliases: ['SC2086'],
  hadolint: 'info',
  presetOptions: { hadolint: { all: true }, strict: { all: true } },

  options: {
    all: flag({ about: 'Report variables too that may be meant to be several words.', default: false }),
  },
  messages: {
    unquoted: 'The shell splits `{text}` at blanks and expands globs in it, since no quotes hold it together.',
  },

  check(dockerfile, report, { all }) {
    for (const script of dockerfile.instructions.flatMap(plainScripts)) {
      const told = new Set<Unquoted['word']>();
      for (const found of unquotedIn(script)) {
        const { expansion, word } = found;
        if (expansion.kind !== 'variable' || told.has(word) || !isFault(found, script.instruction, all)) continue;
        told.add(word);
        report('unquoted', { at: expansion.span, data: { text: expansion.text }, fix: fixOf(dockerfile, found) });
      }
    }
  },
});

function isFault({ wording, meansOne, expansion }: Unquoted, instruction: Instruction, all: boolean): boolean {
  if (wording !== 'foreign') return all || (wording === 'loose' && meansOne);
  // What ARG and ENV hold is the author's own choice, and where blanks are in it they are meant.
  const { name = '' } = expansion;
  const { stage } = instruction;
  return all && !isDefined(scopeAt(instruction).get(name)) && !(stage && baseDefines(stage, name) === true);
}

/** Where text stands beside the variable the word is there in any case; a lone one might be nothing at all. */
function fixOf(dockerfile: Dockerfile, found: Unquoted): Fix | undefined {
  const edits = quotesAround(dockerfile, found);
  if (edits === undefined || found.wording !== 'loose' || !found.meansOne) return undefined;
  return { title: 'Quote it', safety: found.isAttached ? 'safe' : 'unsafe', edits };
}
