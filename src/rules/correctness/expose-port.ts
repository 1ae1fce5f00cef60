import { expand } from '../../dockerfile/variables.ts';
import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'expose-port',
  summary: 'EXPOSE names ports of the container from 0 to 65535',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  aliases: ['DL3011', 'ExposeInvalidFormat', 'DS-0008'],
  codes: { DL3011: 'noPort', ExposeInvalidFormat: 'hostMapping', 'DS-0008': 'noPort' },
  hadolint: 'error',

  messages: {
    noPort: '{problem}',
    hostMapping:
      '`{port}` maps a port of the host, which only `docker run -p` can: EXPOSE takes the port of the container alone.',
  },

  check({ instructions, problems }, report) {
    const faulty = problems.filter(({ kind }) => kind === 'port');
    const starts = new Set(faulty.map(({ span }) => span[0]));
    for (const { message, span } of faulty) report('noPort', { at: span, data: { problem: message } });

    for (const instruction of instructions) {
      if (instruction.keyword !== 'EXPOSE') continue;
      for (const word of instruction.args) {
        if (starts.has(word.span[0])) continue;
        const port = expand(instruction, word).value?.split(/\s+/).find(isMapped);
        if (port !== undefined) report('hostMapping', { at: word.span, data: { port } });
      }
    }
  },
});

/** `8080:80`, `127.0.0.1::80`; nothing before the port is no mapping. */
function isMapped(port: string): boolean {
  return /[^:]:/.test(port);
}
