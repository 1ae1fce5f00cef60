const MOST_TRIES = 300;

/** A text with as few lines as it takes for the test still to hold, found by leaving out ever smaller pieces. */
export function smallest(text: string, holds: (text: string) => boolean): string {
  let lines = text.split(/(?<=\n)/);
  let tries = 0;
  for (let size = Math.ceil(lines.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < lines.length && tries < MOST_TRIES;) {
      const fewer = lines.toSpliced(at, size);
      tries++;
      if (holds(fewer.join(''))) lines = fewer;
      else at += size;
    }
  }
  return lines.join('');
}
