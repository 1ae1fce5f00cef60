import rule from '../../../src/rules/stages/distroless-candidate.ts';
import { testRule } from '../../support/rule-tester.ts';

const context = {
  'requirements.txt': 'flask==3.1.0\n',
  'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n',
};
const FLASK =
  'FROM python:3.13\nWORKDIR /app\nCOPY requirements.txt ./\nRUN pip install -r requirements.txt\nCOPY . .\n';
const START = 'CMD ["python", "-m", "flask", "run"]';
const go = { 'go.mod': 'module example.com/api\n\ngo 1.26\n', 'main.go': 'package main\n\nfunc main() {}\n' };
const BUILD = 'FROM golang:1.26 AS build\nWORKDIR /src\nCOPY . .\n';

testRule(rule, {
  valid: [
    `${FLASK}${START}`,
    { code: `${FLASK}${START}`, context: {} },
    // Distroless has Python 3.13 only.
    { code: `${FLASK.replace('3.13', '3.12')}${START}`, context },
    // It starts through a shell.
    { code: `${FLASK}CMD flask run --port $PORT`, context },
    // It runs another program.
    {
      code: `${FLASK}${START}`,
      context: { ...context, 'app.py': 'import subprocess\n\nsubprocess.run(["git", "log"])\n' },
    },
    // A package of the distribution is needed at run time.
    {
      code: `${FLASK.replace('WORKDIR', 'RUN apt-get update && apt-get install -y ffmpeg\nWORKDIR')}${START}`,
      context,
    },
    // On distroless already, whatever its tag.
    {
      code: `${FLASK.replace('python:3.13', 'python:3.13 AS build').replace('-r', '--target /deps -r')}FROM gcr.io/distroless/python3\nWORKDIR /app\nCOPY --from=build /deps /deps\nCOPY . .\nENV PYTHONPATH=/deps\nCMD ["app.py"]`,
      context,
    },
    // That the whole is built in one stage says more.
    { code: `${BUILD.replace(' AS build', '')}RUN CGO_ENABLED=0 go build -o /api .\nCMD ["/api"]`, context: go },
  ],
  invalid: [
    {
      code: `${FLASK}${START}`,
      context,
      finds: [['candidate', 'python:3.13']],
      says: [
        'Nothing that runs here needs the shell and the tools of `python:3.13`: `plimsoll optimize` ships on `gcr.io/distroless/python3-debian13:nonroot` (T2, distroless).',
      ],
    },
    {
      code: `${BUILD}RUN CGO_ENABLED=0 go build -o /out/api .\nFROM alpine:3.22\nRUN apk add --no-cache ca-certificates\nCOPY --from=build /out/api /api\nENTRYPOINT ["/api"]`,
      context: go,
      finds: [['candidate', 'alpine:3.22']],
    },
  ],
});
