import type { Span } from '../text/span.ts';
import type { Instruction } from './model.ts';
import { expand } from './variables.ts';

/** A port or range that EXPOSE names. */
export interface ExposedPorts {
  readonly first: number;
  readonly last: number;
  readonly protocol: string;
  readonly span: Span;
}

/** What an EXPOSE names, the port in the container where a host's is given too; what hangs on an unknown variable is left out. */
export function portsOf(instruction: Instruction): readonly ExposedPorts[] {
  if (instruction.keyword !== 'EXPOSE') return [];
  return instruction.args.flatMap(word =>
    (expand(instruction, word).value ?? '').split(/\s+/).flatMap(text => {
      const [, first, last = first, protocol = 'tcp'] =
        /^(?:[^/]*:)?(\d{1,5})(?:-(\d{1,5}))?(?:\/(\w+))?$/.exec(text) ?? [];
      if (first === undefined) return [];
      return [{ first: Number(first), last: Number(last), protocol: protocol.toLowerCase(), span: word.span }];
    }),
  );
}
