import {
  SemanticTokensBuilder,
  SemanticTokenTypes,
  type SemanticTokens,
  type SemanticTokensLegend,
} from 'vscode-languageserver/node';
import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import { referencesOf } from '../dockerfile/stages.ts';
import { variableUses } from '../dockerfile/variables.ts';
import type { Span } from '../text/span.ts';
import type { OpenDocument } from './document.ts';
import { declaredIn } from './occurrences.ts';

const TYPES = [
  SemanticTokenTypes.keyword,
  SemanticTokenTypes.comment,
  SemanticTokenTypes.macro,
  SemanticTokenTypes.class,
  SemanticTokenTypes.namespace,
  SemanticTokenTypes.parameter,
  SemanticTokenTypes.variable,
  SemanticTokenTypes.string,
] as const;

export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: [] };

interface Token {
  readonly span: Span;
  readonly type: (typeof TYPES)[number];
}

/** What the words of the file are; a token never crosses a line, and none lies in another. */
export function tokensOf(document: OpenDocument): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  const places = document.places();
  let reached = 0;
  for (const { span, type } of tokensIn(document.parsed()).toSorted((a, b) => a.span[0] - b.span[0])) {
    if (span[0] < reached) continue;
    reached = span[1];
    for (const [start, end] of linesOfSpan(document.text, span)) {
      const from = places.toPosition(start);
      const { character } = places.toPosition(end);
      if (character > from.character)
        builder.push(from.line, from.character, character - from.character, TYPES.indexOf(type), 0);
    }
  }
  return builder.build();
}

function tokensIn({ directives, comments, instructions }: Dockerfile): Token[] {
  const directiveStarts = new Set(directives.map(({ span }) => span[0]));
  return [
    ...directives.map(({ span }): Token => ({ span, type: SemanticTokenTypes.macro })),
    ...comments
      .filter(({ span }) => !directiveStarts.has(span[0]))
      .map(({ span }): Token => ({ span, type: SemanticTokenTypes.comment })),
    ...instructions.flatMap(tokensOfInstruction),
  ];
}

function tokensOfInstruction(instruction: Instruction): Token[] {
  const of = (type: Token['type'], ...spans: readonly (Span | undefined)[]): Token[] =>
    spans.flatMap(span => (span === undefined ? [] : [{ span, type }]));
  const { keyword, keywordSpan, flags, json, args, heredocs } = instruction;
  const tokens = [
    ...of(SemanticTokenTypes.keyword, keywordSpan),
    ...of(SemanticTokenTypes.variable, ...variableUses(instruction).map(({ span }) => span)),
    ...of(SemanticTokenTypes.variable, ...declaredIn(instruction).map(({ span }) => span)),
    ...of(SemanticTokenTypes.namespace, ...referencesOf(instruction).map(({ span }) => span)),
    ...flags.flatMap(({ span, valueSpan }) =>
      of(SemanticTokenTypes.parameter, [span[0], valueSpan === undefined ? span[1] : valueSpan[0]]),
    ),
    ...of(SemanticTokenTypes.keyword, ...heredocs.map(({ span }) => span)),
    ...(json ? of(SemanticTokenTypes.string, ...args.map(({ span }) => span)) : []),
  ];
  if (keyword === 'FROM') {
    const { image, alias, asSpan } = instruction;
    const hasVariable = variableUses(instruction).length > 0;
    tokens.push(...of(SemanticTokenTypes.keyword, asSpan), ...of(SemanticTokenTypes.namespace, alias?.span));
    if (!hasVariable) tokens.push(...of(SemanticTokenTypes.class, image?.span));
  }
  return keyword === 'ONBUILD' && instruction.inner !== undefined
    ? [...tokens, ...tokensOfInstruction(instruction.inner)]
    : tokens;
}

function linesOfSpan(text: string, [start, end]: Span): Span[] {
  const spans: Span[] = [];
  let at = start;
  for (const line of text.slice(start, end).split(/(?<=\n|\r(?!\n))/)) {
    spans.push([at, at + line.trimEnd().length]);
    at += line.length;
  }
  return spans;
}
