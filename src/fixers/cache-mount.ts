import type { Dockerfile, Mount } from '../dockerfile/model.ts';
import type { Edit } from '../text/span.ts';

const ALIASES: Readonly<Record<string, readonly string[]>> = { target: ['target', 'dst', 'destination'] };

/** Writes an option of a mount, in the place of the one that is there or behind the others. Undefined where quotes stand around them. */
export function setMountOption({ text }: Dockerfile, mount: Mount, name: string, value: string): Edit | undefined {
  const { options, flag } = mount;
  if (/["'$]/.test(text.slice(...flag.span))) return undefined;
  const written = [...options].findLast(([key]) => (ALIASES[name] ?? [name]).includes(key))?.[1];
  if (written !== undefined) return { span: written.span, text: value };
  const end = flag.span[1];
  return { span: [end, end], text: `,${name}=${value}` };
}
