import type { Dockerfile } from '../../dockerfile/model.ts';
import type { Span } from '../../text/span.ts';
import { namesIn, type Pragma, type PragmaReader } from './pragma.ts';

/** The head directive `# check=…`, taken apart; text after a blank is a remark. */
export interface CheckDirective {
  readonly pragma: Pragma | undefined;
  /** `error=true`: what BuildKit warns of fails the build. */
  readonly error: boolean;
  /** Experimental checks that it switches on; `all` for all. */
  readonly experimental: readonly string[];
}

const COMMENT = /^#\s*check\s*=\s*(\S.*)$/i;

/** `# check=skip=A,B` right above an instruction, from the start of its line; text after a blank is a remark. */
export const readBuildkit: PragmaReader = ({ span }, raw) => {
  const value = COMMENT.exec(raw)?.[1];
  if (value === undefined) return undefined;
  const [options = ''] = value.split(' ', 1);
  return skipOf(options, span[0] + raw.lastIndexOf(value), span, 'instruction', value.slice(options.length));
};

export function checkDirective({ directives }: Dockerfile): CheckDirective {
  const directive = directives.find(({ name }) => name === 'check');
  if (!directive) return { pragma: undefined, error: false, experimental: [] };
  const { value, valueSpan, span } = directive;
  const [options = ''] = value.split(' ', 1);
  return {
    pragma: skipOf(options, valueSpan[0], span, 'file', value.slice(options.length)),
    error: /^(?:1|t|true)$/i.test(optionOf(options, 'error')?.value ?? ''),
    experimental: namesIn(optionOf(options, 'experimental')?.value ?? '', 0).map(({ text }) => text),
  };
}

function skipOf(options: string, at: number, span: Span, scope: Pragma['scope'], rest: string): Pragma | undefined {
  const skip = optionOf(options, 'skip');
  if (!skip) return undefined;
  const names = namesIn(skip.value, at + skip.at);
  return { dialect: 'buildkit', scope, names, reason: rest.trim() || undefined, until: undefined, span };
}

function optionOf(options: string, name: string): { value: string; at: number } | undefined {
  let at = 0;
  for (const option of options.split(';')) {
    const equals = option.indexOf('=');
    if (equals !== -1 && option.slice(0, equals).trim() === name) {
      return { value: option.slice(equals + 1), at: at + equals + 1 };
    }
    at += option.length + 1;
  }
  return undefined;
}
