import { splitCommand, type Command } from '../command.ts';
import type { Problem } from '../model.ts';
import { argumentProblems, lineProblems } from './argument-problems.ts';
import { flagProblems } from './flag-problems.ts';
import { healthcheckProblems } from './healthcheck-problems.ts';
import { runProblems } from './run-problems.ts';

/** What BuildKit rejects in one instruction, whatever stands around it and whatever variables hold. */
export function commandProblems(command: Command, escape: string): readonly Problem[] {
  const found = lineProblems(command, escape);
  if (found.length > 0) return [...found, ...flagProblems(command)];
  return [
    ...flagProblems(command),
    ...runProblems(command, escape),
    ...argumentProblems(command, escape),
    ...healthcheckProblems(command),
    ...onbuildProblems(command, escape),
  ];
}

/** BuildKit looks no further into a trigger than this until an image is built on it. */
function onbuildProblems({ keyword, body }: Command, escape: string): readonly Problem[] {
  if (keyword !== 'ONBUILD' || body.text === '') return [];
  const inner = splitCommand(body, escape);
  if (['FROM', 'MAINTAINER', 'ONBUILD'].includes(inner.keyword)) {
    return [{ kind: 'onbuild', message: `ONBUILD cannot trigger ${inner.keyword}.`, span: inner.keywordSpan }];
  }
  return lineProblems(inner, escape);
}
