import rule from '../../../src/rules/runtime/python-unbuffered.ts';
import { testRule } from '../../support/rule-tester.ts';

const head = 'FROM python:3.13-slim\n';

testRule(rule, {
  valid: [
    `${head}ENV PYTHONUNBUFFERED=1\nCMD ["python", "app.py"]`,
    `FROM python:3.13 AS base\nENV A=b PYTHONUNBUFFERED=x\n\nFROM base\nCMD ["python", "app.py"]`,
    `${head}CMD ["python", "-u", "app.py"]`,
    `${head}CMD ["python3", "-Bu", "-m", "app"]`,
    `${head}CMD PYTHONUNBUFFERED=1 python app.py`,
    `${head}CMD ["gunicorn", "app:app"]`,
    `${head}CMD ["python", "--version"]`,
    `${head}CMD ["python"]`,
    'FROM example.org/base\nCMD ["python", "app.py"]',
    'FROM python:3.13 AS a\nCMD ["python", "app.py"]\n\nFROM nginx\nCOPY --from=a /a /a',
  ],
  invalid: [
    {
      code: `${head}COPY . .\nCMD ["python", "app.py"]`,
      finds: [['buffered', '"python", "app.py"']],
      says: [
        'Python keeps up to 8 KB of output back where it writes to no terminal, so that logs come late or are lost in a crash.',
      ],
      fixed: `${head}COPY . .\nENV PYTHONUNBUFFERED=1\nCMD ["python", "app.py"]`,
    },
    {
      code: `${head}  ENTRYPOINT ["/usr/local/bin/python3.13", "-B"]\n  # args\n  CMD ["app.py"]`,
      finds: [['buffered', '"app.py"']],
      fixed: `${head}  ENV PYTHONUNBUFFERED=1\n  ENTRYPOINT ["/usr/local/bin/python3.13", "-B"]\n  # args\n  CMD ["app.py"]`,
    },
    // The build would see it.
    { code: `${head}CMD python app.py\nRUN python setup.py`, finds: [['buffered', 'python app.py']], fixed: null },
  ],
});
