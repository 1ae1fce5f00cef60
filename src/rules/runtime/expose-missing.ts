import type { Instruction, Stage } from '../../dockerfile/model.ts';
import { portsOf } from '../../dockerfile/ports.ts';
import { stageChain } from '../../dockerfile/stage-chain.ts';
import { defineRule } from '../../engine/rule.ts';
import { finalState } from '../../images/state.ts';
import { commandsOf } from '../../shell/commands.ts';
import type { ShellWord } from '../../shell/model.ts';

const PORT_FLAG = /^--(?:[a-z]+[.-])?port(?:=(\d{2,5}))?$/;
const ADDRESS =
  /^(?:(?:--(?:bind|listen|addr|address|http-address|listen-address|host)|-b)=?)?(?:0\.0\.0\.0|\[::\]|\*)?:(\d{2,5})$/;
const HIGHEST = 65535;

export default defineRule({
  id: 'expose-missing',
  summary: 'Name the ports that the command line listens on with EXPOSE',
  category: 'runtime',
  severity: 'info',
  recommended: false,
  applies: 'shipped',

  messages: {
    missing: 'The program listens on port {port}, and no EXPOSE says so to people, `docker run -P` and proxies.',
  },

  check({ stages }, report) {
    for (const stage of stages) {
      const state = finalState(stage);
      // What a base image that is not known exposes is not known either.
      if (state.facts === undefined) continue;
      const seen = new Set<number>();
      for (const { port, word } of portsShown(stage)) {
        if (seen.has(port) || isExposed(stage, port, state.configuration.ports)) continue;
        seen.add(port);
        report('missing', { at: word.span, data: { port: String(port) } });
      }
    }
  },
});

function portsShown(stage: Stage): readonly { readonly port: number; readonly word: ShellWord }[] {
  const { entrypoint, cmd } = finalState(stage).configuration;
  const launches = [entrypoint, cmd].flatMap(launch => launch?.instruction ?? []);
  return launches
    .filter(instruction => instruction.stage === stage)
    .flatMap(instruction =>
      commandsOf(instruction).flatMap(({ words }) => words.flatMap((word, index) => portIn(word, words[index + 1]))),
    );
}

function portIn(
  word: ShellWord,
  next: ShellWord | undefined,
): readonly { readonly port: number; readonly word: ShellWord }[] {
  const flag = PORT_FLAG.exec(word.unquoted);
  const written = flag === null ? ADDRESS.exec(word.unquoted)?.[1] : (flag[1] ?? next?.value);
  const port = /^\d{2,5}$/.test(written ?? '') ? Number(written) : 0;
  if (port === 0 || port > HIGHEST) return [];
  return [{ port, word: flag !== null && flag[1] === undefined && next !== undefined ? next : word }];
}

/** An EXPOSE with a variable may mean any port. */
function isExposed(stage: Stage, port: number, ofBase: readonly string[]): boolean {
  const own = stageChain(stage).flatMap(({ instructions }) =>
    instructions.filter(({ keyword }) => keyword === 'EXPOSE'),
  );
  const isUnsure = (instruction: Instruction): boolean => portsOf(instruction).length < instruction.args.length;
  return (
    ofBase.some(text => text.split('/')[0] === String(port)) ||
    own.some(
      instruction =>
        isUnsure(instruction) || portsOf(instruction).some(({ first, last }) => first <= port && port <= last),
    )
  );
}
