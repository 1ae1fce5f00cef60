import type { Span } from '../../text/span.ts';
import type { Directive, Dockerfile, Instruction, Problem } from '../model.ts';
import { isBoolean } from './boolean.ts';
import { syntax } from './problem.ts';

/** What BuildKit rejects in the file as a whole. */
export function fileProblems(dockerfile: Dockerfile): readonly Problem[] {
  return [...dockerfile.directives.flatMap(directive => checkProblem(directive) ?? []), ...orderProblems(dockerfile)];
}

function orderProblems({ text, lines, instructions, stages }: Dockerfile): readonly Problem[] {
  const last = text.endsWith('\n') ? lines.count - 1 : lines.count;
  const lastLine: Span = [lines.start(last), lines.end(last)];
  const [first] = instructions;
  if (first === undefined)
    return [syntax(text === '' ? 'The file is empty.' : 'The file has no instructions.', lastLine)];

  const start = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const early = instructions.slice(0, start === -1 ? undefined : start).filter(needsStage);
  if (stages.length > 0) return early.map(beforeFrom);
  // An unknown keyword may be the FROM that is missing: what stands behind it is not judged.
  const misspelt = instructions.find(({ keyword }) => keyword === 'UNKNOWN');
  const [homeless] = early;
  if (homeless !== undefined && !(misspelt !== undefined && misspelt.index < homeless.index))
    return [beforeFrom(homeless)];
  if (misspelt !== undefined) return [];
  return [syntax('The file has no FROM, so there is nothing to build.', first.keywordSpan)];
}

function needsStage({ keyword }: Instruction): boolean {
  return keyword !== 'ARG' && keyword !== 'UNKNOWN';
}

function beforeFrom({ keyword, keywordSpan }: Instruction): Problem {
  return { kind: 'before-from', message: `No FROM comes before this ${keyword}: only ARG may.`, span: keywordSpan };
}

/** `# check=skip=A,B;error=true`; at most three options, the third being what is left up to the first blank. */
function checkProblem({ name, value, valueSpan }: Directive): Problem | undefined {
  if (name !== 'check' || value.trim() === '') return undefined;
  const [first = '', second, ...rest] = (value.trim().split(' ', 1)[0] ?? '').split(';');
  for (const option of [first, second, rest.length > 0 ? rest.join(';') : undefined]) {
    if (option === undefined) continue;
    const [key = '', ...values] = option.split('=');
    const known = values.length > 0 && ['skip', 'experimental', 'error'].includes(key.trim());
    if (!known)
      return syntax(`\`${option}\` is no option of \`check\`: they are skip=…, experimental=… and error=….`, valueSpan);
    const text = values.join('=').trim();
    if (key.trim() === 'error' && !isBoolean(text))
      return syntax(`\`error\` takes \`true\` or \`false\`, not \`${text}\`.`, valueSpan);
  }
  return undefined;
}
