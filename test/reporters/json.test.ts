import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import schema from '../../schema/report.schema.json' with { type: 'json' };
import { jsonReport } from '../../src/reporters/json.ts';
import { exampleReport } from './example-report.ts';

const ajv = new Ajv({ formats: { uri: text => URL.canParse(text) } });

it('is what its schema says', () => {
  const report = JSON.parse(jsonReport(exampleReport())) as unknown;
  ajv.validate(schema, report);
  expect(ajv.errors).toBe(null);
});

it('has a schema that refuses what is not said in it', () => {
  const report = JSON.parse(jsonReport(exampleReport())) as Record<string, unknown>;
  expect(ajv.validate(schema, { ...report, extra: 1 })).toBe(false);
  expect(ajv.validate(schema, { ...report, version: 2 })).toBe(false);
});
