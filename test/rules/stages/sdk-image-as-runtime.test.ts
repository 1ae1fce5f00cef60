import rule from '../../../src/rules/stages/sdk-image-as-runtime.ts';
import { testRule } from '../../support/rule-tester.ts';

const context = { 'go.mod': 'module example.com/api\n\ngo 1.26\n', 'main.go': 'package main\n\nfunc main() {}\n' };
const BUILD = 'FROM golang:1.26 AS build\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /out/api .\n\n';
const LAST = 'FROM golang:1.26-alpine\nCOPY --from=build /out/api /api\nENTRYPOINT ["/api"]';

testRule(rule, {
  valid: [
    `${BUILD}${LAST}`,
    { code: `${BUILD}${LAST}`, context: {} },
    { code: `${BUILD}${LAST.replace('golang:1.26-alpine', 'alpine:3.22')}`, context },
    // It tests, so it needs the toolchain.
    { code: `${BUILD}${LAST}`.replace('["/api"]', '["go", "test", "./..."]'), context },
    { code: `${BUILD}${LAST}`.replace('["/api"]', '["sh", "-c", "/api"]'), context },
    // Built with C.
    {
      code: `${BUILD.replace('CGO_ENABLED=0 ', '')}${LAST}`,
      context: { ...context, 'main.go': 'package main\n\nimport "C"\n\nfunc main() {}\n' },
    },
    { code: `${BUILD}${LAST}`.replace('ENTRYPOINT', 'RUN go install example.com/tool@v1\nENTRYPOINT'), context },
    // One stage: `missing-multi-stage` says it.
    { code: `${BUILD.replace(' AS build', '')}CMD ["/out/api"]`, context },
  ],
  invalid: [
    {
      code: `${BUILD}${LAST}`,
      context,
      finds: [['sdk', 'golang:1.26-alpine']],
      says: [
        '`golang:1.26-alpine` is an image to build with, and nothing that runs here needs its tools: `plimsoll optimize` ships on `gcr.io/distroless/static-debian13:nonroot` (T2, distroless).',
      ],
    },
  ],
});
