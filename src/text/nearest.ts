/** Fewest letters of a word that is taken for the beginning of another. */
const SHORTENED = 3;

/**
 * The candidate that a misspelt word most likely means: at most a third of its letters differ (swapped neighbours
 * count as one), or it is cut short (`warn`); undefined where none is that near. Letter case does not count.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    // Of two that are as near, the one that goes on as the word began.
    const bonus = known.startsWith(wanted) ? 0.5 : 0;
    const isShort = wanted.length >= SHORTENED && bonus > 0;
    if (!isShort && Math.abs(known.length - wanted.length) - bonus >= bestDistance) continue;
    const distance = (isShort ? 1 : editDistance(wanted, known)) - bonus;
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Letters to insert, remove, replace or swap with their neighbour to get from one word to the other. */
export function editDistance(a: string, b: string): number {
  let twoBack: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let least = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + cost,
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, (twoBack[column - 2] ?? 0) + 1);
      current.push(least);
    }
    [twoBack, previous] = [previous, current];
  }
  return previous[b.length] ?? 0;
}
