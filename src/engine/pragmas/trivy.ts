import { namesIn, type PragmaName, type PragmaReader } from './pragma.ts';

const PRAGMA = /^#\s*trivy:ignore:(\S+)(.*)/i;
const EXPIRY = /:exp:(\d{4}-\d{2}-\d{2})$/i;

/** `# trivy:ignore:DS-0002[:exp:2026-12-31] [reason]`, and several on one line. */
export const readTrivy: PragmaReader = ({ span }, raw) => {
  const found = PRAGMA.exec(raw);
  if (!found) return undefined;
  const [, first = '', rest = ''] = found;
  const names = [first, ...Array.from(rest.matchAll(/trivy:ignore:(\S+)/gi), ([, name = '']) => name)];
  return {
    dialect: 'trivy',
    scope: 'instruction',
    names: names.flatMap(name => nameAt(raw, name, span[0])),
    reason:
      rest
        .replace(/(?:#\s*|(?<!\s)\s+)?trivy:ignore:\S+/gi, '')
        .replace(/^[\s#-]+/, '')
        .trim() || undefined,
    until: EXPIRY.exec(first)?.[1],
    span,
  };
};

function nameAt(raw: string, name: string, offset: number): PragmaName[] {
  return namesIn(name.replace(EXPIRY, ''), offset + raw.indexOf(name));
}
