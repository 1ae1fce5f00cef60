import { lastAtMost } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Finding } from './finding.ts';
import type { Fix } from './rule.ts';

/** A finding that is going to be fixed. */
export interface Repair {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** The repairs that clash with none taken before them, the earlier rule's first; the rest wait for the next pass. */
export function compatible(
  findings: readonly Finding[],
  order: ReadonlyMap<string, number>,
  allow: Fix['safety'],
): Repair[] {
  const place = ({ rule }: Finding): number => order.get(rule.id) ?? order.size;
  const taken = takenPlaces();
  const paths = new Set<string>();
  return findings
    .toSorted((a, b) => place(a) - place(b))
    .flatMap((finding): Repair[] => {
      const { fix } = finding;
      if (!fix || (fix.safety === 'unsafe' && allow === 'safe')) return [];
      const spans = fix.edits.map(({ span }) => span);
      const files = fix.files ?? [];
      if (spans.some(span => taken.meets(span)) || files.some(({ path }) => paths.has(path))) return [];
      for (const span of spans) taken.add(span);
      files.forEach(({ path }) => paths.add(path));
      return [{ finding, fix }];
    });
}

/** Spans that do not overlap, kept in order, so that a new one is compared with one neighbour only. */
function takenPlaces(): { meets(span: Span): boolean; add(span: Span): void } {
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    // Spans that only touch also clash: which of two insertions at one offset goes first is not theirs to say.
    meets: ([start, end]) => (ends[lastAtMost(starts, end)] ?? -1) >= start,
    add([start, end]) {
      const at = lastAtMost(starts, start) + 1;
      starts.splice(at, 0, start);
      ends.splice(at, 0, end);
    },
  };
}
