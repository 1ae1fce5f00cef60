import rule from '../../../src/rules/shell/literal-tilde.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM alpine\nRUN mkdir ~/a ~/"b c" && cd ~ && ls "$HOME/a"',
    'FROM alpine\nRUN X=~/a; ls "a~/b" a"~/b"',
    "FROM alpine\nRUN echo '~/.bashrc is read' && sed -i '~/x/d' f && grep '~/a' f",
    'FROM alpine\nRUN su me -c "~/install.sh"',
    'FROM alpine\nRUN bash -c "~/install.sh"',
    'FROM alpine\nRUN cp "~me" x && rm "~"x',
    'FROM alpine\nRUN ["ls", "~/a"]',
    'FROM alpine\nWORKDIR "~/a"',
  ],
  invalid: [
    {
      code: 'FROM alpine\nRUN mkdir -p "~/.ssh" && touch \'~/.ssh/known_hosts\'',
      finds: [
        ['literal', '~'],
        ['literal', '~'],
      ],
      says: [
        'Inside quotes `~` is no home directory but a directory of that name.',
        'Inside quotes `~` is no home directory but a directory of that name.',
      ],
      fixed: null,
    },
    {
      code: 'FROM alpine\nRUN DIR="~/a" && export B="~/b" && ls "$DIR"',
      finds: [
        ['literal', '~'],
        ['literal', '~'],
      ],
      fixed: null,
    },
  ],
});
