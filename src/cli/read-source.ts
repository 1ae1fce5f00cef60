import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';

/** A file's text, and how to get its bytes back from it. */
export interface Source {
  readonly text: string;
  /** Latin-1 where the bytes are no UTF-8: then every byte is one character, and none is lost. */
  readonly encoding: 'utf8' | 'latin1';
  readonly bytes: Buffer;
}

/** The most bytes that one UTF-16 unit takes in UTF-8. */
const BYTES_A_UNIT = 3;

const CHUNK = 64 * 1024;

/** Undefined where the file is larger than `maxSize` (in UTF-16 units) in any case; then it is not read. Throws what the file system says. */
export function readSource(path: string, maxSize: number): Source | undefined {
  const facts = statSync(path);
  if (facts.isFile() && facts.size > maxSize * BYTES_A_UNIT) return undefined;
  return facts.isFile() || facts.isDirectory() ? decode(readFileSync(path)) : readStream(path, maxSize);
}

/** Standard input, or undefined as in `readSource`. */
export function readInput(maxSize: number): Source | undefined {
  const bytes = readAtMost(0, maxSize * BYTES_A_UNIT);
  return bytes && decode(bytes);
}

function readStream(path: string, maxSize: number): Source | undefined {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = readAtMost(descriptor, maxSize * BYTES_A_UNIT);
    return bytes && decode(bytes);
  } finally {
    closeSync(descriptor);
  }
}

/** All that comes; undefined as soon as it is more than `limit` bytes, since pipes and devices may never end. */
function readAtMost(descriptor: number, limit: number): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let size = 0; size <= limit;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const count = readSync(descriptor, chunk);
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
    size += count;
  }
  return undefined;
}

function decode(bytes: Buffer): Source {
  const encoding = isUtf8(bytes) ? 'utf8' : 'latin1';
  return { text: bytes.toString(encoding), encoding, bytes };
}
