import type { Report } from './report.ts';
import { plural } from './summary.ts';

/** How often each rule was reported, the commonest first. */
export function statistics({ files }: Report): string {
  const counts = new Map<string, number>();
  for (const { rule } of files.flatMap(({ findings }) => findings)) counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
  const rows = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const width = String(rows[0]?.[1] ?? 0).length;
  return [
    ...rows.map(([id, count]) => `${String(count).padStart(width)}  ${id}`),
    plural(rows.length, 'rule'),
    '',
  ].join('\n');
}
