import type { Dockerfile } from '../dockerfile/model.ts';
import { lastAtMost } from '../text/lines.ts';
import type { Finding } from './finding.ts';

/**
 * A name for each finding that stays the same when lines move: 16 hexadecimal digits of its rule, its message, and the words of the
 * instruction that it stands in. Equal findings have equal names; it does not hold the file's path.
 */
export function fingerprints(dockerfile: Dockerfile, findings: readonly Finding[]): string[] {
  const wordsAt = instructionWords(dockerfile);
  return findings.map(({ rule, messageId, at }) => digest([rule.id, messageId, wordsAt(at[0])].join('\n')));
}

/** As `fingerprints`, but the second of equal ones ends in `:2`, and so on: for formats that want each but once. */
export function uniqueFingerprints(dockerfile: Dockerfile, findings: readonly Finding[]): string[] {
  const counts = new Map<string, number>();
  return fingerprints(dockerfile, findings).map(print => {
    const count = (counts.get(print) ?? 0) + 1;
    counts.set(print, count);
    return count === 1 ? print : `${print}:${count}`;
  });
}

/** A name for the words of the instruction at an offset, or of the line where there is none, whatever blanks are between them. */
function instructionWords({ text, lines, instructions }: Dockerfile): (offset: number) => string {
  const starts = instructions.map(({ span }) => span[0]);
  const known = new Map<number, string>();
  return offset => {
    const index = lastAtMost(starts, offset);
    const instruction = instructions[index];
    if (!instruction || offset > instruction.span[1]) {
      const { line } = lines.position(offset);
      return digest(oneBlank(text.slice(lines.start(line), lines.end(line))));
    }
    const words = known.get(index) ?? digest(oneBlank(text.slice(...instruction.span)));
    known.set(index, words);
    return words;
  };
}

function oneBlank(text: string): string {
  return text.trim().split(/\s+/).join(' ');
}

/** 64 bits of FNV-1a, as two halves with different beginnings: no secret, only a name. */
function digest(text: string): string {
  return [0x811c9dc5, 0x01000193].map(seed => half(text, seed).toString(16).padStart(8, '0')).join('');
}

function half(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
