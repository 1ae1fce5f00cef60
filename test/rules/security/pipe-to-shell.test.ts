import rule from '../../../src/rules/security/pipe-to-shell.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM debian\nRUN curl -fsSLo x.sh https://example.org/x.sh && echo "abc  x.sh" | sha256sum -c && sh x.sh',
    'FROM debian\nRUN curl https://example.org/key.asc | gpg --dearmor > /k.gpg',
    'FROM debian\nRUN curl https://example.org/a.tgz | tar xz',
    'FROM debian\nRUN curl https://example.org/a.json | python3 -m json.tool',
    'FROM debian\nRUN curl https://example.org/a.json | python3 -c "import sys"',
    'FROM debian\nRUN curl https://example.org/list | sh install.sh',
    'FROM debian\nRUN V=$(curl -s https://example.org/version) && sh install.sh $V',
    'FROM debian\nRUN bash -c "apt-get update" && curl https://example.org/a -o a',
    'FROM debian\nRUN curl https://raw.githubusercontent.com/a/b/0123456789abcdef0123456789abcdef01234567/i.sh | sh',
    'FROM debian\nRUN echo "curl https://example.org | sh"',
    'FROM debian\nRUN cat install.sh | sh',
    'FROM debian\nRUN curl -fsSLo /bin/wp https://example.org/wp.phar | bash',
    'FROM debian\nRUN wget https://example.org/x.sh | sh',
  ],
  invalid: [
    {
      code: 'FROM debian\nRUN curl -fsSL https://deb.nodesource.com/setup_22.x | bash - && apt-get install -y nodejs',
      finds: [['piped', 'bash']],
      says: [
        'bash runs whatever `deb.nodesource.com` answers on the day of the build, unchecked, and half of it where the connection breaks.',
      ],
    },
    { code: 'FROM debian\nRUN wget -qO- $URL | sudo sh -s -- -y', finds: [['piped', 'sh']] },
    { code: 'FROM debian\nRUN bash <(curl -s https://example.org/x)', finds: [['piped', 'bash']] },
    { code: 'FROM debian\nRUN sh -c "$(curl -fsSL https://example.org/x)"', finds: [['piped', 'sh']] },
    {
      code: 'FROM debian\nRUN sh -c "$(curl -fsSL https://example.org/x) --keep" && curl -o- -L https://example.org/y | bash',
      finds: [
        ['piped', 'sh'],
        ['piped', 'bash'],
      ],
    },
    { code: 'FROM debian\nRUN eval "$(wget -qO- https://example.org/x)"', finds: [['piped', 'eval']] },
    { code: 'FROM debian\nRUN <<EOF\ncurl https://example.org/x \\\n  | tee x.sh | sh\nEOF', finds: [['piped', 'sh']] },
  ],
});
