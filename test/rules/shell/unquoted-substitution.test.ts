import rule from '../../../src/rules/shell/unquoted-substitution.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM php:8.4\nRUN if [ $(php -r "echo PHP_MAJOR_VERSION;") = "8" ]; then pecl install redis; fi',
    'FROM alpine\nRUN make -j$(nproc || sysctl -n hw.ncpu || echo 1)',
    'FROM alpine\nRUN wget "https://example.org/$(cat version)/x"',
    'FROM alpine\nRUN make -j$(nproc) && make -j $(getconf _NPROCESSORS_ONLN)',
    'FROM debian\nRUN apt-get install -y linux-headers-$(uname -r) && wget https://example.org/$(dpkg --print-architecture)',
    'FROM debian\nRUN echo "deb https://example.org $(lsb_release -cs) main" && echo x-$(lsb_release -cs) a-$(date +%F)',
    'FROM alpine\nARG V=1.2.3\nRUN wget https://example.org/$(echo $V | cut -d. -f1)/x',
    'FROM debian\nRUN apt-get install -y $(cat packages.txt)',
    "FROM alpine\nRUN ./configure $(test -e /x && echo '--with-lto')",
    'FROM alpine\nRUN v=$(cat version) && for f in $(ls); do echo "$f"; done',
    'FROM alpine\nRUN test "$(cat x)" = y',
    '# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nRUN echo x-$(cat y)',
  ],
  invalid: [
    {
      code: 'FROM alpine\nRUN wget https://example.org/$(cat version)/x',
      finds: [['unquoted', '$(cat version)']],
      says: [
        'The shell splits what `$(cat version)` prints at blanks and expands globs in it, since no quotes hold it together.',
      ],
      fixed: null,
    },
    {
      code: 'FROM alpine\nRUN curl -O https://example.org/`curl -s https://example.org/LATEST`/x.zip && [ $(cat a) = b ]',
      finds: [
        ['unquoted', '`curl -s https://example.org/LATEST`'],
        ['unquoted', '$(cat a)'],
      ],
      fixed: null,
    },
    {
      code: 'FROM alpine\nRUN rm $(find / -name x)',
      options: { all: true },
      finds: [['unquoted', '$(find / -name x)']],
      fixed: null,
    },
  ],
});
