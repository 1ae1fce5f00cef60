import { MarkupKind, type Hover } from 'vscode-languageserver/node';
import type { Dockerfile, Stage } from '../dockerfile/model.ts';
import { inheritedInstructions } from '../dockerfile/stage-chain.ts';
import { endOfLife } from '../images/end-of-life.ts';
import { factsOf, type ImageFacts } from '../images/image-facts.ts';
import { architecturesOf, isPublished } from '../images/published.ts';
import { configurationAt, stateAt } from '../images/state.ts';
import { codeMarkdown, plainMarkdown } from '../reporters/markdown-text.ts';
import { docsUrl } from '../reporters/report.ts';
import type { Finding } from '../engine/finding.ts';
import type { Span } from '../text/span.ts';
import type { OpenDocument } from './document.ts';
import { INSTRUCTION_HELP, referenceUrl } from './instruction-help.ts';
import { occurrencesAt } from './occurrences.ts';

interface Part {
  readonly span: Span;
  readonly lines: readonly string[];
}

/** What is known of what stands at an offset: rules, images, stages, variables, instructions. `date` is the day of the run. */
export function hoverAt(
  document: OpenDocument,
  offset: number,
  findings: readonly Finding[],
  date: string,
): Hover | undefined {
  const dockerfile = document.parsed();
  const parts = [
    ...findingParts(findings, offset),
    ...imageParts(dockerfile, offset, date),
    ...nameParts(dockerfile, offset),
    ...keywordParts(dockerfile, offset),
  ];
  const [first] = parts;
  if (first === undefined) return undefined;
  const value = parts.map(({ lines }) => lines.join('\n\n')).join('\n\n---\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range: document.places().toRange(first.span) };
}

function holds([start, end]: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function findingParts(findings: readonly Finding[], offset: number): Part[] {
  return findings
    .filter(({ at }) => holds(at, offset))
    .map(({ rule, message, at }) => ({
      span: at,
      lines: [`**[${rule.id}](${docsUrl(rule)})** ${plainMarkdown(rule.summary)}.`, codeMarkdown(message)],
    }));
}

function imageParts({ stages }: Dockerfile, offset: number, date: string): Part[] {
  return stages.flatMap(({ base, from }) => {
    if (base.kind !== 'image' || from.image === undefined || !holds(from.image.span, offset)) return [];
    const { image } = base;
    const facts = factsOf(image);
    const end = endOfLife(image, date);
    const lines = [
      `**${plainMarkdown(image.text)}**`,
      ...(facts === undefined ? [] : [factLines(facts)]),
      ...(isPublished(image) === false ? ['This tag is not published.'] : []),
      ...(end === undefined
        ? []
        : [
            plainMarkdown(
              `${end.product} ${end.cycle} is past its end of life${end.eol === undefined ? '' : ` (${end.eol})`}${end.nearest === undefined ? '' : `; still supported: ${end.nearest}`}.`,
            ),
          ]),
      ...(architecturesOf(image) === undefined
        ? []
        : [`Published for ${plainMarkdown((architecturesOf(image) ?? []).join(', '))}.`]),
    ];
    return [{ span: from.image.span, lines }];
  });
}

function factLines(facts: ImageFacts): string {
  const rows: readonly (readonly [string, string | undefined])[] = [
    [
      'Distribution',
      facts.distro && `${facts.distro.id}${facts.distro.version === undefined ? '' : ` ${facts.distro.version}`}`,
    ],
    ['C library', facts.libc],
    ['Package manager', facts.packageManager],
    ['User', facts.user],
    ['Accounts', Array.from(facts.accounts, ([name, { uid }]) => `${name} (${uid})`).join(', ') || undefined],
    ['Working directory', facts.workdir],
    ['Entrypoint', facts.entrypoint?.join(' ') || undefined],
    ['Command', facts.cmd?.join(' ') || undefined],
    ['Ports', facts.ports.join(', ') || undefined],
  ];
  return rows
    .flatMap(([name, value]) => (value === undefined ? [] : [`- ${name}: ${plainMarkdown(value)}`]))
    .join('\n');
}

function nameParts(dockerfile: Dockerfile, offset: number): Part[] {
  const found = occurrencesAt(dockerfile, offset);
  if (found === undefined) return [];
  const span = [found.definition, ...found.uses].find(one => holds(one, offset)) ?? found.definition;
  const maker = dockerfile.instructions.find(instruction => holds(instruction.span, found.definition[0]));
  const uses = found.uses.length === 1 ? 'used once' : `used ${found.uses.length} times`;
  const line = dockerfile.lines.position(found.definition[0]).line;
  return [
    {
      span,
      lines: [
        `**${plainMarkdown(found.name)}**: ${found.kind === 'stage' ? 'stage' : (maker?.keyword ?? 'variable')} of line ${line}, ${uses}.`,
      ],
    },
  ];
}

function keywordParts({ instructions }: Dockerfile, offset: number): Part[] {
  const instruction = instructions.find(({ keywordSpan }) => holds(keywordSpan, offset));
  if (instruction === undefined || instruction.keyword === 'UNKNOWN') return [];
  const { keyword, keywordSpan, stage } = instruction;
  const { about, form } = INSTRUCTION_HELP[keyword];
  const inherited = keyword === 'FROM' && stage !== undefined ? inheritedLines(stage) : [];
  const lines = [
    `**${keyword}** ${plainMarkdown(about)}`,
    `\`${form}\` ([reference](${referenceUrl(keyword)}))`,
    ...inherited,
  ];
  return [{ span: keywordSpan, lines }];
}

/** What a stage has before its first instruction. */
function inheritedLines(stage: Stage): string[] {
  const [first] = stage.instructions;
  const state = first && stateAt(first);
  const configuration = first && configurationAt(first);
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['user', state?.user?.name],
    ['working directory', state?.workdir],
    ['shell', state?.shell.join(' ')],
    ['entrypoint', configuration?.entrypoint?.argv?.join(' ') || undefined],
    ['command', configuration?.cmd?.argv?.join(' ') || undefined],
  ];
  const known = rows.flatMap(([name, value]) => (value === undefined ? [] : [`- ${name}: ${plainMarkdown(value)}`]));
  const count =
    inheritedInstructions(stage).filter(({ keyword }) => keyword !== 'FROM').length - stage.instructions.length;
  const below = count > 0 ? [`${count} instructions of earlier stages hold here, too.`] : [];
  return known.length === 0 ? below : [`The stage inherits:\n\n${known.join('\n')}`, ...below];
}
