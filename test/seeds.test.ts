import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plimsoll } from './support/run-program.ts';

const SEEDS = 'test/fixtures/seeds';

// Dockerfiles as people write them after reading about Docker, with what an expert says of each.
describe.each(readdirSync(SEEDS))('%s', seed => {
  it('has the findings that were read and agreed to', async () => {
    const { out } = plimsoll(['--format', 'gnu', '--date', '2026-08-22', '.'], { cwd: `${SEEDS}/${seed}` });
    await expect(out).toMatchFileSnapshot(`expected/seeds/${seed}.txt`);
  });
});
