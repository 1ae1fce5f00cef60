/** Compares dotted versions number by number; what one lacks counts as less. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [numbersOf(left), numbersOf(right)];
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a version is a bound or later; undefined where it says too little (`3` against `3.13`). */
export function isAtLeast(version: string, bound: string): boolean | undefined {
  const [numbers, wanted] = [numbersOf(version), numbersOf(bound)];
  for (const [index, number] of wanted.entries()) {
    const own = numbers[index];
    if (own === undefined) return wanted.slice(index).every(rest => rest === 0) ? true : undefined;
    if (own !== number) return own > number;
  }
  return true;
}

/** Whether a version is a cycle or one of its releases: `3.12.1` is within `3.12`, `3.1` is not within `3.12`. */
export function isWithin(version: string, cycle: string): boolean {
  return version === cycle || version.startsWith(`${cycle}.`);
}

function numbersOf(version: string): number[] {
  return version.split('.').map(Number);
}
