import type { Dockerfile, Instruction } from '../dockerfile/model.ts';

/** One instruction of the new file: kept from the original with the comments above it, or written anew. */
export interface Entry {
  /** Blank and comment lines above it, each with its line end (`\n`). */
  readonly lead: string;
  /** The instruction without its line end; lines end with `\n`. */
  readonly text: string;
  readonly origin: Instruction | undefined;
}

/** The stages of the new file; each begins with its FROM. */
export interface Draft {
  readonly stages: readonly (readonly Entry[])[];
}

/** The instruction as it stands, comments above included. */
export function kept(dockerfile: Dockerfile, instruction: Instruction): Entry {
  // What follows the last instruction is written behind whatever comes last.
  const isLast = instruction === dockerfile.instructions.at(-1);
  const after = isLast ? '' : dockerfile.text.slice(instruction.span[1]);
  const blanks = /^[ \t]*(?=\r?\n)/.exec(after)?.[0] ?? '';
  return { lead: leadOf(dockerfile, instruction), text: slice(dockerfile, instruction) + blanks, origin: instruction };
}

/** The instruction with other words, under the comments that it had. */
export function changed(dockerfile: Dockerfile, instruction: Instruction, text: string): Entry {
  return { lead: leadOf(dockerfile, instruction), text, origin: instruction };
}

/** A new instruction; `comment` says what the reader could not see. */
export function fresh(text: string, comment?: string): Entry {
  return { lead: comment === undefined ? '' : `# ${comment}\n`, text, origin: undefined };
}

export function withGap(entry: Entry): Entry {
  return entry.lead.startsWith('\n') ? entry : { ...entry, lead: `\n${entry.lead}` };
}

/** The same instruction without the comments above, under a blank line where it had one. */
export function uncommented(entry: Entry): Entry {
  return { ...entry, lead: entry.lead.startsWith('\n') ? '\n' : '' };
}

/** New instructions for the place above another one: under a blank line where that has one. */
export function above(entry: Entry, added: readonly Entry[]): readonly Entry[] {
  const [first, ...rest] = added;
  return first === undefined || !entry.lead.startsWith('\n') ? added : [withGap(first), ...rest];
}

/** The same instruction without blank lines or comments above. */
export function bare(entry: Entry): Entry {
  return { ...entry, lead: '' };
}

function slice({ text }: Dockerfile, { span }: Instruction): string {
  return text.slice(span[0], span[1]).replaceAll('\r\n', '\n');
}

/** What stands between the instruction before and this one, from the start of its first line. */
function leadOf({ text, instructions, lines }: Dockerfile, instruction: Instruction): string {
  const before = instructions[instruction.index - 1];
  const start =
    before === undefined ? instruction.span[0] : Math.min(lines.start(before.lastLine + 1), instruction.span[0]);
  return text.slice(start, instruction.span[0]).replaceAll('\r\n', '\n');
}

/** Writes a draft in the original's ways: what is above the first FROM stays, and line ends, and what follows the last instruction. */
export function write(dockerfile: Dockerfile, { stages }: Draft): string {
  const first = dockerfile.stages[0]?.from;
  const last = dockerfile.instructions.at(-1);
  const head = first === undefined ? '' : dockerfile.text.slice(0, first.span[0]);
  const tail = last === undefined ? '' : dockerfile.text.slice(last.span[1]);
  const body = stages.map((entries, index) => stageText(entries, index === 0)).join('\n');
  const whole = `${head}${body}${tail}`.replaceAll('\r\n', '\n');
  return dockerfile.text.includes('\r\n') ? whole.replaceAll('\n', '\r\n') : whole;
}

function stageText(entries: readonly Entry[], isFirst: boolean): string {
  const [from, ...rest] = entries;
  if (from === undefined) return '';
  const opening = isFirst ? from.text : from.lead + from.text;
  return [opening, ...rest.map(({ lead, text }) => lead + text)].join('\n');
}
