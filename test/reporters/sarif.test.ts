import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sarifReport } from '../../src/reporters/sarif.ts';
import { applyEdits, type Edit } from '../../src/text/span.ts';
import { folderWith } from '../support/run-program.ts';
import { exampleReport } from './example-report.ts';
import type { Log, Region } from 'sarif';

/** The path of the validator's program; undefined where its package has none for this system. */
const multitool = await import('@microsoft/sarif-multitool').then(
  ({ default: path }) => path,
  () => undefined,
);

// Its package holds programs for three systems only.
it.skipIf(multitool === undefined)(
  'has no error and no warning by the SARIF validator, GitHub’s rules included',
  () => {
    const folder = folderWith({ 'report.sarif': sarifReport(exampleReport()) });
    const output = join(folder, 'checked.sarif');
    const args = ['validate', join(folder, 'report.sarif'), '--rule-kind', 'Sarif;Gh', '--output', output];
    execFileSync(multitool ?? '', args, {
      stdio: 'pipe',
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    });
    const { runs } = JSON.parse(readFileSync(output, 'utf8')) as Log;
    expect(runs[0]?.results?.map(({ ruleId, message }) => [ruleId, message])).toEqual([]);
  },
);

it('says fixes so that applying them by hand gives what --fix writes', () => {
  const report = exampleReport();
  const log = JSON.parse(sarifReport(report)) as Log;
  const [file] = report.files;
  const text = file?.text ?? '';
  const fixes = log.runs[0]?.results?.flatMap(result => result.fixes ?? []) ?? [];
  const replacements = fixes.flatMap(fix => fix.artifactChanges.flatMap(change => change.replacements));
  const byHand = replacements.map(({ deletedRegion, insertedContent }): Edit => ({
    span: [offsetOf(text, deletedRegion, 'start'), offsetOf(text, deletedRegion, 'end')],
    text: insertedContent?.text ?? '',
  }));
  const edits = file?.findings.flatMap(({ fix }) => fix?.edits ?? []) ?? [];
  expect(edits.length).toBe(2);
  expect(applyEdits(text, byHand)).toBe(applyEdits(text, edits));
});

/** Counts as an editor does: lines by LF, a byte order mark no part of the first. */
function offsetOf(text: string, region: Region, which: 'start' | 'end'): number {
  const [line = 1, column = 1] =
    which === 'start' ? [region.startLine, region.startColumn] : [region.endLine, region.endColumn];
  const before = text.split('\n').slice(0, line - 1);
  const mark = line === 1 && text.startsWith('\uFEFF') ? 1 : 0;
  return before.reduce((sum, part) => sum + part.length + 1, 0) + mark + column - 1;
}
