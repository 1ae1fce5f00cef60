import rule from '../../../src/rules/shell/masked-return.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nRUN v="$(cat version)" && export v',
    'FROM alpine\nRUN export A=1 B="$A" C=$((1 + 2))',
    'FROM debian\nRUN export GNUPGHOME="$(mktemp -d)" && export ARCH=$(dpkg --print-architecture)',
    'FROM alpine\nRUN export N=$(nproc); readonly D=$(date +%s)',
    "FROM alpine\nRUN export A='$(cat version)'",
    'FROM alpine\nRUN A=$(cat version) tool',
    'FROM alpine\nRUN ["export", "A=$(cat version)"]',
  ],
  invalid: [
    {
      code: 'FROM alpine\nRUN export VERSION="$(curl -fs https://example.org/latest)" && tool "$VERSION"',
      finds: [['masked', 'VERSION']],
      says: ['`export` succeeds even where the command in `VERSION=` fails, so the build goes on with an empty value.'],
      fixed: null,
    },
    {
      code: 'FROM alpine\nRUN <<EOF\nset -e\nf() { local a b=`cat b` c=x-$(cat c); }\nf\nEOF\n',
      finds: [
        ['masked', 'b'],
        ['masked', 'c'],
      ],
      fixed: null,
    },
    {
      code: 'FROM alpine\nRUN export GNUPGHOME="$(mktemp -d)"',
      options: { all: true },
      finds: [['masked', 'GNUPGHOME']],
      fixed: null,
    },
  ],
});
