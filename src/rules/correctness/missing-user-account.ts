import type { Instruction } from '../../dockerfile/model.ts';
import { flagWord } from '../../dockerfile/word-span.ts';
import { defineRule } from '../../engine/rule.ts';
import { expandOver } from '../../images/expand-over.ts';
import { stateAt } from '../../images/state.ts';
import { isOfDistribution } from '../../shell/operations.ts';
import type { Span } from '../../text/span.ts';

/** Names that people give to applications, and no package to its service. */
const APPLICATIONS =
  /^(?:app|app-?user|application|user|node|nodejs|nextjs|nonroot|non-root|django|python|java|spring|runner|worker|web|webapp|api|deploy|developer|dev|dotnet|go|rust)$/;

export default defineRule({
  id: 'missing-user-account',
  summary: 'Name only users that the image has',
  category: 'correctness',
  severity: 'warning',
  applies: 'any',

  messages: {
    user: 'Nothing makes the user `{name}`, and the base image does not have it: what runs as it fails.',
    owner:
      'Nothing before makes the user `{name}`, and the base image does not have it: this copy stays root’s with BuildKit, and fails elsewhere.',
  },

  check({ stages }, report) {
    for (const { instructions } of stages) {
      for (const instruction of instructions) {
        const named = namedBy(instruction);
        if (named === undefined || !isMissing(instruction, named.name)) continue;
        report(instruction.keyword === 'USER' ? 'user' : 'owner', { at: named.span, data: { name: named.name } });
      }
    }
  },
});

function isMissing(instruction: Instruction, name: string): boolean {
  const state = stateAt(instruction);
  if (state === undefined || state.facts?.distro?.id === 'windows' || state.hasAccount(name) !== false) return false;
  // A package may well make an account that has another name than its own (`debian-tor`).
  const mayCome = state.installs().some(({ value }) => value.action === 'install' && isOfDistribution(value));
  return !mayCome || APPLICATIONS.test(name);
}

/** The user that USER or `--chown` names, where it is a name and sure. */
function namedBy(instruction: Instruction): { readonly name: string; readonly span: Span } | undefined {
  const chown = instruction.flags.find(flag => flag.name === 'chown');
  const word = instruction.keyword === 'USER' ? instruction.args[0] : chown && flagWord(chown);
  if (word === undefined) return undefined;
  const { value, certain } = expandOver(instruction, word, stateAt(instruction)?.facts);
  const [name = ''] = value?.split(':') ?? [];
  if (!certain || !/^[a-z_][\w.-]*\$?$/i.test(name) || name === 'root') return undefined;
  const [start] = word.span;
  return { name, span: word.text.startsWith(name) ? [start, start + name.length] : word.span };
}
