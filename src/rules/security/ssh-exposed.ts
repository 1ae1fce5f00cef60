import type { Stage } from '../../dockerfile/model.ts';
import { portsOf } from '../../dockerfile/ports.ts';
import { defineRule } from '../../engine/rule.ts';
import { commandsOf } from '../../shell/commands.ts';
import { packageOperations } from '../../shell/operations.ts';
import type { Span } from '../../text/span.ts';

const SERVERS = ['openssh-server', 'dropbear', 'tinysshd', 'openssh-server-pam'];
const SSH = 22;

export default defineRule({
  id: 'ssh-exposed',
  summary: 'Reach a container with docker exec, not with sshd in it',
  category: 'security',
  severity: 'warning',
  applies: 'shipped',
  aliases: ['DS-0004'],
  codes: { 'DS-0004': 'port' },

  messages: {
    port: 'Port 22 is for sshd: keys, passwords and updates of a second way in, which `docker exec` makes needless.',
    server: 'An sshd in the image is a second way in, with keys and updates of its own; `docker exec` needs none.',
  },

  check({ stages }, report) {
    for (const stage of stages) {
      const ports = stage.instructions.flatMap(portsOf).filter(({ first, last }) => first <= SSH && SSH <= last);
      for (const { span } of ports) report('port', { at: span });
      const server = ports.length === 0 ? serverIn(stage) : undefined;
      if (server !== undefined) report('server', { at: server });
    }
  },
});

/** Where sshd is installed, or else started. */
function serverIn({ instructions }: Stage): Span | undefined {
  const installed = instructions
    .flatMap(packageOperations)
    .filter(({ action }) => action === 'install')
    .flatMap(({ packages }) => packages)
    .find(({ name }) => name !== undefined && SERVERS.includes(name));
  const started = instructions.flatMap(commandsOf).find(({ name }) => name === 'sshd' || name === 'dropbear');
  return installed?.word.span ?? started?.words[0]?.span;
}
