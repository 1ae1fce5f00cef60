import rule from '../../../src/rules/reproducibility/gem-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM ruby\nRUN gem install rake:13.3.0',
    'FROM ruby\nRUN gem install rake -v 13.3.0',
    "FROM ruby\nRUN gem install rake --version '~> 13'",
    'FROM ruby\nRUN gem install ./x.gem',
    'FROM ruby\nRUN bundle install',
    'FROM ruby\nARG V\nRUN gem install rake:$V',
    { code: 'FROM ruby\nRUN gem install rake bundler:2.7', options: { allow: ['*'] } },
  ],
  invalid: [
    {
      code: 'FROM ruby\nRUN gem install rake bundler:2.7',
      finds: [['unpinned', 'gem install']],
      says: ['No version is named for `rake`: the same Dockerfile installs another one on another day.'],
    },
    { code: 'FROM ruby\nRUN gem install $NAME', options: { variables: true }, finds: [['unpinned', 'gem install']] },
  ],
});
