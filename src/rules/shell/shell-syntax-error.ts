import { defineRule } from '../../engine/rule.ts';
import type { Script } from '../../shell/model.ts';
import { plainScripts } from '../../shell/unquoted.ts';

/** What only shells beyond sh know; in sh it is other words, or another rule's matter. */
const BEYOND_SH = /\[\[|\]\]|arithmetic command|process substitution|array|extended glob/;

export default defineRule({
  id: 'shell-syntax-error',
  summary: 'What the shell cannot parse fails the build',
  category: 'shell',
  severity: 'error',
  applies: 'any',
  aliases: [
    'SC1072',
    'SC1073',
    'SC1009',
    'SC1046',
    'SC1047',
    'SC1050',
    'SC1053',
    'SC1054',
    'SC1056',
    'SC1058',
    'SC1061',
    'SC1062',
    'SC1064',
    'SC1070',
    'SC1081',
    'SC1088',
    'SC1089',
  ],
  hadolint: 'error',

  messages: {
    unparsable: 'The shell cannot parse this script: {fault}.',
  },

  check({ instructions }, report) {
    for (const script of instructions.flatMap(plainScripts)) {
      const error = firstError(script);
      if (error === undefined) continue;
      report('unparsable', { at: error.span, data: { fault: error.message } });
    }
  },
});

function firstError({ ast, errors, shell, source }: Script): Script['errors'][number] | undefined {
  const [error] = errors;
  if (error === undefined || (shell !== 'bash' && shell !== 'ksh' && BEYOND_SH.test(error.message))) return undefined;
  const here = ast?.errors?.find(({ message }) => message === error.message);
  if (here === undefined) return error;
  // Blanks before what is wrong are no fault; what is missing at the end is shown at the last character there is.
  const { text } = source;
  const next = text.slice(here.pos).search(/\S/);
  const at = next === -1 ? Math.max(0, text.trimEnd().length - 1) : here.pos + next;
  return { message: error.message, span: source.sourceSpan([at, at + 1]) };
}
