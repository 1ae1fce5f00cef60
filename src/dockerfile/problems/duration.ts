const UNITS: ReadonlyMap<string, number> = new Map([
  ['ns', 1],
  ['us', 1e3],
  ['µs', 1e3],
  ['μs', 1e3],
  ['ms', 1e6],
  ['s', 1e9],
  ['m', 60e9],
  ['h', 3600e9],
]);
const MOST = 2 ** 63;
const PART = /(\d*)(?:\.(\d*))?([^\d.]+)/y;

/** Nanoseconds of a duration as Go's `time.ParseDuration` reads it (`1h30m`, `.5s`); undefined for what is none. */
export function durationOf(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1;
  const start = /^[+-]/.test(text) ? 1 : 0;
  if (text.slice(start) === '0') return 0;
  let sum = 0;
  PART.lastIndex = start;
  if (start === text.length) return undefined;
  while (PART.lastIndex < text.length) {
    const [, whole = '', fraction = '', name = ''] = PART.exec(text) ?? [];
    const unit = UNITS.get(name);
    if (unit === undefined || whole + fraction === '') return undefined;
    sum += Math.floor(Number(`${whole || 0}.${fraction || 0}`) * unit);
  }
  return sum < MOST ? sign * sum : undefined;
}
