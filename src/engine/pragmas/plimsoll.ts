import { nearest } from '../../text/nearest.ts';
import { namesIn, type Pragma, type PragmaReader } from './pragma.ts';

const SCOPES = { ignore: 'instruction', 'ignore-stage': 'stage', 'ignore-file': 'file' } as const;
const PRAGMA = /^#\s*plimsoll:?\s+(ignore(?:-stage|-file)?)\s*=\s*([\w./:-]+(?:\s*,\s*[\w./:-]+)*)(.*)/i;
/** What no prose looks like: `# plimsoll-ignore rule`, `# plimsoll ignor=rule`. */
const MEANT = /^#\s*plimsoll(?::?\s+|[-:])(?:(?:ignore|disable)\b|([\w-]+)\s*=)/i;
const REASON = /(?:^|\s)--(?:\s(.*)|$)/;
const UNTIL = /^until=(\d{4}-\d{2}-\d{2})$/i;

/** `# plimsoll ignore=rule[,rule] [until=YYYY-MM-DD] [-- reason]`; `ignore-stage` and `ignore-file` alike. */
export const readPlimsoll: PragmaReader = ({ span }, raw) => {
  const [, keyword = '', list = '', rest = ''] = PRAGMA.exec(raw) ?? [];
  if (keyword === '') return misspelt(span, raw);

  const scope = scopeOf(keyword);
  const names = namesIn(list, span[0] + raw.indexOf(list, raw.indexOf('=')));
  const { before, reason } = splitReason(rest);
  const until = UNTIL.exec(before)?.[1];
  const fault = before === '' || (until !== undefined && isDay(until)) ? undefined : faultOf(before);
  return { dialect: 'plimsoll', scope, names, reason, until, span, ...(fault !== undefined && { fault }) };
};

function scopeOf(keyword: string): Pragma['scope'] {
  const entry = Object.entries(SCOPES).find(([name]) => name === keyword.toLowerCase());
  return entry?.[1] ?? 'instruction';
}

function splitReason(rest: string): { before: string; reason: string | undefined } {
  const found = REASON.exec(rest);
  return { before: rest.slice(0, found?.index ?? rest.length).trim(), reason: found?.[1]?.trim() || undefined };
}

function faultOf(before: string): string {
  return before.toLowerCase().startsWith('until=')
    ? `\`${before}\` is no day: write until=YYYY-MM-DD`
    : `\`${before}\` is not part of a pragma: write a reason after \`--\``;
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function misspelt(span: Pragma['span'], raw: string): Pragma | undefined {
  const found = MEANT.exec(raw);
  if (!found) return undefined;
  const [, keyword] = found;
  if (keyword === undefined || keyword.toLowerCase() in SCOPES)
    return broken(span, 'it names no rule: write `ignore=rule -- reason`');
  const near = nearest(keyword, Object.keys(SCOPES));
  const hint = near === undefined ? `there are ${Object.keys(SCOPES).join(', ')}` : `did you mean \`${near}\`?`;
  return broken(span, `there is no \`${keyword}\` (${hint})`);
}

function broken(span: Pragma['span'], fault: string): Pragma {
  return { dialect: 'plimsoll', scope: 'instruction', names: [], reason: undefined, until: undefined, span, fault };
}
