const HEAD = 8000;
const MOST_UNREADABLE = 0.1;

/** Whether a decoded text was no text: a NUL, or much that is no UTF-8, near its start. */
export function isBinary(text: string): boolean {
  const head = text.slice(0, HEAD);
  if (head.includes('\0')) return true;
  const unreadable = head.split('\uFFFD').length - 1;
  return unreadable > head.length * MOST_UNREADABLE;
}
