import { SEVERITIES, type Rule } from '../engine/rule.ts';
import type { Options } from '../engine/options.ts';
import { KEYS, POLICIES, POLICY_NAMES, PRAGMA_KEYS } from './keys.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The JSON Schema (draft 7, as editors read it) of a configuration file, computed from the rules. */
export function configSchema(rules: readonly Rule[]): Schema {
  const texts = { type: 'array', items: { type: 'string' } };
  const ruleSettings = {
    type: 'object',
    properties: ruleSchemas(rules),
    additionalProperties: { $ref: '#/definitions/level' },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Plimsoll',
    type: 'object',
    additionalProperties: false,
    definitions: { level: { enum: ['on', 'off', ...SEVERITIES] }, rules: ruleSettings },
    properties: {
      $schema: { type: 'string' },
      extends: {
        description: 'Presets, and configuration files that this one builds on.',
        anyOf: [{ type: 'string' }, texts],
      },
      ...properties(KEYS),
      rules: { description: 'What single rules do, by id or alias.', $ref: '#/definitions/rules' },
      overrides: { description: 'Settings for some files.', type: 'array', items: overrideSchema() },
      pragmas: section('Comments that silence rules.', properties(PRAGMA_KEYS)),
      policies: section('What your organisation demands.', policySchemas()),
    },
  };
}

function section(description: string, contents: Schema): Schema {
  return { description, type: 'object', additionalProperties: false, properties: contents };
}

function overrideSchema(): Schema {
  const texts = { type: 'array', items: { type: 'string' } };
  const { 'trusted-registries': registries, 'label-schema': labels, 'strict-labels': strict } = KEYS;
  return {
    type: 'object',
    additionalProperties: false,
    required: ['files'],
    properties: {
      files: { description: 'Globs of the files.', anyOf: [{ type: 'string' }, texts] },
      rules: { $ref: '#/definitions/rules' },
      ...properties({ 'trusted-registries': registries, 'label-schema': labels, 'strict-labels': strict }),
    },
  };
}

function policySchemas(): Schema {
  const own = Object.entries(POLICIES).map(([key, { option }]) => [key, option] as const);
  const renamed = Object.entries(POLICY_NAMES).map(([key, plain]) => [key, KEYS[plain]] as const);
  const schemas = properties(Object.fromEntries([...own, ...renamed]));
  const labels = schemas['required-labels'];
  return { ...schemas, 'required-labels': { anyOf: [labels, { type: 'array', items: { type: 'string' } }] } };
}

function ruleSchemas(rules: readonly Rule[]): Schema {
  const entries = rules.map(rule => [rule.id, { description: `${rule.summary}.`, ...ruleSchema(rule) }] as const);
  return Object.fromEntries(entries);
}

function ruleSchema({ options }: Rule): Schema {
  const level = { $ref: '#/definitions/level' };
  if (Object.keys(options).length === 0)
    return { anyOf: [level, { type: 'array', items: [level], minItems: 1, maxItems: 1 }] };
  const values = { type: 'object', additionalProperties: false, properties: properties(options) };
  return { anyOf: [level, { type: 'array', items: [level, values], minItems: 1, maxItems: 2 }] };
}

function properties(options: Options): Schema {
  return Object.fromEntries(
    Object.entries(options).map(([key, { about, schema, default: value }]) => [
      key,
      { description: about, ...schema, default: value },
    ]),
  );
}
