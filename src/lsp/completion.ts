import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver/node';
import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import { parseImageReference } from '../dockerfile/image-reference.ts';
import { scopeAt } from '../dockerfile/variables.ts';
import { compareVersions } from '../images/versions.ts';
import { officialName } from '../images/official-name.ts';
import { publishedTags } from '../images/published.ts';
import { stateAt } from '../images/state.ts';
import type { Span } from '../text/span.ts';
import type { OpenDocument } from './document.ts';
import { INSTRUCTION_HELP } from './instruction-help.ts';

/** Tags offered for one image. */
const MOST_TAGS = 200;

/** What may be written at an offset: instructions, flags, stages, tags, users, variables. */
export function completionsAt(document: OpenDocument, offset: number): CompletionItem[] {
  const dockerfile = document.parsed();
  const instruction = dockerfile.instructions.findLast(({ span }) => span[0] <= offset);
  const end = instruction?.span[1] ?? -1;
  const isInside = instruction !== undefined && (offset <= end || isBlankTo(document.text, end, offset));
  const lineStart = document.text.lastIndexOf('\n', offset - 1) + 1;
  const before = document.text.slice(lineStart, offset);
  if (!isInside || offset <= instruction.keywordSpan[1])
    return /^\s*[A-Za-z]*$/.test(before) ? keywords(document, before, offset) : [];
  if (dockerfile.comments.some(({ span }) => span[0] <= offset && offset <= span[1])) return [];
  return inInstruction(document, dockerfile, instruction, offset);
}

/** True on the rest of the line that an instruction ends on. */
function isBlankTo(text: string, from: number, to: number): boolean {
  return from <= to && /^[ \t]*$/.test(text.slice(from, to));
}

function inInstruction(
  document: OpenDocument,
  dockerfile: Dockerfile,
  instruction: Instruction,
  offset: number,
): CompletionItem[] {
  const { keyword } = instruction;
  const word = document.text.slice(instruction.keywordSpan[1], offset).split(/\s/).at(-1) ?? '';
  const at = (length: number): Span => [offset - length, offset];
  const variable = /\$\{?(\w*)$/.exec(word)?.[1];
  if (variable !== undefined)
    return items(document, variables(instruction), at(variable.length), CompletionItemKind.Variable);
  const from = /^--from=(.*)$/.exec(word)?.[1];
  if (from !== undefined)
    return items(document, stageNames(dockerfile, instruction), at(from.length), CompletionItemKind.Module);
  if (word.startsWith('-') && keyword !== 'UNKNOWN')
    return items(document, INSTRUCTION_HELP[keyword].flags, at(word.length), CompletionItemKind.Property);
  if (keyword === 'USER') return items(document, users(instruction), at(word.length), CompletionItemKind.Value);
  if (keyword !== 'FROM') return [];
  const tag = /^([^:@\s]+):([^:@\s]*)$/.exec(word);
  if (tag !== null) return tags(document, tag[1] ?? '', at((tag[2] ?? '').length));
  return items(document, stageNames(dockerfile, instruction), at(word.length), CompletionItemKind.Module);
}

function keywords(document: OpenDocument, before: string, offset: number): CompletionItem[] {
  const typed = before.trim();
  const isLower = typed !== '' && typed === typed.toLowerCase();
  return Object.entries(INSTRUCTION_HELP)
    .filter(([keyword]) => keyword !== 'MAINTAINER')
    .map(([keyword, { about, form }]) => ({
      ...item(
        document,
        isLower ? keyword.toLowerCase() : keyword,
        [offset - typed.length, offset],
        CompletionItemKind.Keyword,
      ),
      detail: form,
      documentation: about,
    }));
}

function stageNames({ stages }: Dockerfile, { stage }: Instruction): string[] {
  return stages.slice(0, stage?.index ?? 0).flatMap(({ from }) => from.alias?.text ?? []);
}

function variables(instruction: Instruction): readonly string[] {
  return scopeAt(instruction).names();
}

function users(instruction: Instruction): string[] {
  const state = stateAt(instruction);
  return [...(state?.facts?.accounts ?? [])].map(([name]) => name);
}

/** The newest first, as far as names tell. */
function tags(document: OpenDocument, name: string, span: Span): CompletionItem[] {
  const image = parseImageReference(name);
  const published = image && publishedTags(officialName(image));
  const sorted = [...(published?.keys() ?? [])].toSorted((a, b) => compareVersions(b, a));
  return sorted.slice(0, MOST_TAGS).map((tag, index) => ({
    ...item(document, tag, span, CompletionItemKind.Value),
    sortText: String(index).padStart(4, '0'),
  }));
}

function items(
  document: OpenDocument,
  labels: readonly string[],
  span: Span,
  kind: CompletionItemKind,
): CompletionItem[] {
  return [...new Set(labels)].map(label => item(document, label, span, kind));
}

function item(document: OpenDocument, label: string, span: Span, kind: CompletionItemKind): CompletionItem {
  return { label, kind, textEdit: { range: document.places().toRange(span), newText: label } };
}
