import { nearest } from '../../text/nearest.ts';
import type { Command } from '../command.ts';
import type { ParsedFlag } from '../flags.ts';
import type { Problem } from '../model.ts';
import { fieldsOf } from '../mounts.ts';
import { hint, syntax } from './problem.ts';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  network: ['default', 'none', 'host'],
  security: ['insecure', 'sandbox'],
};

/** What is wrong with the values of RUN's flags whatever its variables hold. */
export function runProblems({ keyword, flags }: Command): readonly Problem[] {
  if (keyword !== 'RUN') return [];
  return flags.flatMap(parsed => {
    if (parsed.value === undefined) return [];
    if (parsed.flag.name === 'mount') return mountProblems(parsed);
    if (parsed.flag.name === 'device') return deviceProblems(parsed);
    return choiceProblem(parsed) ?? [];
  });
}

function choiceProblem({ flag: { name, value = '', span, valueSpan } }: ParsedFlag): Problem | undefined {
  const allowed = VALUES[name];
  if (allowed === undefined || allowed.includes(value)) return undefined;
  const choices = `${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}`;
  return syntax(
    `The flag \`--${name}\` takes ${choices}, not \`${value}\`${hint(nearest(value, allowed))}`,
    valueSpan ?? span,
  );
}

function mountProblems({ flag, value }: ParsedFlag): readonly Problem[] {
  const fields = value && fieldsOf(value);
  if (fields === undefined) return [unreadable(flag.name, flag.valueSpan ?? flag.span)];
  return fields
    .filter(({ key, value: from }) => key === 'from' && from !== undefined && /\$./s.test(from.text))
    .map(({ word }) => syntax('The `from` of a mount takes no variable: name a stage instead.', word.span));
}

function unreadable(name: string, span: Problem['span']): Problem {
  return syntax(`The value of \`--${name}\` is no list of \`key=value\`, separated by commas.`, span);
}

const BOOLEAN = /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/;

function deviceProblems({ flag, value }: ParsedFlag): readonly Problem[] {
  const fields = value && fieldsOf(value);
  if (fields === undefined) return [unreadable(flag.name, flag.valueSpan ?? flag.span)];
  let name = '';
  return fields.flatMap(({ key, value: option, word }) => {
    if (key === 'required') {
      if (option === undefined || BOOLEAN.test(option.text)) return [];
      return syntax(`\`required\` takes \`true\` or \`false\`, not \`${option.text}\`.`, option.span);
    }
    if (key === 'name' && option !== undefined) {
      const again = name !== '';
      name ||= option.text;
      return again ? syntax(`The device has a name already: \`${name}\`.`, word.span) : [];
    }
    if (name !== '') return syntax(`\`${word.text}\` is no option of a device.`, word.span);
    name = word.text;
    return [];
  });
}
