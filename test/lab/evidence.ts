import type { Failure, Side, Trial } from './trial.ts';
import { faults } from './trial.ts';

const HEAD = [
  'app',
  'language',
  'rung',
  'final base',
  'MB',
  'user',
  'steps after an edit',
  'rebuild, s',
  'stops in, s',
  'works',
];

const BEGIN = '<!-- written by npm run lab -->';
const END = '<!-- end -->';

/** The page with the table of these trials between its marks. */
export function withTable(page: string, trials: readonly Trial[]): { readonly text: string; readonly table: string } {
  const [start, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (start === -1 || end < start)
    throw new Error(`the page of evidence has no place for the table: ${BEGIN} … ${END}`);
  const text = `${page.slice(0, start)}${BEGIN}\n\n${table(trials)}\n\n${page.slice(end)}`;
  return { text, table: table(trials) };
}

/** The table of all trials in Markdown: each cell says before → after. */
function table(trials: readonly Trial[]): string {
  const rows = trials.map(trial => [
    trial.app.name,
    trial.app.language,
    trial.rung ?? '',
    ...COLUMNS.map(of => pairCell(trial, of)),
    faults(trial).join('; ') || 'yes',
  ]);
  return [HEAD, HEAD.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

type Column = (side: Side) => string;

const COLUMNS: readonly Column[] = [
  side => `\`${side.base}\``,
  side => (side.image.bytes / 1e6).toFixed(0),
  side => (['', '0'].includes(side.image.user) ? 'root' : side.image.user),
  side => `${side.rerun} of ${side.steps}`,
  side => side.rebuildSeconds.toFixed(1),
  side => side.answers.stopSeconds?.toFixed(1) ?? '',
];

function pairCell({ before, after }: Trial, column: Column): string {
  const [first, second] = [cell(before, column), cell(after, column)];
  return first === second ? first : `${first} → ${second}`;
}

function cell(side: Side | Failure, column: Column): string {
  return 'broken' in side ? '–' : column(side);
}
