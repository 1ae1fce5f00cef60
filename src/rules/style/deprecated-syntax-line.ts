import { defineRule } from '../../engine/rule.ts';

const OLD = /^(?:docker\.io\/)?(docker\/dockerfile(?:-upstream)?):((?:[\w.]+-)?experimental)(@sha256:[0-9a-f]+)?$/;

export default defineRule({
  id: 'deprecated-syntax-line',
  summary: 'Use a syntax that still gets fixes',
  category: 'style',
  severity: 'info',
  applies: 'any',
  fixable: 'safe',

  messages: {
    experimental:
      'The syntax `{tag}` ended in 2021: what it tried out is in `docker/dockerfile:1`, which goes on getting fixes.',
  },

  check({ directives }, report) {
    for (const { name, value, valueSpan } of directives) {
      const [, image, tag, digest] = OLD.exec(value) ?? [];
      if (name !== 'syntax' || tag === undefined) continue;
      const safety = image === 'docker/dockerfile' && digest === undefined ? 'safe' : 'unsafe';
      const edits = [{ span: valueSpan, text: 'docker/dockerfile:1' }];
      report('experimental', {
        at: valueSpan,
        data: { tag },
        fix: { title: 'Use docker/dockerfile:1', safety, edits },
      });
    }
  },
});
