import { cleanPath } from '../../context/clean-path.ts';
import { expand } from '../../dockerfile/variables.ts';
import { defineRule } from '../../engine/rule.ts';

/** File systems of the kernel: whatever a build writes there is hidden once a container runs. */
const MOUNTED = /^\/(?:proc|sys|dev)(?:\/|$)/;
/** Folders of the system itself; those below them (`/etc/nginx`) belong to programs. */
const SYSTEM = /^\/(?:bin|boot|etc|lib|lib32|lib64|run|sbin|usr|usr\/bin|usr\/lib|usr\/sbin|var)$/;

export default defineRule({
  id: 'workdir-system',
  summary: 'No folder of the system is the working directory of an application',
  category: 'correctness',
  severity: 'error',
  applies: 'any',
  aliases: ['DS-0030'],

  messages: {
    mounted: '`{path}` belongs to the kernel: what the build writes there is gone when a container runs.',
    system: '`{path}` is a folder of the system: relative paths write among its files and may replace them.',
  },

  check({ instructions }, report) {
    for (const instruction of instructions) {
      const [word] = instruction.args;
      if (instruction.keyword !== 'WORKDIR' || word === undefined) continue;
      const { value } = expand(instruction, word);
      if (value === undefined || !value.startsWith('/')) continue;
      const path = cleanPath(value);
      if (MOUNTED.test(path)) report('mounted', { at: word.span, data: { path } });
      else if (SYSTEM.test(path)) report('system', { at: word.span, data: { path } });
    }
  },
});
