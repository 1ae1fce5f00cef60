import { strings } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { packageOperations } from '../../shell/operations.ts';
import { matchesWhole } from '../../text/glob.ts';

export default defineRule({
  id: 'forbidden-package',
  summary: 'Install no package that the policy forbids',
  category: 'security',
  severity: 'error',
  applies: 'any',
  options: {
    deny: strings({ about: 'Globs of packages, whatever installs them: `telnet`, `openssh-*`.', default: [] }),
  },

  messages: {
    denied: 'The package `{name}` is one that the policy of this project forbids.',
  },

  check({ instructions }, report, { deny }) {
    if (deny.length === 0) return;
    for (const { action, packages } of instructions.flatMap(packageOperations)) {
      if (action !== 'install') continue;
      for (const { name, word } of packages) {
        if (name === undefined || !deny.some(glob => matchesWhole(glob, name))) continue;
        report('denied', { at: word.span, data: { name } });
      }
    }
  },
});
