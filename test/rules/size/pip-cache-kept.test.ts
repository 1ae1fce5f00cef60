import rule from '../../../src/rules/size/pip-cache-kept.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM python\nRUN pip install --no-cache-dir flask',
    'FROM python\nRUN pip --no-cache-dir install flask',
    'FROM python\nENV PIP_NO_CACHE_DIR=1\nRUN pip install flask',
    // pip takes every boolean for yes here.
    'FROM python\nENV PIP_NO_CACHE_DIR=off\nRUN pip install flask',
    'FROM python AS a\nARG PIP_NO_CACHE_DIR=1\nFROM python AS b\nENV PIP_NO_CACHE_DIR=$UNKNOWN\nRUN pip install flask',
    'FROM python\nRUN PIP_NO_CACHE_DIR=1 pip install flask',
    'FROM python\nRUN --mount=type=cache,target=/root/.cache/pip pip install flask',
    'FROM python\nRUN --mount=type=cache,target=/root/.cache pip install flask',
    'FROM python\nUSER app\nRUN --mount=type=cache,target=/home/app/.cache/pip,uid=1000 pip install flask',
    'FROM python\nRUN --mount=type=cache,target=$PIP_CACHE pip install flask',
    'FROM python\nRUN pip install flask && pip cache purge',
    'FROM python\nRUN pip install flask && rm -rf ~/.cache',
    'FROM python\nUSER app\nRUN pip install flask && rm -rf /home/app/.cache/pip',
    'FROM python\nENV PIP_CACHE_DIR=/cache\nRUN pip install flask',
    'FROM python\nRUN pip install --cache-dir /cache flask',
    'FROM python\nRUN pip install --no-index --find-links /wheels flask',
    'FROM python\nRUN pip install --no-deps ./dist/app.whl',
    'FROM python\nRUN pipx install flask && pipenv install flask && uv pip install flask',
    'FROM python AS build\nRUN pip install flask\nFROM python\nCOPY --from=build /venv /venv',
    'FROM python\nRUN pip uninstall -y flask',
  ],
  invalid: [
    {
      code: 'FROM python\nRUN pip install flask',
      finds: [['kept', 'pip install']],
      says: ['`pip install` keeps what it downloads in its cache, which nothing in the image reads again.'],
      fixed: 'FROM python\nRUN pip install --no-cache-dir flask',
    },
    {
      code: 'FROM python\nRUN pip3.12 install -U pip && \\\n    python3 -m pip install \\\n      -r requirements.txt',
      finds: [
        ['kept', 'pip3.12 install'],
        ['kept', 'pip install'],
      ],
      fixed:
        'FROM python\nRUN pip3.12 install --no-cache-dir -U pip && \\\n    python3 -m pip install --no-cache-dir \\\n      -r requirements.txt',
    },
    {
      code: 'FROM python\nRUN pip install flask && pip cache purge',
      options: { cleaned: true },
      finds: [['kept', 'pip install']],
      fixed: 'FROM python\nRUN pip install --no-cache-dir flask && pip cache purge',
    },
    {
      code: 'FROM python\nRUN ["pip", "install", "flask"]',
      finds: [['kept', '"pip", "install"']],
      fixed: 'FROM python\nRUN ["pip", "install", "--no-cache-dir", "flask"]',
    },
    {
      code: 'FROM python\nENV PIP_NO_CACHE_DIR=\nRUN /venv/bin/pip install .',
      finds: [['kept', '/venv/bin/pip install']],
      fixed: 'FROM python\nENV PIP_NO_CACHE_DIR=\nRUN /venv/bin/pip install --no-cache-dir .',
    },
    {
      code: 'FROM python\nRUN --mount=type=cache,target=/var/cache/apt pip install flask',
      finds: [['kept', 'pip install']],
      fixed: 'FROM python\nRUN --mount=type=cache,target=/var/cache/apt pip install --no-cache-dir flask',
    },
  ],
});
