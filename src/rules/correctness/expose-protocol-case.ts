import type { Word } from '../../dockerfile/model.ts';
import { expand } from '../../dockerfile/variables.ts';
import { spanInWord } from '../../dockerfile/word-span.ts';
import { defineRule, type Fix } from '../../engine/rule.ts';
import type { Span } from '../../text/span.ts';

/** A protocol with a capital in it. */
const CAPITALS = /\/(?=[a-z]*[A-Z])([A-Za-z]+)$/;

export default defineRule({
  id: 'expose-protocol-case',
  summary: 'Write the protocol of EXPOSE in lower case',
  category: 'correctness',
  severity: 'info',
  applies: 'any',
  fixable: 'safe',
  aliases: ['ExposeProtoCasing'],

  messages: {
    capitals: 'The protocol `{protocol}` is written `{wanted}` wherever Docker shows or takes a port.',
  },

  check({ instructions }, report) {
    for (const instruction of instructions) {
      if (instruction.keyword !== 'EXPOSE') continue;
      for (const word of instruction.args) {
        const ports = expand(instruction, word).value?.split(/\s+/) ?? [];
        const protocol = ports.map(port => CAPITALS.exec(port)?.[1]).find(found => found !== undefined);
        const wanted = protocol?.toLowerCase();
        if (protocol !== undefined && wanted !== undefined)
          report('capitals', { ...place(word, protocol, wanted), data: { protocol, wanted } });
      }
    }
  },
});

/** The protocol itself, where it stands in the word and in no variable. */
function place(word: Word, protocol: string, wanted: string): { readonly at: Span; readonly fix?: Fix } {
  const start = word.text.lastIndexOf(protocol);
  if (start === -1) return { at: word.span };
  const at = spanInWord(word, [start, start + protocol.length]);
  if (at[1] - at[0] !== protocol.length) return { at };
  return { at, fix: { title: `Write ${wanted}`, safety: 'safe', edits: [{ span: at, text: wanted }] } };
}
