import { cleanPath } from '../../context/clean-path.ts';
import { escapesContext } from '../../context/copy-match.ts';
import { localSources } from '../../context/local-sources.ts';
import { defineRule } from '../../engine/rule.ts';

export default defineRule({
  id: 'copy-outside-context',
  summary: 'A build sees nothing outside its context',
  category: 'correctness',
  severity: 'error',
  applies: 'any',

  messages: {
    outside:
      '`{path}` leads out of the build context, where a build cannot look: Docker takes `{read}` in the context instead.',
  },

  check({ instructions }, report) {
    for (const instruction of instructions) {
      for (const { word, path } of localSources(instruction)) {
        if (!escapesContext(path)) continue;
        report('outside', { at: word.span, data: { path, read: cleanPath(`/${path}`) } });
      }
    }
  },
});
