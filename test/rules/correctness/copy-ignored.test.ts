import rule from '../../../src/rules/correctness/copy-ignored.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nCOPY secret.txt .',
    { code: 'FROM alpine\nCOPY a .', context: { a: '', '.dockerignore': 'b' } },
    { code: 'FROM alpine\nCOPY . .', context: { a: '', '.dockerignore': '*\n!a' } },
    {
      code: 'FROM alpine\nCOPY docs /docs',
      context: { 'docs/a.md': '', 'docs/b.txt': '', '.dockerignore': 'docs/*.md' },
    },
    { code: 'FROM alpine\nCOPY docs /docs', context: { 'docs/a.md': '', '.dockerignore': 'docs\n!docs/a.md' } },
    { code: 'FROM alpine\nCOPY --from=x node_modules /n', context: { '.dockerignore': 'node_modules' } },
    { code: 'FROM alpine\nADD https://example.org/node_modules /n', context: { '.dockerignore': '**/node_modules' } },
    { code: 'FROM alpine\nCOPY $FILE /n', context: { '.dockerignore': '*' } },
    { code: 'FROM alpine\nCOPY *.md /n', context: { 'a.md': '', '.dockerignore': 'b.md' } },
    { code: 'FROM alpine\nCOPY <<node_modules /n\nnode_modules\n', context: { '.dockerignore': '*' } },
  ],
  invalid: [
    { code: 'FROM alpine\nCOPY . /app/', context: { a: '', '.dockerignore': 'b\n**' }, finds: [['ignored', '.']] },
    {
      code: 'FROM alpine\nCOPY a dist /app/',
      context: { a: '', 'dist/app.js': '', '.dockerignore': '# built\ndist\n' },
      finds: [['ignored', 'dist']],
      says: ['`dist` never reaches the build: line 2 of .dockerignore, `dist`, keeps it out.'],
    },
    {
      code: 'FROM alpine\nADD ./docs/a.md "."',
      context: { 'docs/a.md': '', '.dockerignore': '**/*.md' },
      finds: [['ignored', './docs/a.md']],
    },
    {
      code: 'FROM alpine\nCOPY *.md .',
      context: { 'a.md': '', '.dockerignore': '*.md' },
      finds: [['ignored', '*.md']],
    },
    {
      code: 'FROM alpine\nCOPY docs .',
      context: { 'docs/a.md': '', '.dockerignore': '*\n!src' },
      finds: [['ignored', 'docs']],
    },
  ],
});
