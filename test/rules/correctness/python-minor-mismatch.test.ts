import rule from '../../../src/rules/correctness/python-minor-mismatch.ts';
import { testRule } from '../../support/rule-tester.ts';

const build = (tag: string, rest: string): string => `FROM python:${tag} AS build\nRUN pip install x\n${rest}`;

testRule(rule, {
  valid: [
    build(
      '3.13',
      'FROM python:3.13-slim\nCOPY --from=build /usr/local/lib/python3.13/site-packages /usr/local/lib/python3.13/site-packages',
    ),
    build('3.13', 'FROM python:3.12\nCOPY --from=build /app /app'),
    build('3.13', 'FROM python:3.13-slim\nCOPY --from=build /opt/venv /opt/venv'),
    build('3', 'FROM python:3.12-slim\nCOPY --from=build /opt/venv /opt/venv'),
    build('3.12', 'FROM acme/python\nCOPY --from=build /opt/venv /opt/venv'),
    build(
      '3.13',
      'FROM gcr.io/distroless/python3-debian13\nENV PYTHONPATH=/deps\nCOPY --from=build /usr/local/lib/python3.13/site-packages /deps',
    ),
    build(
      '3.13',
      'FROM gcr.io/distroless/python3-debian13\nENV PYTHONPATH=/usr/local/lib/python3.13/site-packages\nCOPY --from=build /usr/local/lib/python3.13/site-packages /usr/local/lib/python3.13/site-packages',
    ),
    'FROM python:3.12 AS build\nRUN pip install uv && uv venv /venv --python 3.13\nFROM python:3.13\nCOPY --from=build /venv /venv',
    'FROM python:3.13\nCOPY venv /venv',
    'ARG V=3.12\nFROM python:$V AS build\nFROM python:3.13\nCOPY --from=build /app /app',
  ],
  invalid: [
    {
      code: 'FROM python:3.12-slim AS build\nRUN pip install --prefix=/install x\nFROM gcr.io/distroless/python3-debian12\nENV PYTHONPATH=/app\nCOPY --from=build /install /usr/local',
      finds: [['venv', '/install']],
    },
    {
      code: 'FROM python:3.12-slim AS build\nRUN pip install --user x\nFROM python:3.13-slim\nCOPY --from=build /root/.local /root/.local',
      finds: [['venv', '/root/.local']],
    },
    {
      code: build(
        '3.12',
        'FROM python:3.13-slim\nCOPY --from=build /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages',
      ),
      finds: [['folder', '/usr/local/lib/python3.12/site-packages']],
      says: [
        '`/usr/local/lib/python3.12/site-packages` is for Python 3.12, and this stage runs 3.13, which does not look there.',
      ],
    },
    {
      code: build(
        '3.13',
        'FROM python:3.13-slim\nCOPY --from=build /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages',
      ),
      finds: [['source', '/usr/local/lib/python3.12/site-packages']],
      says: ['`/usr/local/lib/python3.12/site-packages` is not there: the stage `build` has Python 3.13.'],
    },
    {
      code: build(
        '3.12',
        'RUN python -m venv /deps\nFROM gcr.io/distroless/python3-debian13\nCOPY --from=build /deps /deps',
      ),
      finds: [['venv', '/deps']],
      says: ['`/deps` was made by Python 3.12, and this stage runs 3.13, which does not look into its packages.'],
    },
    { code: build('3.12', 'FROM python:3.13\nCOPY --from=0 /app/.venv /app/.venv'), finds: [['venv', '/app/.venv']] },
    {
      code: build(
        '3.13',
        'FROM gcr.io/distroless/python3-debian13\nCOPY --from=build /usr/local/lib/python3.13/site-packages /usr/local/lib/python3.13/site-packages',
      ),
      finds: [['layout', '/usr/local/lib/python3.13/site-packages']],
      says: [
        "Debian's Python looks into dist-packages, and no PYTHONPATH names `/usr/local/lib/python3.13/site-packages`.",
      ],
    },
  ],
});
