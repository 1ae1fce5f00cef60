import rule from '../../../src/rules/stages/final-stage-reinstalls.ts';
import { testRule } from '../../support/rule-tester.ts';

const context = {
  'requirements.txt': 'flask==3.1.0\n',
  'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n',
};
const BUILD = 'FROM python:3.12 AS build\nWORKDIR /app\nCOPY . /app\nRUN pip install -r requirements.txt\n';
const LAST = 'FROM python:3.12\nWORKDIR /app\nCOPY --from=build /app /app\n';
const AGAIN = 'RUN pip install -r requirements.txt\nCMD ["python", "app.py"]';

testRule(rule, {
  valid: [
    // What was installed is copied.
    {
      code: `${BUILD.replace('install', 'install --prefix /deps')}${LAST}COPY --from=build /deps /usr/local\nCMD ["python", "app.py"]`,
      context,
    },
    // Wheels are built there, and installed here.
    {
      code: `${BUILD.replace('pip install', 'pip wheel -w /wheels')}FROM python:3.12\nWORKDIR /app\nCOPY --from=build /wheels /wheels\nRUN pip install /wheels/*\nCOPY . .\nCMD ["python", "app.py"]`,
      context,
    },
    // The first stage builds something.
    { code: `${BUILD}RUN python setup.py build\n${LAST}${AGAIN}`, context },
    // Another package manager.
    { code: `${BUILD}FROM node:22\nCOPY --from=build /app /app\nCMD ["node", "x.js"]`, context },
    // Installed once.
    { code: `${BUILD}${LAST}CMD ["python", "app.py"]`, context },
    { code: `${BUILD}CMD ["python", "app.py"]`, context },
  ],
  invalid: [
    // The file alone tells that much, and where the rest of it keeps `optimize` off.
    {
      code: `${BUILD}${LAST}${AGAIN}`,
      finds: [['twice', 'pip install']],
      says: [
        '`pip install` installs again what line 4 installed, and of that stage only the source is copied: it is built for nothing.',
      ],
    },
    // Both stages on the slim image, and a step that is not known: no more is gained than the stage.
    {
      code: `${BUILD}${LAST}${AGAIN}`.replaceAll('3.12', '3.12-slim').replace('CMD', 'RUN ./prepare\nCMD'),
      context,
      finds: [['again', 'pip install']],
      says: [
        '`pip install` installs again what line 4 installed, and of that stage only the source is copied: `plimsoll optimize` does with one install (T0, same image).',
      ],
    },
    {
      code: `${BUILD}${LAST}${AGAIN}`,
      context,
      finds: [['again', 'pip install']],
      says: [
        '`pip install` installs again what line 4 installed, and of that stage only the source is copied: `plimsoll optimize` does with one install (T1, slim).',
      ],
    },
  ],
});
