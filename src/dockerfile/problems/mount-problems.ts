import { nearest } from '../../text/nearest.ts';
import type { ParsedFlag } from '../flags.ts';
import type { Problem, Word } from '../model.ts';
import { fieldsOf, type Field } from '../mounts.ts';
import { lexWord } from '../shell-lex.ts';
import { isBoolean } from './boolean.ts';
import { hint, syntax } from './problem.ts';

const TYPES = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];
const SHARING = ['shared', 'private', 'locked'];
const BOOLEANS = ['readonly', 'ro', 'readwrite', 'rw', 'required'];
const TEXTS = ['target', 'dst', 'destination', 'source', 'src', 'from', 'id', 'env'];
const OWNERSHIP = ['mode', 'uid', 'gid'];
const KEYS = [...TEXTS, ...BOOLEANS, ...OWNERSHIP, 'type', 'sharing', 'size'];

const SYNONYMS: Readonly<Record<string, string>> = { dst: 'target', destination: 'target', src: 'source' };

/** Types that a key is for; the others take any. */
const ONLY_FOR: Readonly<Record<string, readonly string[]>> = {
  mode: ['cache', 'secret', 'ssh'],
  uid: ['cache', 'secret', 'ssh'],
  gid: ['cache', 'secret', 'ssh'],
  sharing: ['cache'],
};
/** Likewise, but the type has to be said before. */
const ONLY_BEHIND: Readonly<Record<string, readonly string[]>> = { required: ['secret', 'ssh'], size: ['tmpfs'] };

const MOST = 2 ** 32;
const SIZE = /^\d+(?:\.\d*)?(?: ?(?:[kmgtp]i?b?|b))?$/i;

/** What BuildKit rejects in one `--mount`; silent on what hangs on a variable. */
export function mountProblems({ flag, value }: ParsedFlag, escape: string): readonly Problem[] {
  const at = flag.valueSpan ?? flag.span;
  const fields = value && fieldsOf(value);
  if (fields === undefined) {
    return [syntax('The value of `--mount` is no list of `key=value`, separated by commas.', at)];
  }
  let type: string | undefined = 'bind';
  const values = new Map<string, string | undefined>();
  const problems: Problem[] = [];
  for (const field of fields) {
    const known = field.value === undefined ? '' : valueOf(field.value, escape);
    if (field.key === 'type') type = known?.toLowerCase();
    values.set(SYNONYMS[field.key] ?? field.key, known);
    const problem = fieldProblem(field, known, type);
    if (problem !== undefined) problems.push(problem);
  }
  const fault = problems.length === 0 && type !== undefined ? mountFault(type, values) : undefined;
  return fault === undefined ? problems : [syntax(fault, at)];
}

function valueOf({ text }: Word, escape: string): string | undefined {
  const unknown = { isSet: undefined, value: undefined, certain: false };
  return lexWord(text, { escape: escape === '`' ? '`' : '\\', quotes: true }, () => unknown).value;
}

function fieldProblem(
  { key, value, word }: Field,
  known: string | undefined,
  type: string | undefined,
): Problem | undefined {
  if (value === undefined && !BOOLEANS.includes(key))
    return syntax(`\`${word.text}\` has no value: a mount takes \`key=value\`.`, word.span);
  if (!KEYS.includes(key)) return syntax(`A mount has no option \`${key}\`${hint(nearest(key, KEYS))}`, word.span);
  if (key === 'from' && /\$./s.test(value?.text ?? '')) {
    return syntax('The `from` of a mount takes no variable: name a stage instead.', word.span);
  }
  const types = ONLY_BEHIND[key];
  if (types !== undefined && type !== undefined && !types.includes(type)) {
    return syntax(`\`${key}\` is for mounts of type ${types.join(' and ')}, which has to be said before.`, word.span);
  }
  const fault = value === undefined || known === undefined ? undefined : valueFault(key, known);
  return fault === undefined ? undefined : syntax(`\`${key}\` ${fault}`, value?.span ?? word.span);
}

function valueFault(key: string, value: string): string | undefined {
  if (key === 'type') return choiceFault(TYPES, value);
  if (key === 'sharing') return choiceFault(SHARING, value);
  if (BOOLEANS.includes(key)) return isBoolean(value) ? undefined : `takes \`true\` or \`false\`, not \`${value}\`.`;
  if (key === 'size') return SIZE.test(value) ? undefined : `takes a size such as \`64m\`, not \`${value}\`.`;
  if (key === 'mode') return isBelow(value, 8) ? undefined : `takes an octal number, not \`${value}\`.`;
  if (key === 'uid' || key === 'gid') return isBelow(value, 10) ? undefined : `takes a number, not \`${value}\`.`;
  return undefined;
}

function choiceFault(choices: readonly string[], value: string): string | undefined {
  if (choices.includes(value.toLowerCase())) return undefined;
  return `takes ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}, not \`${value}\`${hint(nearest(value, choices))}`;
}

function isBelow(text: string, radix: 8 | 10): boolean {
  return (radix === 8 ? /^[0-7]+$/ : /^\d+$/).test(text) && Number.parseInt(text, radix) < MOST;
}

/** What the options of a mount are wrong about together; a variable's value may be undefined. */
function mountFault(type: string, values: ReadonlyMap<string, string | undefined>): string | undefined {
  for (const [key, types] of Object.entries(ONLY_FOR)) {
    if (values.has(key) && !types.includes(type))
      return `\`${key}\` is for mounts of type ${types.join(', ')}, not ${type}.`;
  }
  const isSet = (...keys: readonly string[]): boolean => keys.some(key => values.has(key) && values.get(key) !== '');
  if (type === 'ssh') return isSet('source') ? 'A mount of type ssh has no source.' : undefined;
  if (type === 'secret') {
    if (isSet('from')) return 'A mount of type secret comes from no stage.';
    if (isSet('source') && isSet('id')) return 'A mount of type secret has either a source or an id.';
    return isSet('source', 'id', 'target') ? undefined : 'A mount of type secret needs an id.';
  }
  const target = values.get('target');
  return target !== undefined && /^\/(?:\.?\/)*\.?$/.test(target)
    ? 'The target of a mount cannot be the root folder.'
    : undefined;
}
