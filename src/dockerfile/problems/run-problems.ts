import { nearest } from '../../text/nearest.ts';
import type { Command } from '../command.ts';
import type { ParsedFlag } from '../flags.ts';
import type { Problem } from '../model.ts';
import { fieldsOf } from '../mounts.ts';
import { isBoolean } from './boolean.ts';
import { mountProblems } from './mount-problems.ts';
import { hint, syntax } from './problem.ts';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  network: ['default', 'none', 'host'],
  security: ['insecure', 'sandbox'],
};

/** What is wrong with the values of RUN's flags whatever its variables hold. */
export function runProblems({ keyword, flags }: Command, escape: string): readonly Problem[] {
  if (keyword !== 'RUN') return [];
  return flags.flatMap(parsed => {
    if (parsed.value === undefined) return [];
    if (parsed.flag.name === 'mount') return mountProblems(parsed, escape);
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

function deviceProblems({ flag, value }: ParsedFlag): readonly Problem[] {
  const fields = value && fieldsOf(value);
  if (fields === undefined) {
    return [
      syntax('The value of `--device` is no list of `key=value`, separated by commas.', flag.valueSpan ?? flag.span),
    ];
  }
  let name = '';
  return fields.flatMap(({ key, value: option, word }) => {
    if (key === 'required') {
      if (option === undefined || isBoolean(option.text)) return [];
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
