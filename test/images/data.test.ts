import { expect, it } from 'vitest';
import { END_OF_LIFE } from '../../src/images/data/end-of-life.ts';
import { OFFICIAL_IMAGES } from '../../src/images/data/official-images.ts';
import { rowsOf } from '../../src/images/data/rows.ts';
import { tableProblems } from '../../src/images/data/table-problems.ts';
import { FAMILIES } from '../../src/images/families/index.ts';
import { productName } from '../../src/images/product-names.ts';

it('has tables in shape', () => {
  expect(tableProblems()).toEqual([]);
});

it('reads the rows of one key, whatever stands around them', () => {
  const table = '\na\t1\tx y\nab\t2\tz\na\t3\t\n';
  expect(rowsOf(table, 'a')).toEqual([
    ['1', 'x y'],
    ['3', ''],
  ]);
  expect(rowsOf(table, 'c')).toEqual([]);
});

it('names no image in two families', () => {
  const names = FAMILIES.flatMap(({ names: own = [] }) => own);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('has official tags for the official images that are not retired', () => {
  const official = FAMILIES.flatMap(({ names = [] }) => names.filter(name => !name.includes('/')));
  const missing = official.filter(name => rowsOf(OFFICIAL_IMAGES, name).length === 0);
  expect(missing).toEqual(['centos', 'scratch']);
});

it('knows how every product is written', () => {
  const products = END_OF_LIFE.trim()
    .split('\n')
    .map(line => line.split('\t')[1] ?? '');
  const asFiled = new Set(products.filter(product => productName(product) === product));
  expect([...asFiled]).toEqual(['nginx']);
});
