import rule from '../../../src/rules/runtime/dev-server-in-production.ts';
import { testRule } from '../../support/rule-tester.ts';

const python = 'FROM python:3.13-slim\n';
const node = 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\n';

testRule(rule, {
  valid: [
    `${python}CMD ["gunicorn", "app:app"]`,
    `${python}CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]`,
    `${python}CMD ["python", "manage.py", "migrate"]`,
    `${python}CMD ["flask", "db", "upgrade"]`,
    'FROM ruby:3.4\nCMD ["bundle", "exec", "rails", "server", "-b", "0.0.0.0"]',
    // Images for those who work on the program.
    'FROM python:3.13 AS dev\nCMD ["flask", "run"]',
    `${python}ENV FLASK_DEBUG=1\nCMD ["flask", "run"]`,
    'FROM node:24\nENV NODE_ENV=development\nCMD ["nodemon", "app.js"]',
    `${node}CMD ["npm", "run", "dev"]`,
    { code: `${node}CMD ["npm", "start"]`, context: { 'package.json': '{ "scripts": { "start": "node app.js" } }' } },
    `${node}CMD ["npm", "start"]`,
    `${node}CMD ["node", "watch.js"]`,
    'FROM python:3.13 AS try\nCMD ["flask", "run"]\n\nFROM python:3.13\nCOPY --from=try /a /a\nCMD ["gunicorn", "a"]',
  ],
  invalid: [
    {
      code: `${python}CMD ["flask", "run", "--host=0.0.0.0"]`,
      finds: [['server', '"flask", "run", "--host=0.0.0.0"']],
      says: ['`flask run` starts a development server, which is neither safe nor fast enough for others to use.'],
    },
    { code: `${python}CMD python -u -m flask run`, finds: [['server', 'python -u -m flask run']] },
    {
      code: `${python}ENTRYPOINT ["python3"]\nCMD ["manage.py", "runserver", "0.0.0.0:8000"]`,
      finds: [['server', '"manage.py", "runserver", "0.0.0.0:8000"']],
    },
    {
      code: `${python}CMD poetry run ./manage.py migrate && poetry run ./manage.py runserver`,
      finds: [['server', 'poetry run ./manage.py migrate && poetry run ./manage.py runserver']],
    },
    {
      code: `${python}CMD ["uvicorn", "app:app", "--reload"]`,
      finds: [['reload', '"uvicorn", "app:app", "--reload"']],
      says: [
        '`uvicorn --reload` watches the source and restarts at every change, which costs memory and never happens in an image.',
      ],
    },
    { code: 'FROM php:8.4\nCMD ["php", "artisan", "serve"]', finds: [['server', '"php", "artisan", "serve"']] },
    {
      code: 'FROM ruby:3.4\nCMD bundle exec rails s -e development',
      finds: [['server', 'bundle exec rails s -e development']],
    },
    {
      code: 'FROM node:24\nCMD ["tini", "--", "nodemon", "app.js"]',
      finds: [['reload', '"tini", "--", "nodemon", "app.js"']],
    },
    {
      code: `${node}CMD ["npm", "start"]`,
      context: { 'package.json': '{ "scripts": { "start": "npm run go", "go": "nodemon app.js" } }' },
      finds: [['reload', '"npm", "start"']],
    },
  ],
});
