import rule from '../../../src/rules/stages/static-binary-base.ts';
import { testRule } from '../../support/rule-tester.ts';

const GO = 'FROM golang:1.26 AS build\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /out/api .\n';
const LAST = 'FROM alpine:3.23\nRUN apk add --no-cache ca-certificates tzdata\nCOPY --from=build /out/api /api\n';
const go = { 'go.mod': 'module example.com/api\n\ngo 1.26\n', 'main.go': 'package main\n\nfunc main() {}\n' };

testRule(rule, {
  valid: [
    // With cgo the program needs a C library.
    `${GO.replace('CGO_ENABLED=0 ', '')}${LAST}ENTRYPOINT ["/api"]`,
    // A shell starts it.
    `${GO}${LAST}ENTRYPOINT /api --port $PORT`,
    `${GO}${LAST}COPY start.sh /\nENTRYPOINT ["/start.sh"]`,
    // A tool of the distribution is used.
    `${GO}${LAST}RUN apk add --no-cache git\nENTRYPOINT ["/api"]`,
    `${GO}${LAST}HEALTHCHECK CMD wget -q http://localhost || exit 1\nENTRYPOINT ["/api"]`,
    `${GO}${LAST}RUN ./migrate\nENTRYPOINT ["/api"]`,
    `${GO}${LAST}ENTRYPOINT ["tini", "--", "/api"]`,
    `${GO}${LAST}CMD ["sh"]`,
    `${GO}FROM scratch\nCOPY --from=build /out/api /api\nENTRYPOINT ["/api"]`,
    `${GO}FROM gcr.io/distroless/static-debian13\nCOPY --from=build /out/api /api\nENTRYPOINT ["/api"]`,
    `${GO}FROM acme/base:3\nCOPY --from=build /out/api /api\nENTRYPOINT ["/api"]`,
    `ARG BASE\n${GO}FROM $BASE\nCOPY --from=build /out/api /api\nENTRYPOINT ["/api"]`,
    // `distroless-candidate` says it, with what `optimize` does.
    { code: `${GO}${LAST}ENTRYPOINT ["/api"]`, context: go },
    // The source starts git, which the optimizer read.
    {
      code: `${GO}${LAST}ENTRYPOINT ["/api"]`,
      context: { ...go, 'main.go': 'package main\n\nimport "os/exec"\n\nfunc main() { exec.Command("git").Run() }\n' },
    },
    'FROM rust:1.90 AS build\nCOPY . .\nRUN cargo build --release\nFROM debian:trixie-slim\nCOPY --from=build /target/release/api /api\nCMD ["/api"]',
  ],
  invalid: [
    {
      code: `${GO}${LAST}ENTRYPOINT ["/api"]`,
      finds: [['needless', 'alpine:3.23']],
      says: [
        '`api` is linked statically and all that runs here: it needs nothing of `alpine:3.23`, and `gcr.io/distroless/static-debian13` or `scratch` has less to patch.',
      ],
    },
    {
      code: 'from golang:1.26\nenv CGO_ENABLED 0\nworkdir /app\ncopy . .\nrun go build -o main .\nfrom debian:trixie-slim\nworkdir /root\ncopy --from=0 /app/main .\ncmd ["./main"]',
      finds: [['needless', 'debian:trixie-slim']],
    },
    {
      code: 'FROM rust:1.90 AS build\nCOPY . .\nRUN cargo build --release --target=x86_64-unknown-linux-musl\nFROM alpine\r\nRUN adduser -D app\nCOPY --from=build /target/x86_64-unknown-linux-musl/release/api /usr/local/bin/\nUSER app\nCMD ["api"]',
      finds: [['needless', 'alpine']],
    },
  ],
});
