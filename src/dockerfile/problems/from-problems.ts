import type { Span } from '../../text/span.ts';
import { parseImageReference } from '../image-reference.ts';
import type { ArgInstruction, Dockerfile, FromInstruction, Problem } from '../model.ts';
import { lexWord, type Lexed, type VariableValue } from '../shell-lex.ts';
import { isPlatform } from './platform.ts';
import { syntax } from './problem.ts';

type Lookup = (name: string) => VariableValue;

const OF_THE_BUILD = /^(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)$|^TARGETSTAGE$/;
const UNSET: VariableValue = { isSet: false, value: '', certain: true };
const UNKNOWN: VariableValue = { isSet: true, value: undefined, certain: false };

/** What BuildKit rejects in the FROM lines and the global ARGs when the build has the arguments that the options name. */
export function fromProblems(dockerfile: Dockerfile): readonly Problem[] {
  const { escape, globals, stages, options } = dockerfile;
  const values = new Map<string, VariableValue>();
  const lookup: Lookup = name => values.get(name) ?? (OF_THE_BUILD.test(name) ? UNKNOWN : UNSET);
  const expand = (text: string): Lexed => lexWord(text, { escape, quotes: true }, lookup);

  const problems = globals.flatMap(arg => globalProblems(arg, values, options.buildArgs ?? {}, expand));
  const names = new Set(['scratch', ...(options.namedContexts ?? [])]);
  for (const { from } of stages) {
    problems.push(...imageProblems(from, expand, names), ...platformProblems(from, expand));
    if (from.alias !== undefined) names.add(from.alias.text.toLowerCase());
  }
  return problems;
}

function globalProblems(
  { declarations }: ArgInstruction,
  values: Map<string, VariableValue>,
  buildArgs: Readonly<Record<string, string>>,
  expand: (text: string) => Lexed,
): Problem[] {
  return declarations.flatMap(({ name, value: fallback }) => {
    const given = Object.hasOwn(buildArgs, name.text) ? buildArgs[name.text] : undefined;
    const expanded = given === undefined && fallback !== undefined ? expand(fallback.text) : undefined;
    const value = given ?? expanded?.value;
    if (given !== undefined || fallback !== undefined) values.set(name.text, { isSet: true, value, certain: true });
    return lexProblems(expanded, fallback?.span ?? name.span);
  });
}

function imageProblems(
  { image }: FromInstruction,
  expand: (text: string) => Lexed,
  names: ReadonlySet<string>,
): readonly Problem[] {
  if (image === undefined) return [];
  const expanded = expand(image.text);
  if (expanded.error !== undefined) return lexProblems(expanded, image.span);
  const { value } = expanded;
  if (value === '')
    return [baseImage(`\`${image.text}\` names no image unless a \`--build-arg\` says which.`, image.span)];
  if (value === undefined || names.has(value) || parseImageReference(value) !== undefined) return [];
  return [
    baseImage(
      `\`${value}\` is no reference to an image${/[A-Z]/.test(value) ? ': its name has capitals' : ''}.`,
      image.span,
    ),
  ];
}

function baseImage(message: string, span: Span): Problem {
  return { kind: 'base-image', message, span };
}

function platformProblems({ flags }: FromInstruction, expand: (text: string) => Lexed): readonly Problem[] {
  const flag = flags.find(({ name }) => name === 'platform');
  if (flag?.value === undefined || flag.value === '') return [];
  const span = flag.valueSpan ?? flag.span;
  const expanded = expand(flag.value);
  if (expanded.error !== undefined) return lexProblems(expanded, span);
  if (expanded.value === '')
    return [syntax(`\`${flag.value}\` names no platform unless a \`--build-arg\` says which.`, span)];
  if (expanded.value === undefined || isPlatform(expanded.value)) return [];
  return [syntax(`\`${expanded.value}\` is no platform such as \`linux/amd64\`.`, span)];
}

function lexProblems(expanded: Lexed | undefined, span: Span): Problem[] {
  return expanded?.error === undefined
    ? []
    : [syntax(`The value cannot be expanded: ${expanded.error.message}.`, span)];
}
