import { namesIn, type PragmaReader } from './pragma.ts';

const PRAGMA = /^#\s*tally\s+(global\s+)?ignore\s*=([^;]*)(?:;\s*reason\s*=(.*))?$/i;

/** `# tally ignore=A,B;reason=why`, `# tally global ignore=…`; its rules' own names are of no use here. */
export const readTally: PragmaReader = ({ span }, raw) => {
  const found = PRAGMA.exec(raw);
  if (!found) return undefined;
  const [, global, list = '', reason] = found;
  const names = namesIn(list, span[0] + raw.indexOf('=') + 1);
  return {
    dialect: 'tally',
    scope: global === undefined ? 'instruction' : 'file',
    names,
    reason: reason?.trim() || undefined,
    until: undefined,
    span,
  };
};
