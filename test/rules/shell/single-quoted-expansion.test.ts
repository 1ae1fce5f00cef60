import rule from '../../../src/rules/shell/single-quoted-expansion.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nARG V=1\nRUN wget "https://example.org/$V/x"',
    // Whoever reads the file expands it.
    "FROM alpine\nENV A=1\nRUN echo 'export PATH=$PATH:$A' >> ~/.profile && { echo '$A'; } > f && echo '$A' | tee f",
    // The command expands it.
    "FROM alpine\nENV A=1\nRUN sh -c 'echo $A' && awk '{ print $1, $A }' f && sed 's/$A/x/' f && perl -e 'print $A'",
    "FROM alpine\nENV A=1\nRUN envsubst '$A' < in > out && find . -exec sh -c 'echo $A' \\; && su me -c 'echo $A'",
    "FROM alpine\nENV A=1\nRUN trap 'rm $A' EXIT && dpkg-query -f '${A}' -W && jq '$A' && xargs -I{} sh -c '$A'",
    // Nothing says that there is such a variable.
    "FROM alpine\nRUN tool --format '$name: ${count}' 'a$1' '$(x)'",
    'FROM alpine\nENV A=1\nRUN echo \\$A',
    'FROM alpine\nENV A=1\nSHELL ["pwsh", "-c"]\nRUN echo \'$A\'',
    { code: "FROM alpine\nRUN awk '{ print $1 }' f", options: { all: true } },
  ],
  invalid: [
    {
      code: "FROM alpine\nARG V=1\nRUN wget 'https://example.org/$V/x'",
      finds: [['literal', '$V']],
      says: ['`$V` stays as it is written, since single quotes keep the shell from expanding it.'],
      fixed: null,
    },
    {
      code: "FROM alpine\nENV V=1\nRUN dir=/opt; \\\n  echo 'Building ${V}' && mkdir -p '$dir/x'",
      finds: [
        ['literal', '${V'],
        ['literal', '$dir'],
      ],
      fixed: null,
    },
    {
      code: "FROM alpine\nRUN echo 'export PATH=$PATH:/x' >> ~/.profile",
      options: { all: true },
      finds: [['literal', '$PATH']],
      fixed: null,
    },
  ],
});
