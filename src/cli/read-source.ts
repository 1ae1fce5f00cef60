import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';

/** A file's text, and how to get its bytes back from it. */
export interface Source {
  readonly text: string;
  /** Latin-1 where the bytes are no UTF-8: then every byte is one character, and none is lost. */
  readonly encoding: 'utf8' | 'latin1';
  readonly bytes: Buffer;
}

/** The most bytes that one UTF-16 unit takes in UTF-8. */
const BYTES_A_UNIT = 3;

/** Undefined where the file is larger than `maxSize` (in UTF-16 units) in any case; then it is not read. Throws what the file system says. */
export function readSource(path: string, maxSize: number): Source | undefined {
  if (statSync(path).size > maxSize * BYTES_A_UNIT) return undefined;
  return decode(readFileSync(path));
}

export function decode(bytes: Buffer): Source {
  const encoding = isUtf8(bytes) ? 'utf8' : 'latin1';
  return { text: bytes.toString(encoding), encoding, bytes };
}
