import type { Instruction, Stage } from '../../dockerfile/model.ts';
import { stageChain } from '../../dockerfile/stage-chain.ts';
import { defineRule } from '../../engine/rule.ts';
import { isForDevelopment } from '../../images/for-development.ts';
import { finalState } from '../../images/state.ts';
import { commandsOf } from '../../shell/commands.ts';
import type { ShellCommand } from '../../shell/model.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import type { Span } from '../../text/span.ts';

/** A line of sudoers that allows every command; a list of some is a choice. */
const ENTRY = /\bNOPASSWD\s*:\s*(?:SETENV\s*:\s*)?ALL\b/;

export default defineRule({
  id: 'sudoers-nopasswd',
  summary: 'Give the account of the container no sudo without a password',
  category: 'security',
  severity: 'warning',
  applies: 'layers',

  messages: {
    nopasswd:
      'With `NOPASSWD: ALL` the account is root in all but name: what takes over its program needs only `sudo`.',
  },

  check({ stages }, report) {
    for (const stage of stages) {
      const entries = stage.instructions.flatMap(instruction => textsOf(instruction).flatMap(entryIn).slice(0, 1));
      if (entries.length === 0) continue;
      // Where root runs the program anyway, sudo adds nothing to it.
      if ((finalState(stage).user?.uid === 0 && stage.isShipped) || isForPeople(stage)) continue;
      for (const at of entries) report('nopasswd', { at });
    }
  },
});

function entryIn(text: MappedText): Span[] {
  const start = text.text.search(ENTRY);
  return start === -1 ? [] : [text.sourceSpan([start, start + 'NOPASSWD'.length])];
}

/** Stages to develop in, and images whose account may start containers anyway, which is root on the host. */
function isForPeople(stage: Stage): boolean {
  const isDocker = ({ name, words }: ShellCommand): boolean =>
    /^(?:usermod|useradd|adduser|addgroup|gpasswd)$/.test(name ?? '') &&
    words.some(({ unquoted }) => /(?:^|,)docker(?:,|$)/.test(unquoted));
  return (
    isForDevelopment(stage) ||
    stageChain(stage).some(({ instructions }) => instructions.some(one => commandsOf(one).some(isDocker)))
  );
}

function textsOf(instruction: Instruction): readonly MappedText[] {
  const { keyword, body, heredocs } = instruction;
  if (keyword === 'COPY' || keyword === 'ADD') return heredocs.map(heredoc => heredoc.body);
  return keyword === 'RUN' ? [body, ...heredocs.map(heredoc => heredoc.body)] : [];
}
