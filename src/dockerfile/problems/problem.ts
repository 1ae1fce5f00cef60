import type { Span } from '../../text/span.ts';
import type { Problem } from '../model.ts';

export function syntax(message: string, span: Span): Problem {
  return { kind: 'syntax', message, span };
}

/** `, did you mean X?`, or a stop where there is no such X. */
export function hint(suggestion: string | undefined): string {
  return suggestion === undefined ? '.' : `; did you mean \`${suggestion}\`?`;
}
