import rule from '../../../src/rules/runtime/expose-missing.ts';
import { testRule } from '../../support/rule-tester.ts';

const head = 'FROM python:3.13-slim\n';

testRule(rule, {
  valid: [
    `${head}EXPOSE 8000\nCMD ["uvicorn", "app:app", "--port", "8000"]`,
    `${head}EXPOSE 8000-8010/tcp\nCMD ["uvicorn", "app:app", "--port=8001"]`,
    `${head}ARG PORT\nEXPOSE $PORT\nCMD ["uvicorn", "app:app", "--port", "8000"]`,
    `${head}CMD uvicorn app:app --port $PORT`,
    `${head}CMD ["gunicorn", "--bind", "127.0.0.1:8000", "app:app"]`,
    `${head}CMD ["worker", "--broker", "redis:6379"]`,
    `${head}CMD ["a", "--port", "99999"]`,
    'FROM nginx\nCMD ["nginx", "--port", "80"]',
    'FROM example.org/base\nCMD ["uvicorn", "app:app", "--port", "8000"]',
  ],
  invalid: [
    {
      code: `${head}CMD ["uvicorn", "app:app", "--port", "8000"]`,
      finds: [['missing', '"8000"']],
      says: ['The program listens on port 8000, and no EXPOSE says so to people, `docker run -P` and proxies.'],
    },
    {
      code: `${head}EXPOSE 80\nENTRYPOINT gunicorn -b :8000 --bind=0.0.0.0:8000 app:app`,
      finds: [['missing', ':8000']],
    },
    { code: `${head}CMD ["./manage.py", "runserver", "0.0.0.0:8000"]`, finds: [['missing', '"0.0.0.0:8000"']] },
    { code: `${head}CMD ["a", "--http-port=8080"]`, finds: [['missing', '"--http-port=8080"']] },
  ],
});
