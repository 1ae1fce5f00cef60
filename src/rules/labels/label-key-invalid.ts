import { labelsOf } from '../../dockerfile/labels.ts';
import { defineRule } from '../../engine/rule.ts';

// Docker Desktop asks its extensions for labels of its own.
const RESERVED = /^(?:com\.docker\.(?!(?:desktop\.)?extension\.)|io\.docker\.|org\.dockerproject\.)/;
const FORM = /^[a-z](?:[a-z\d._/-]*[a-z\d])?$/;

export default defineRule({
  id: 'label-key-invalid',
  summary: 'Write label names as Docker asks for them',
  category: 'labels',
  severity: 'warning',
  applies: 'any',
  aliases: ['DL3048'],
  hadolint: 'style',

  messages: {
    reserved:
      "`{label}` is in a namespace that Docker keeps for itself; a label's name begins with a domain of its author's.",
    malformed: '`{label}` is no well-formed label name: small letters, digits and single `.` or `-`, a letter first.',
  },

  check({ instructions }, report) {
    for (const { name: label, pair } of instructions.flatMap(labelsOf)) {
      const at = pair.key.span;
      if (RESERVED.test(label)) report('reserved', { at, data: { label } });
      else if (!FORM.test(label) || /\.\.|--/.test(label)) report('malformed', { at, data: { label } });
    }
  },
});
