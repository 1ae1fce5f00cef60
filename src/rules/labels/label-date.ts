import { labelKind } from '../makers/label-kind.ts';

const TIME =
  /^(\d{4})-(\d\d)-(\d\d)[Tt]([01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[-+](?:[01]\d|2[0-3]):[0-5]\d)$/;

export default labelKind({
  id: 'label-date',
  summary: 'Write an RFC 3339 time in labels that hold one',
  alias: 'DL3053',
  kind: 'rfc3339',
  name: 'an RFC 3339 time (`2026-01-31T12:00:00Z`)',
  isValid(value) {
    const [, year, month, day] = TIME.exec(value)?.map(Number) ?? [];
    if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) return false;
    return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  },
});
