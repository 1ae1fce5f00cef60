import rule from '../../../src/rules/stages/missing-multi-stage.ts';
import { testRule } from '../../support/rule-tester.ts';

const context = { 'go.mod': 'module example.com/api\n\ngo 1.26\n', 'main.go': 'package main\n\nfunc main() {}\n' };
const GO = 'FROM golang:1.26\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /api .\n';

testRule(rule, {
  valid: [
    // Nothing is proven without the context.
    `${GO}CMD ["/api"]`,
    { code: `${GO}CMD ["/api"]`, context: {} },
    // The context of another folder.
    { code: `${GO.replace('COPY . .', 'COPY go.mod go.sum ./\nCOPY . .')}CMD ["/api"]`, context },
    // Two stages already.
    {
      code: `${GO.replace('golang:1.26', 'golang:1.26 AS build')}FROM gcr.io/distroless/static-debian13:nonroot\nCOPY --from=build /api /api\nWORKDIR /src\nENTRYPOINT ["/api"]`,
      context,
    },
    // A shell is what it runs.
    { code: `${GO}CMD ["bash"]`, context },
    // A program is spawned that only the builder has.
    {
      code: `${GO}CMD ["/api"]`,
      context: {
        ...context,
        'main.go': 'package main\n\nimport "os/exec"\n\nfunc main() { exec.Command("git", "log").Run() }\n',
      },
    },
    // Made to be built upon.
    { code: `${GO}ONBUILD COPY . .\nCMD ["/api"]`, context },
    // Nothing is built.
    { code: 'FROM golang:1.26\nWORKDIR /src\nCMD ["bash"]', context },
    { code: 'FROM debian:trixie\nRUN apt-get update && apt-get install -y curl\nCMD ["curl"]', context },
    // It does not build as it is.
    { code: `${GO}COPY --from=nobody /a /b\nCOPY x\nCMD ["/api"]`, context },
  ],
  invalid: [
    {
      code: `${GO}CMD ["/api"]`,
      context,
      finds: [['together', 'golang:1.26']],
      says: [
        'What only the build needs ships with the program: `plimsoll optimize` builds in a stage of its own and ships on `gcr.io/distroless/static-debian13:nonroot` (T2, distroless).',
      ],
    },
    {
      code: `${GO}CMD /api --port=$PORT`,
      context,
      finds: [['together', 'golang:1.26']],
      says: [
        'What only the build needs ships with the program: `plimsoll optimize` builds in a stage of its own and ships on `debian:trixie-slim` (T1, slim).',
      ],
    },
    {
      code: 'FROM python:3.12-slim-bookworm\r\nWORKDIR /app\r\nRUN apt-get update && apt-get install -y gcc libpq-dev\r\nCOPY requirements.txt ./\r\nRUN pip install -r requirements.txt\r\nCOPY . .\r\nCMD ["python", "app.py"]\r\n',
      context: {
        'requirements.txt': 'psycopg2==2.9.10\n',
        'app.py': 'import psycopg2\n\nprint(psycopg2.__version__)\n',
      },
      finds: [['together', 'python:3.12-slim-bookworm']],
    },
  ],
});
