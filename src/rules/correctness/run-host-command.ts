import { defineRule } from '../../engine/rule.ts';
import { commandsOf } from '../../shell/commands.ts';
import { runOf } from '../../shell/kept-caches.ts';

/** What each is for where a system runs; a build has no services, terminals or mounts that last. */
const PROGRAMS: Readonly<Record<string, string>> = {
  free: 'shows the memory of the machine that builds',
  kill: 'ends processes, none of which outlives its RUN',
  mount: 'needs rights that a build does not have, and ends with its RUN',
  ps: 'shows processes, none of which outlives its RUN',
  service: 'starts a service that ends with its RUN',
  shutdown: 'stops a machine, not a build',
  ssh: 'opens a session; what it needs to log in stays in the layer',
  top: 'is made for a terminal',
  vim: 'is made for a terminal',
};

export default defineRule({
  id: 'run-host-command',
  summary: 'Leave commands for running systems out of a build',
  category: 'correctness',
  severity: 'info',
  recommended: false,
  applies: 'any',
  aliases: ['DL3001'],
  hadolint: 'info',

  messages: {
    senseless: '`{name}` {why}.',
  },

  check({ instructions }, report) {
    for (const run of instructions.flatMap(instruction => runOf(instruction) ?? [])) {
      for (const { name, words } of commandsOf(run)) {
        const why = name !== undefined && Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : undefined;
        const [word] = words;
        if (name !== undefined && why !== undefined && word !== undefined)
          report('senseless', { at: word.span, data: { name, why } });
      }
    }
  },
});
