import type { Command } from '../command.ts';
import type { Flag, Problem } from '../model.ts';
import { durationOf } from './duration.ts';
import { syntax } from './problem.ts';

const PARTS = /^(\S*)\s*/;
const INTERVALS = ['interval', 'timeout', 'start-period', 'start-interval'];
const MOST_RETRIES = 2 ** 31 - 1;

export function healthcheckProblems({ keyword, keywordSpan, body, json, flags }: Command): readonly Problem[] {
  if (keyword !== 'HEALTHCHECK') return [];
  const [head = '', type = ''] = PARTS.exec(body.text) ?? [];
  const command = body.text.slice(head.length);
  const typeSpan = body.sourceSpan([0, type.length]);
  switch (type.toUpperCase()) {
    case '':
      return [syntax('HEALTHCHECK needs CMD and a command, or NONE.', keywordSpan)];
    case 'NONE':
      return command === '' || isEmpty(json)
        ? []
        : [syntax('HEALTHCHECK NONE takes no arguments.', body.sourceSpan([head.length, body.text.length]))];
    case 'CMD': {
      const missing = command === '' || isEmpty(json);
      const values = flags.flatMap(({ flag }) => valueProblem(flag) ?? []);
      return missing ? [...values, syntax('HEALTHCHECK CMD needs a command.', typeSpan)] : values;
    }
    default:
      return [syntax(`HEALTHCHECK takes CMD or NONE, not \`${type}\`.`, typeSpan)];
  }
}

function isEmpty(json: Command['json']): boolean {
  return json?.kind === 'strings' && json.words.length === 0;
}

function valueProblem({ name, value = '', span, valueSpan }: Flag): Problem | undefined {
  const at = valueSpan ?? span;
  if (value === '') return undefined;
  if (name === 'retries') {
    const isCount = (/^\+?\d+$/.test(value) && Number(value) <= MOST_RETRIES) || /^-0+$/.test(value);
    return isCount ? undefined : syntax(`\`--retries\` takes a whole number from 0, not \`${value}\`.`, at);
  }
  if (!INTERVALS.includes(name)) return undefined;
  const nanoseconds = durationOf(value);
  if (nanoseconds === undefined)
    return syntax(`\`--${name}\` takes a duration such as \`30s\` or \`1m30s\`, not \`${value}\`.`, at);
  if (nanoseconds !== 0 && nanoseconds < 1e6) return syntax(`\`--${name}\` is less than a millisecond.`, at);
  return undefined;
}
