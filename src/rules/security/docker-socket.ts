import type { Instruction } from '../../dockerfile/model.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Span } from '../../text/span.ts';

const SOCKET = /(?<![\w.])(?:unix:\/\/)?\/(?:var\/)?run\/docker\.sock(?![\w.])|\/\/\.\/pipe\/docker_engine\b/;

export default defineRule({
  id: 'docker-socket',
  summary: 'Keep the Docker socket out of containers',
  category: 'security',
  severity: 'warning',
  applies: 'shipped',

  messages: {
    socket: 'Whoever can write to `{path}` can start a privileged container, and so is root on the host.',
  },

  check({ instructions }, report) {
    for (const instruction of instructions) {
      const found = socketIn(instruction);
      if (found !== undefined) report('socket', found);
    }
  },
});

function socketIn(instruction: Instruction): { at: Span; data: { path: string } } | undefined {
  const { keyword, body, flags, heredocs } = instruction;
  if (keyword === 'LABEL' || keyword === 'MAINTAINER' || keyword === 'ONBUILD') return undefined;
  for (const flag of flags) {
    const [path] = SOCKET.exec(flag.value ?? '') ?? [];
    if (path !== undefined) return { at: flag.span, data: { path } };
  }
  for (const text of [body, ...heredocs.map(heredoc => heredoc.body)]) {
    const match = SOCKET.exec(text.text);
    if (match === null) continue;
    const at = text.sourceSpan([match.index, match.index + match[0].length]);
    return { at, data: { path: match[0].replace('unix://', '') } };
  }
  return undefined;
}
