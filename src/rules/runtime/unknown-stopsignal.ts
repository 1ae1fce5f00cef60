import { expand } from '../../dockerfile/variables.ts';
import { defineRule } from '../../engine/rule.ts';

/** Linux's, as Docker knows them by name. */
const NAMES = new Set(
  `ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN
  TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX`.split(/\s+/),
);
const MOST_ABOVE_MINIMUM = 15;
const MOST_BELOW_MAXIMUM = 14;

export default defineRule({
  id: 'unknown-stopsignal',
  summary: 'Name a signal that there is',
  category: 'runtime',
  severity: 'warning',
  applies: 'any',

  messages: {
    unknown: '`{signal}` is no signal that Docker knows, so the build ends here.',
  },

  check({ instructions }, report) {
    for (const instruction of instructions) {
      const [word] = instruction.args;
      if (instruction.keyword !== 'STOPSIGNAL' || word === undefined) continue;
      const { value: signal, certain } = expand(instruction, word);
      if (signal === undefined || !certain) continue;

      if (!isSignal(signal)) report('unknown', { at: word.span, data: { signal } });
    }
  },
});

/** As moby's `signal.ParseSignal` has it: any number but 0, or a name with or without SIG. */
function isSignal(text: string): boolean {
  if (/^[-+]?\d+$/.test(text)) return Number(text) !== 0;
  const name = text.toUpperCase().replace(/^SIG/, '');
  const [, base, distance = ''] = /^(RTMIN\+|RTMAX-)(\d+)$/.exec(name) ?? [];
  if (base !== undefined)
    return Number(distance) > 0 && Number(distance) <= (base === 'RTMIN+' ? MOST_ABOVE_MINIMUM : MOST_BELOW_MAXIMUM);
  return NAMES.has(name);
}
