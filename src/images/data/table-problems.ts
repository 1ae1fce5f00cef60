import { END_OF_LIFE, END_OF_LIFE_AS_OF } from './end-of-life.ts';
import { OFFICIAL_IMAGES, OFFICIAL_IMAGES_AS_OF } from './official-images.ts';
import { allRows } from './rows.ts';
import { RUNTIME_PACKAGES } from './runtime-packages.ts';
import { SONAMES } from './sonames.ts';

const NAME = /^[a-z0-9][a-z0-9._/+-]*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const END = /^(?:\d{4}-\d\d-\d\d|yes|no)$/;

/** What is wrong with the shape of the tables, one sentence each; empty where all is well. */
export function tableProblems(): string[] {
  const dates = { OFFICIAL_IMAGES_AS_OF, END_OF_LIFE_AS_OF };
  return [
    ...Object.entries(dates).flatMap(([name, date]) => (DATE.test(date) ? [] : [`${name} is no date: ${date}.`])),
    ...badRows('official-images', OFFICIAL_IMAGES, isOfficialImage),
    ...badRows('end-of-life', END_OF_LIFE, isCycle),
    ...badRows('sonames', SONAMES, row => row.length === 2 && NAME.test(row[0] ?? '')),
    ...badRows('runtime-packages', RUNTIME_PACKAGES, row => row.length === 3 && row.every(cell => cell !== '')),
  ];
}

function badRows(name: string, table: string, isGood: (row: readonly string[]) => boolean): string[] {
  if (!table.startsWith('\n') || !table.endsWith('\n')) return [`${name} does not begin and end with a line end.`];
  const rows = allRows(table);
  if (rows.length < 5) return [`${name} has lost its rows.`];
  return rows.flatMap((row, index) =>
    isGood(row) ? [] : [`${name}, row ${index + 1}: ${row.join(' ').slice(0, 80)}`],
  );
}

function isOfficialImage([name = '', set = '', words = '', ...more]: readonly string[]): boolean {
  if (more.length > 0 || !/^\d+$/.test(set) || words === '') return false;
  if (name === '=') return words.split(' ').every(architecture => NAME.test(architecture));
  const known = OFFICIAL_IMAGES.includes(`\n=\t${set}\t`);
  return known && NAME.test(name) && words.split(' ').every(tag => TAG.test(tag));
}

function isCycle(row: readonly string[]): boolean {
  const [image = '', product = '', cycle = '', , released = '', eol = '', extended = '', lts = '', ...more] = row;
  const named = NAME.test(image) && NAME.test(product) && cycle !== '';
  const dated = [released, extended, lts].every(date => date === '' || END.test(date)) && END.test(eol);
  return more.length === 0 && row.length === 8 && named && dated;
}
