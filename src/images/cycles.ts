import { END_OF_LIFE } from './data/end-of-life.ts';
import { rowsOf } from './data/rows.ts';
import { isWithin } from './versions.ts';

/** One line of support of a product. */
export interface Cycle {
  readonly product: string;
  readonly cycle: string;
  readonly codename: string;
  readonly released: string;
  /** The day of its end; `yes` where it is past but no day is known, `no` where none is set. */
  readonly end: string;
  /** The end of what everybody gets first: for Debian the security team's support. */
  readonly standardEnd: string;
  readonly isLongTerm: boolean;
}

// Debian's long-term support is free, comes from the same archive, and official images are built on it. Ubuntu's, Oracle's,
// MariaDB's and the like are for those who pay.
const EXTENDED_COUNTS: ReadonlySet<string> = new Set(['debian']);

const memo = new Map<string, readonly Cycle[]>();

/** The cycles of a product, newest first, under the name of its image; empty for unknown ones. */
export function cyclesOf(name: string): readonly Cycle[] {
  let cycles = memo.get(name);
  if (cycles === undefined) {
    cycles = rowsOf(END_OF_LIFE, name).map(row => {
      const [product = '', cycle = '', codename = '', released = '', eol = '', extended = '', lts = ''] = row;
      const end = EXTENDED_COUNTS.has(product) && extended !== '' ? extended : eol;
      return {
        product,
        cycle,
        codename: codename.toLowerCase().split(' ')[0] ?? '',
        released,
        end,
        standardEnd: eol,
        isLongTerm: lts !== '',
      };
    });
    if (cycles.length > 0) memo.set(name, cycles);
  }
  return cycles;
}

/** The cycles that a version of a tag may mean: its own, or all within it where it says too little (`7` of `7.4`). */
export function cyclesOfVersion(name: string, version: string): readonly Cycle[] {
  const cycles = cyclesOf(name);
  const own = cycles
    .filter(({ cycle }) => isWithin(version, cycle))
    .toSorted((a, b) => b.cycle.length - a.cycle.length);
  return own.length > 0 ? own.slice(0, 1) : cycles.filter(({ cycle }) => isWithin(cycle, version));
}

export function isOver({ end }: Pick<Cycle, 'end'>, date: string): boolean {
  return end === 'yes' || (end !== 'no' && end < date);
}
