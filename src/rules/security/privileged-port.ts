import type { Stage } from '../../dockerfile/model.ts';
import { portsOf } from '../../dockerfile/ports.ts';
import { stageChain } from '../../dockerfile/stage-chain.ts';
import { defineRule } from '../../engine/rule.ts';
import { finalState } from '../../images/state.ts';
import { commandsOf } from '../../shell/commands.ts';

const FIRST_UNPRIVILEGED = 1024;

export default defineRule({
  id: 'privileged-port',
  summary: 'Listen above port 1023 where the account is not root',
  category: 'security',
  severity: 'info',
  applies: 'shipped',

  messages: {
    privileged:
      'Port {port} takes root or a capability to open outside Docker’s own network settings, and the container runs as `{user}`.',
  },

  check({ stages }, report) {
    for (const stage of stages) {
      const { user, facts } = finalState(stage);
      const isOther = user?.name !== undefined && user.name !== 'root' && !/^0+$/.test(user.name) && user.uid !== 0;
      if (!isOther || facts?.distro?.id === 'windows' || isAllowed(stage)) continue;
      for (const { first, span } of stage.instructions.flatMap(portsOf)) {
        if (first > 0 && first < FIRST_UNPRIVILEGED) {
          report('privileged', { at: span, data: { port: String(first), user: user.name } });
        }
      }
    }
  },
});

/** A program that was given the capability, or is started by one that has it. */
function isAllowed(stage: Stage): boolean {
  return stageChain(stage)
    .flatMap(({ instructions }) => instructions)
    .some(
      instruction =>
        commandsOf(instruction).some(({ name }) => name === 'setcap' || name === 'authbind') ||
        /cap_net_bind_service|ip_unprivileged_port_start/i.test(instruction.body.text),
    );
}
