import rule from '../../../src/rules/reproducibility/go-install-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(rule, {
  valid: [
    'FROM golang:1.14\nENV V=v0.11.2\nRUN go get github.com/hashicorp/nomad\nWORKDIR /go/src/github.com/hashicorp/nomad\nRUN git checkout "$V"\nRUN go build',
    'FROM golang\nRUN go install github.com/air-verse/air@v1.63.0',
    'FROM golang\nARG V\nRUN go install github.com/air-verse/air@$V',
    'FROM golang\nRUN go install ./cmd/app',
    'FROM golang\nRUN go install std && go run main.go && go get ./...',
    'FROM golang\nRUN go run github.com/air-verse/air@v1.63.0 github.com/x/y',
    // A go.mod says the version.
    'FROM golang\nCOPY go.mod go.sum ./\nRUN go install google.golang.org/protobuf/cmd/protoc-gen-go',
    'FROM golang AS base\nCOPY . .\nFROM base\nRUN go get github.com/x/y',
    'FROM golang\nRUN git clone https://github.com/x/y && cd y && go install github.com/x/y/cmd/z',
    'FROM golang\nRUN go mod init x && go get github.com/x/y',
    'FROM golang\nRUN go get github.com/x/y && cd /go/src/github.com/x/y && git checkout v1.2.3 && go install github.com/x/y',
    'FROM golang\nRUN echo go install github.com/x/y@latest',
  ],
  invalid: [
    {
      code: 'FROM golang\nCOPY . .\nRUN go install github.com/air-verse/air@latest && go run github.com/a-h/templ/cmd/templ@latest generate',
      finds: [
        ['unpinned', 'github.com/air-verse/air@latest'],
        ['unpinned', 'github.com/a-h/templ/cmd/templ@latest'],
      ],
      says: [
        '`github.com/air-verse/air` is whatever version is the newest on the day of the build.',
        '`github.com/a-h/templ/cmd/templ` is whatever version is the newest on the day of the build.',
      ],
    },
    {
      code: 'FROM golang:1.13\nRUN go get -u golang.org/x/lint/golint',
      finds: [['unpinned', 'golang.org/x/lint/golint']],
    },
    {
      code: 'FROM golang\nRUN go install github.com/x/y/cmd/z@master',
      finds: [['branch', 'github.com/x/y/cmd/z@master']],
      says: ['`github.com/x/y/cmd/z` is whatever its branch `master` holds on the day of the build.'],
    },
    {
      code: 'FROM golang\nCOPY . .\nRUN go get github.com/x/y',
      options: { inModules: true },
      finds: [['unpinned', 'github.com/x/y']],
    },
    {
      code: 'FROM golang\nRUN go install cmd/vet x/y@latest $TOOL && go install tool && go run main.go && go install ./...',
      options: { inModules: true, withoutHost: true },
      finds: [
        ['unpinned', 'cmd/vet'],
        ['unpinned', 'x/y@latest'],
        ['unpinned', '$TOOL'],
      ],
    },
  ],
});
