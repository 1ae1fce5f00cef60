import {
  FoldingRangeKind,
  SymbolKind,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
} from 'vscode-languageserver/node';
import type { Dockerfile, Instruction, Stage } from '../dockerfile/model.ts';
import { officialName } from '../images/official-name.ts';
import { publishedTags } from '../images/published.ts';
import type { Span } from '../text/span.ts';
import type { OpenDocument } from './document.ts';

/** The stages, each with its instructions. */
export function symbolsOf(document: OpenDocument): DocumentSymbol[] {
  const { globals, stages } = document.parsed();
  return [
    ...globals.map(instruction => symbolOf(document, instruction)),
    ...stages.map(stage => stageSymbol(document, stage)),
  ];
}

function stageSymbol(document: OpenDocument, stage: Stage): DocumentSymbol {
  const { from, span, name, index, instructions } = stage;
  const places = document.places();
  return {
    name: from.alias?.text ?? name ?? `stage ${index}`,
    detail: from.image?.text ?? '',
    kind: SymbolKind.Class,
    range: places.toRange(span),
    selectionRange: places.toRange(from.alias?.span ?? from.image?.span ?? from.keywordSpan),
    children: instructions.map(instruction => symbolOf(document, instruction)),
  };
}

function symbolOf(document: OpenDocument, instruction: Instruction): DocumentSymbol {
  const places = document.places();
  const { keyword, span, keywordSpan, body } = instruction;
  return {
    name: keyword === 'UNKNOWN' ? instruction.name : keyword,
    detail: body.text.trim().slice(0, 80),
    kind: keyword === 'ARG' || keyword === 'ENV' ? SymbolKind.Variable : SymbolKind.Function,
    range: places.toRange(span),
    selectionRange: places.toRange(keywordSpan),
  };
}

/** Stages, instructions of several lines, heredocs and blocks of comments. */
export function foldsOf(document: OpenDocument): FoldingRange[] {
  const dockerfile = document.parsed();
  const places = document.places();
  const fold = ([start, end]: Span, kind?: FoldingRangeKind): FoldingRange[] => {
    const from = places.toPosition(start).line;
    const to = places.toPosition(end).line;
    return to > from ? [{ startLine: from, endLine: to, ...(kind && { kind }) }] : [];
  };
  return [
    ...dockerfile.stages.flatMap(({ span }) => fold(span, FoldingRangeKind.Region)),
    ...dockerfile.instructions.flatMap(({ span }) => fold(span)),
    ...commentBlocks(dockerfile).flatMap(span => fold(span, FoldingRangeKind.Comment)),
  ];
}

function commentBlocks({ comments, instructions }: Dockerfile): Span[] {
  const inner = new Set(instructions.flatMap(({ innerComments }) => innerComments));
  const blocks: { span: Span; last: number }[] = [];
  for (const comment of comments) {
    if (inner.has(comment)) continue;
    const block = blocks.at(-1);
    if (block?.last === comment.line - 1)
      blocks.splice(-1, 1, { span: [block.span[0], comment.span[1]], last: comment.line });
    else blocks.push({ span: comment.span, last: comment.line });
  }
  return blocks.map(({ span }) => span);
}

/** The pages of images on Docker Hub. */
export function linksOf(document: OpenDocument): DocumentLink[] {
  return document.parsed().stages.flatMap(({ base, from }) => {
    if (base.kind !== 'image' || from.image === undefined) return [];
    const { registry } = base.image;
    if (registry !== undefined && registry !== 'docker.io') return [];
    const name = officialName(base.image);
    const path = publishedTags(name) === undefined ? `r/${base.image.name}` : `_/${name}`;
    return path.startsWith('r/') && !base.image.name.includes('/')
      ? []
      : [{ range: document.places().toRange(from.image.span), target: `https://hub.docker.com/${path}` }];
  });
}
