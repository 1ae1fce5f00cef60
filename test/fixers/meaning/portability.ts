import type { MeaningCase } from './case.ts';

export const portability: readonly MeaningCase[] = [
  {
    rule: 'bashism-in-sh',
    before: 'FROM debian:13\nRUN [[ -n $A ]] || make\nRUN mkdir -p a/{b,c}\n',
    differs: [
      '-   root / $ mkdir -p a/{b,c}',
      '+   root / $ mkdir -p a/b a/c',
      '-   = shell /bin/sh -c',
      '+   = shell /bin/bash -c',
    ],
  },
];
