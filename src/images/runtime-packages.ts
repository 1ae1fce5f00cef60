import { rowsOf } from './data/rows.ts';
import { RUNTIME_PACKAGES } from './data/runtime-packages.ts';

const SUITES = ['bookworm', 'trixie'];
const DEEPEST = 3;

/** Their libraries are in every image of Debian: libc6 and zlib1g. */
const ALWAYS_THERE: ReadonlySet<string> = new Set(['libc6-dev', 'zlib1g-dev']);

/**
 * The runtime packages of a Debian `-dev` package in a suite (`bookworm`, `trixie`). Undefined for packages and suites that
 * the table does not have, and where it has no answer.
 */
export function runtimePackages(devPackage: string, suite: string): readonly string[] | undefined {
  return find(devPackage, suite, DEEPEST);
}

function find(devPackage: string, suite: string, depth: number): readonly string[] | undefined {
  const column = SUITES.indexOf(suite);
  if (ALWAYS_THERE.has(devPackage) && column !== -1) return [];
  const [row] = rowsOf(RUNTIME_PACKAGES, devPackage);
  const cell = column === -1 ? undefined : row?.[column];
  if (cell === undefined || depth === 0) return undefined;
  if (!cell.startsWith('->')) return cell.split(' ');

  const others = cell
    .slice(2)
    .split(' ')
    .filter(name => name !== '');
  const found = others.map(other => find(other, suite, depth - 1));
  const all = found.flatMap(packages => packages ?? []);
  return others.length > 0 && found.every(packages => packages !== undefined) ? all : undefined;
}
