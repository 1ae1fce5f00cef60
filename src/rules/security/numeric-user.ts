import type { Instruction, Word } from '../../dockerfile/model.ts';
import { expand } from '../../dockerfile/variables.ts';
import { flag } from '../../engine/options.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import { stateAt } from '../../images/state.ts';

export default defineRule({
  id: 'numeric-user',
  summary: 'Name the final user by its number, so that Kubernetes can tell that it is not root',
  category: 'security',
  severity: 'info',
  recommended: false,
  applies: 'shipped',
  fixable: 'safe',
  aliases: ['DL3066'],
  hadolint: 'info',
  options: {
    all: flag({ about: 'Report every USER that is no number, not only the last one of a stage.', default: false }),
  },
  presetOptions: { hadolint: { all: true } },

  messages: {
    named: 'Kubernetes cannot tell that `{user}` is not root: `runAsNonRoot` needs a number.',
  },

  check({ stages }, report, { all }) {
    for (const { instructions } of stages) {
      const users = instructions.filter(({ keyword }) => keyword === 'USER');
      for (const instruction of all ? users : users.slice(-1)) {
        const [word] = instruction.args;
        const user = word?.text.split(':')[0];
        if (word === undefined || user === undefined || /^\d*$/.test(user)) continue;
        if (all ? isDeclared(instruction, word) : word.text.includes('$') || user === 'root') continue;
        report('named', { at: word.span, data: { user }, fix: asNumber(instruction, user) });
      }
    }
  },
});

/** hadolint takes a variable that an ARG declares for a number. */
function isDeclared(instruction: Instruction, word: Word): boolean {
  const declared = (instruction.stage?.instructions ?? [])
    .filter(({ index }) => index < instruction.index)
    .flatMap(one => (one.keyword === 'ARG' ? one.declarations.map(({ name }) => name.text) : []));
  return expand(instruction, word).uses.some(({ name }) => declared.includes(name));
}

/** The number of the account, where the file or what is known of the base image says it. */
function asNumber(instruction: Instruction, name: string): Fix | undefined {
  const [word] = instruction.args;
  const uid = stateAt(instruction)?.account(name)?.uid;
  if (word === undefined || uid === undefined || word.text.includes('$')) return undefined;
  const start = word.span[0];
  if (word.span[1] - start !== word.text.length) return undefined;
  return {
    title: `Use ${uid}`,
    safety: 'safe',
    edits: [{ span: [start, start + name.length], text: String(uid) }],
  };
}
