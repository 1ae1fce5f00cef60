import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { addFlag, replaceWord } from '../../src/fixers/words.ts';
import { commandsOf } from '../../src/shell/commands.ts';
import { packageOperations } from '../../src/shell/operations.ts';
import { applyEdits } from '../../src/text/span.ts';

/** The file with `--flag` added to its first package manager's command; undefined where that is not possible. */
function flagged(run: string): string | undefined {
  const dockerfile = parseDockerfile(`FROM alpine\n${run}`);
  const [operation] = dockerfile.instructions.flatMap(packageOperations);
  const edit = operation && addFlag(dockerfile, operation, '--flag');
  return edit && applyEdits(dockerfile.text, [edit]).replace('FROM alpine\n', '');
}

/** The file with the second word of its first command replaced. */
function replaced(run: string): string | undefined {
  const dockerfile = parseDockerfile(`FROM alpine\n${run}`);
  const [command] = dockerfile.instructions.flatMap(commandsOf).filter(({ name }) => name === 'tool');
  const word = command?.words[1];
  const edit = command && word && replaceWord(dockerfile, command, word, 'new');
  return edit && applyEdits(dockerfile.text, [edit]).replace('FROM alpine\n', '');
}

describe('addFlag', () => {
  it.each([
    ['RUN apk add git', 'RUN apk add --flag git'],
    ['RUN apk -U add \\\n    git', 'RUN apk -U add --flag \\\n    git'],
    ['RUN apk \\\n  # why\n  add \\\r\n git', 'RUN apk \\\n  # why\n  add --flag \\\r\n git'],
    ['RUN yarn && true', 'RUN yarn --flag && true'],
    ['RUN go mod download', 'RUN go mod download --flag'],
    ['RUN x=$(pip install a)', 'RUN x=$(pip install --flag a)'],
    ['RUN if true; then sudo "apk" \'add\' a; fi', 'RUN if true; then sudo "apk" \'add\' --flag a; fi'],
    ['RUN ["apk", "add", "git"]', 'RUN ["apk", "add", "--flag", "git"]'],
    ['RUN ["sh", "-c", "apk add git"]', 'RUN ["sh", "-c", "apk add --flag git"]'],
    ["RUN sh -c 'apk add git'", "RUN sh -c 'apk add --flag git'"],
    ['RUN su -c "bash -c \'apk add git\'"', 'RUN su -c "bash -c \'apk add --flag git\'"'],
    ['RUN <<EOF\napk add git\nEOF', 'RUN <<EOF\napk add --flag git\nEOF'],
    ['RUN bash -e <<EOF\napk add git\nEOF', 'RUN bash -e <<EOF\napk add --flag git\nEOF'],
    ['ONBUILD RUN apk add git', 'ONBUILD RUN apk add --flag git'],
  ])('%j', (before, after) => expect(flagged(before)).toBe(after));

  it.each(['RUN sh -c apk\\ add\\ git', 'RUN sh -c "apk "\'add git\''])('not in %j', run =>
    expect(flagged(run)).toBeUndefined(),
  );
});

describe('replaceWord', () => {
  it.each([
    ['RUN tool old && true', 'RUN tool new && true'],
    ['RUN tool "old" x', 'RUN tool new x'],
    ['RUN ["tool", "old"]', 'RUN ["tool", "new"]'],
  ])('%j', (before, after) => expect(replaced(before)).toBe(after));

  it('not a word that a line break divides', () => expect(replaced('RUN tool ol\\\nd')).toBeUndefined());
});
