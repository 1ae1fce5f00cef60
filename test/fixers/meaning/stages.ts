import type { MeaningCase } from './case.ts';

export const stages: readonly MeaningCase[] = [
  {
    rule: 'unused-stage',
    before:
      'FROM golang:1.26 AS builder\nWORKDIR /src\nCOPY . .\nRUN go build -o /server .\n\nFROM alpine:3.23\nCOPY server /server\nCMD ["/server"]\n',
    differs: [
      '- FROM golang:1.26 AS builder',
      '- COPY . -> /src/',
      '- RUN',
      '-   root /src $ go build -o /server .',
      '-   = user root',
      '-   = workdir /src',
      '-   = shell /bin/sh -c',
      '-   = cmd $ bash',
      '- stops where go fails',
    ],
  },
];
