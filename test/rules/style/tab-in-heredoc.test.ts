import rule from '../../../src/rules/style/tab-in-heredoc.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nRUN <<-EOF\n\techo a\n\techo b\nEOF',
    'FROM alpine\nRUN <<EOF\necho a\n\techo b\nEOF',
    'FROM alpine\nRUN <<EOF\n  echo a\nEOF',
    // A Makefile.
    'FROM alpine\nCOPY <<EOF Makefile\nall:\n\tmake\nEOF',
    'FROM alpine\nRUN <<EOF\nEOF',
    'FROM alpine\nRUN \\\n\techo a',
  ],
  invalid: [
    {
      code: 'FROM alpine\nRUN <<EOF\n\techo "a"\n\n\t\techo b\nEOF\n',
      finds: [['kept', '<<EOF']],
      says: ['The tab before each line stays in the text: only `<<-EOF` takes tabs out.'],
      fixed: 'FROM alpine\nRUN <<-EOF\n\techo "a"\n\n\t\techo b\nEOF\n',
    },
    {
      code: 'FROM alpine\nRUN cat 3<<"END"\n\ta\nEND\nCOPY <<A /a\n\ta\nA',
      finds: [
        ['kept', '3<<"END"'],
        ['kept', '<<A'],
      ],
      fixed: null,
      fixedUnsafely: 'FROM alpine\nRUN cat 3<<-"END"\n\ta\nEND\nCOPY <<-A /a\n\ta\nA',
    },
    {
      code: 'FROM alpine\nONBUILD RUN <<EOF\n\techo "a\n\tb"\nEOF',
      finds: [['kept', '<<EOF']],
      fixed: null,
      fixedUnsafely: 'FROM alpine\nONBUILD RUN <<-EOF\n\techo "a\n\tb"\nEOF',
    },
  ],
});
