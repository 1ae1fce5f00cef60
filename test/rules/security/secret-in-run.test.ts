import rule from '../../../src/rules/security/secret-in-run.ts';
import { testRule } from '../../support/rule-tester.ts';

// Put together here, so that no scanner takes this file for a leak.
const GITHUB = `ghp_${'a1B2c3D4'.repeat(5)}`;
const AWS = `AKIA${'Q3EGRIJ7VBTC2K5M'}`;
const KEY = `-----BEGIN ${'OPENSSH'} PRIVATE KEY-----`;

testRule(rule, {
  valid: [
    'FROM alpine\nRUN git clone https://$TOKEN@github.com/a/b && git clone https://x:${TOKEN}@github.com/a/b',
    'FROM alpine\nRUN --mount=type=secret,id=t curl -u "me:$(cat /run/secrets/t)" https://example.org',
    'FROM alpine\nRUN SECRET_KEY_BASE=dummy bin/rails assets:precompile',
    'FROM alpine\nRUN SECRET_KEY=build-time-only python manage.py collectstatic',
    'FROM alpine\nRUN psql postgres://postgres:postgres@localhost/app',
    'FROM alpine\nRUN curl -u user:password https://example.com',
    'FROM alpine\nRUN curl --password-file /p --token=$T -p x',
    'FROM php\nRUN ./configure --with-password-argon2 --with-sodium=shared --with-secret yes-please',
    'FROM docker\nRUN cat /run/secrets/p | docker login -u me --password-stdin registry.example.com',
    'FROM docker\nRUN docker run -p 8080:8080 x && helm install -p 123456 y',
    "FROM debian\nRUN useradd --password '$6$abcdef' app",
    'FROM alpine\nRUN tool --password --verbose-output',
    'FROM alpine\nRUN adduser --disabled-password app && useradd --password "*" b',
    'FROM alpine\nRUN echo "export API_TOKEN=<your token>"',
    'FROM alpine\nRUN wget https://example.org/gpg_0123456789abcdef0123456789abcdef01234567',
    'FROM alpine\nRUN apk add x --key-id 4A6A0F2B1C3D4E5F && mkdir -p /app -u 1000:1000000',
    'FROM alpine\nCOPY <<EOF /etc/app.conf\npassword = ${DB_PASSWORD}\nurl = https://user:changeme@host/\nEOF',
    'FROM alpine\nLABEL org.opencontainers.image.source=https://github.com/a/b',
    `FROM alpine\nENV A=${GITHUB}`,
  ],
  invalid: [
    {
      code: `FROM alpine\nRUN git clone \\\n  https://${GITHUB}@github.com/a/b`,
      finds: [['token', GITHUB]],
      says: ['This GitHub token can be read by everybody who has the file or the image.'],
    },
    {
      code: 'FROM alpine\nRUN pip install -i https://ci:hJ6tQ2xW@pypi.acme.io/simple x',
      finds: [['password', 'hJ6tQ2xW']],
      says: ['The password in this URL can be read by everybody who has the file or the image.'],
    },
    {
      code: "FROM alpine\nRUN curl -u me:hJ6tQ2xW https://acme.io && curl -H 'Authorization: Bearer 5f3a9c1e77' https://acme.io",
      finds: [
        ['literal', 'me:hJ6tQ2xW'],
        ['literal', "'Authorization: Bearer 5f3a9c1e77'"],
      ],
      says: [
        'The literal secret in `-u` can be read by everybody who has the file or the image.',
        'The literal secret in `Authorization` can be read by everybody who has the file or the image.',
      ],
    },
    {
      code: 'FROM alpine\nRUN export API_TOKEN=hJ6tQ2xW && tool --password=hJ6tQ2xW --api-key "k9-hJ6tQ2"',
      finds: [
        ['literal', 'API_TOKEN=hJ6tQ2xW'],
        ['literal', '--password=hJ6tQ2xW'],
        ['literal', '"k9-hJ6tQ2"'],
      ],
    },
    {
      code: 'FROM node\nRUN npm config set //npm.acme.io/:_authToken hJ6tQ2xW && npm set //npm.acme.io/:_authToken=hJ6tQ2xW',
      finds: [
        ['literal', 'hJ6tQ2xW'],
        ['literal', '//npm.acme.io/:_authToken=hJ6tQ2xW'],
      ],
    },
    { code: `FROM alpine\nCOPY <<EOF /root/.ssh/id\n${KEY}\nEOF`, finds: [['token', KEY]] },
    { code: `FROM alpine\nCMD ["serve", "--key", "${AWS}"]`, finds: [['token', AWS]] },
    { code: 'FROM docker\nRUN docker login -u me -p hJ6tQ2xW', finds: [['literal', 'hJ6tQ2xW']] },
    { code: `FROM alpine\nONBUILD RUN echo ${GITHUB}`, finds: [['token', GITHUB]] },
  ],
});
