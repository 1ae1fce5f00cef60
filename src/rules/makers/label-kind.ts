import { labelsOf } from '../../dockerfile/labels.ts';
import { defineRule, type Rule } from '../../engine/rule.ts';

interface Spec {
  readonly id: string;
  readonly summary: string;
  readonly alias: string;
  /** The kind in the configuration's `label-schema`. */
  readonly kind: string;
  /** What a value is, as the message calls it. */
  readonly name: string;
  readonly isValid: (value: string) => boolean;
}

/** A rule on the values of the labels that the `label-schema` gives one kind. Empty values are label-empty's. */
export function labelKind({ id, summary, alias, kind, name, isValid }: Spec): Rule {
  return defineRule({
    id,
    summary,
    category: 'labels',
    severity: 'warning',
    recommended: false,
    applies: 'any',
    aliases: [alias],
    hadolint: 'warning',

    messages: {
      invalid: 'The label `{label}` has to be {name} by the label schema, and `{value}` is none.',
    },

    check({ instructions }, report, _options, { labelSchema }) {
      for (const { name: label, value = '', pair } of instructions.flatMap(labelsOf)) {
        const isAsked = Object.hasOwn(labelSchema, label) && labelSchema[label] === kind;
        if (isAsked && value !== '' && !isValid(value))
          report('invalid', { at: pair.value.span, data: { label, name, value } });
      }
    },
  });
}
