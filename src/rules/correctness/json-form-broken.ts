import type { Instruction } from '../../dockerfile/model.ts';
import { nearJson, type JsonFault } from '../../dockerfile/near-json.ts';
import { defineRule } from '../../engine/rule.ts';
import type { MappedText } from '../../text/mapped-text.ts';

const FAULTS: Readonly<Record<JsonFault, string>> = {
  quotes: 'JSON has no quotes but `"`',
  unclosed: 'its quotes do not match',
  unquoted: 'a word has no quotes',
  comma: 'there is a comma too many',
  missingComma: 'a comma is missing',
  escape: 'JSON reads a backslash together with what follows it',
  open: 'the `]` is missing',
  behind: 'there is something behind the `]`',
};

export default defineRule({
  id: 'json-form-broken',
  summary: 'What looks like a JSON array must be one, or it is read as plain text',
  category: 'correctness',
  severity: 'warning',
  applies: 'any',
  fixable: 'safe',

  messages: {
    command: 'This is no JSON array ({fault}), so a shell is given the brackets and quotes as a command.',
    paths: 'This is no JSON array ({fault}), so the brackets and quotes are taken for parts of the paths.',
  },

  check({ instructions }, report) {
    for (const outer of instructions) {
      const instruction = outer.keyword === 'ONBUILD' ? outer.inner : outer;
      const text = instruction && arrayText(instruction);
      const broken = text && nearJson(text);
      if (instruction === undefined || text === undefined || broken === undefined) continue;
      const { fault, span, edits } = broken;
      const isPoint = span[0] === span[1];
      const safety = fault === 'escape' ? 'unsafe' : 'safe';
      const isFixable = !isCommand(instruction) || !isOneLine(text.text);
      report(isCommand(instruction) ? 'command' : 'paths', {
        at: isPoint ? instruction.keywordSpan : span,
        data: { fault: FAULTS[fault] },
        fix: isFixable ? edits && { title: 'Write it as JSON', safety, edits } : undefined,
      });
    }
  },
});

/** `['npm start']`: as JSON it would be a program of that name. */
function isOneLine(text: string): boolean {
  const [, first = ''] = /^\s*\[\s*['"]([^'"]*)/.exec(text) ?? [];
  return /\s/.test(first.trim());
}

function isCommand({ keyword }: Instruction): boolean {
  return ['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(keyword);
}

/** What may be a JSON array and is none: for HEALTHCHECK what follows CMD. SHELL takes nothing else, so that it is a syntax error. */
function arrayText(instruction: Instruction): MappedText | undefined {
  const { keyword, json, body, heredocs } = instruction;
  if (json || heredocs.length > 0) return undefined;
  if (keyword === 'HEALTHCHECK') return instruction.script;
  return isCommand(instruction) || ['VOLUME', 'COPY', 'ADD'].includes(keyword) ? body : undefined;
}
