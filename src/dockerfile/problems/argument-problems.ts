import { nearest } from '../../text/nearest.ts';
import type { Command } from '../command.ts';
import { parseMarker } from '../heredocs.ts';
import type { Problem, Word } from '../model.ts';
import { blankWords, declarationsOf, pairsOf } from '../words.ts';
import { KEYWORDS } from './keywords.ts';
import { hint, syntax } from './problem.ts';

/** What BuildKit's line parsers reject, in ONBUILD too. */
export function lineProblems(command: Command, escape: string): readonly Problem[] {
  const { keyword, keywordSpan, body } = command;
  if (command.json?.kind === 'notStrings') {
    return [syntax(`The JSON form of ${keyword} takes strings only.`, body.sourceSpan([0, body.text.length]))];
  }
  if (keyword !== 'ENV' && keyword !== 'LABEL') return [];
  const { pairs, strays } = pairsOf(body, escape);
  if (pairs.length === 0 && strays.length > 0) {
    return [syntax(`${keyword} takes \`name=value\`, and \`${body.text}\` has no value.`, keywordSpan)];
  }
  return strays.map(({ text, span }) =>
    syntax(`\`${text}\` has no \`=\`: ${keyword} takes \`name=value\` pairs.`, span),
  );
}

/** What BuildKit rejects in the arguments of an instruction. */
export function argumentProblems(command: Command, escape: string): readonly Problem[] {
  const { keyword, keywordSpan, body, json } = command;
  const isEmpty = json?.kind === 'strings' ? json.words.length === 0 : body.text === '';
  switch (keyword) {
    case 'FROM':
      return fromProblems(command);
    case 'ADD':
    case 'COPY':
      return copyProblems(command);
    case 'MAINTAINER':
    case 'STOPSIGNAL':
    case 'USER':
    case 'WORKDIR':
      return isEmpty ? [syntax(`${keyword} needs an argument.`, keywordSpan)] : [];
    case 'EXPOSE':
    case 'ONBUILD':
      return isEmpty ? [syntax(`${keyword} needs at least one argument.`, keywordSpan)] : [];
    case 'ENV':
    case 'LABEL':
      return isEmpty ? [syntax(`${keyword} needs at least one pair.`, keywordSpan)] : blankNames(command, escape);
    case 'ARG':
      return isEmpty ? [syntax('ARG needs at least one name.', keywordSpan)] : blankNames(command, escape);
    case 'SHELL':
      return shellProblems(command);
    case 'VOLUME':
      return volumeProblems(command, isEmpty);
    default:
      return KEYWORDS.some(known => known === keyword) ? [] : [unknownKeyword(command)];
  }
}

function unknownKeyword({ name, keyword, keywordSpan }: Command): Problem {
  if (name === '') return syntax('The line is continued but holds no instruction.', keywordSpan);
  return syntax(`There is no instruction \`${name}\`${hint(nearest(keyword, KEYWORDS))}`, keywordSpan);
}

const STAGE_NAME = /^[a-z][a-z0-9\-_.]*$/;

function fromProblems({ keywordSpan, body }: Command): readonly Problem[] {
  const words = blankWords(body);
  const [, as, name] = words;
  if (words.length === 0) return [syntax('FROM needs an image.', keywordSpan)];
  if (words.length === 1) return [];
  if (as?.text.toLowerCase() !== 'as' || name === undefined || words.length > 3) {
    return [syntax('FROM takes an image, or an image, AS and a name.', body.sourceSpan([0, body.text.length]))];
  }
  if (STAGE_NAME.test(name.text.toLowerCase())) return [];
  const rule = 'it starts with a letter and has only letters, digits, `-`, `_` and `.`';
  return [syntax(`\`${name.text}\` cannot be the name of a stage: ${rule}.`, name.span)];
}

function copyProblems({ keyword, keywordSpan, body, json }: Command): readonly Problem[] {
  const words: readonly Word[] = json?.kind === 'strings' ? json.words : blankWords(body);
  const destination = words.at(-1);
  if (destination === undefined || words.length < 2) {
    return [syntax(`${keyword} needs a source and a destination.`, keywordSpan)];
  }
  if (parseMarker(destination.text) === undefined) return [];
  return [syntax(`The destination of ${keyword} cannot be a heredoc.`, destination.span)];
}

function blankNames({ keyword, body }: Command, escape: string): readonly Problem[] {
  const names =
    keyword === 'ARG'
      ? declarationsOf(body, escape).map(({ name, span }) => ({ text: name.text, span }))
      : pairsOf(body, escape).pairs.map(({ key, span }) => ({ text: key.text, span }));
  return names
    .filter(({ text }) => text === '')
    .map(({ span }) => syntax(`${keyword} has a value without a name.`, span));
}

function shellProblems({ keywordSpan, body, json }: Command): readonly Problem[] {
  if (json?.kind === 'strings' && json.words.length > 0) return [];
  if (json !== undefined || body.text === '') return [syntax('SHELL needs at least one argument.', keywordSpan)];
  return [syntax('SHELL takes its arguments as a JSON array of strings.', body.sourceSpan([0, body.text.length]))];
}

function volumeProblems({ keywordSpan, json }: Command, isEmpty: boolean): readonly Problem[] {
  if (isEmpty) return [syntax('VOLUME needs at least one path.', keywordSpan)];
  const words = json?.kind === 'strings' ? json.words : [];
  return words
    .filter(({ text }) => text.trim() === '')
    .map(({ span }) => syntax('The path of a VOLUME is empty.', span));
}
