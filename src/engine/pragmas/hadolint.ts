import { namesIn, type PragmaReader } from './pragma.ts';

const PRAGMA = /^#\s*hadolint\s+(?:(global|stage)\s+)?ignore\s*=([^#]*)(?:#(.*))?$/;
const SCOPES = new Map([
  ['global', 'file'],
  ['stage', 'stage'],
] as const);

/**
 * `# hadolint ignore=DL3003,SC2086`, `# hadolint stage ignore=…` before FROM, `# hadolint global ignore=…`; a remark may
 * follow after `#`. hadolint voids a list that holds anything but names between its commas.
 */
export const readHadolint: PragmaReader = ({ span }, raw) => {
  const found = PRAGMA.exec(raw);
  if (!found) return undefined;
  const [, where, list = '', remark] = found;
  const scope = where === 'global' || where === 'stage' ? (SCOPES.get(where) ?? 'instruction') : 'instruction';
  const names = namesIn(list, span[0] + raw.indexOf('=') + 1);
  const isList = names.length === list.split(',').length && names.every(name => /^[\w./:-]+$/.test(name.text));
  return {
    dialect: 'hadolint',
    scope,
    names,
    reason: remark?.trim() || undefined,
    until: undefined,
    span,
    ...(!isList && { fault: 'hadolint reads names between commas only: write remarks after a second `#`' }),
  };
};
