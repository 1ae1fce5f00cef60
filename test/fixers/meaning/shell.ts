import type { MeaningCase } from './case.ts';

export const shell: readonly MeaningCase[] = [
  {
    rule: 'unquoted-variable',
    before: 'FROM alpine:3.22\nRUN name="$(cat /name)" && tar xf /tmp/$name.tgz\n',
    differs: [],
  },
];
