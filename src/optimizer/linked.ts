import type { Draft, Entry } from './draft.ts';

/** Folders that are symbolic links in Debian's images: a linked copy would put a folder in their place. */
const LINKED_FOLDERS = /\s\/(?:bin|sbin|lib|lib64)\//;

/** The draft with `--link` on new copies between stages, which BuildKit then re-uses whatever is built below them. */
export function linked({ stages }: Draft): Draft {
  return {
    stages: stages.map(entries =>
      entries.map((entry, index) =>
        mayLink(entries, index) ? { ...entry, text: entry.text.replace(/^(copy) /i, '$1 --link ') } : entry,
      ),
    ),
  };
}

/** Only what is new, and where no RUN follows that would need the files merged. */
function mayLink(entries: readonly Entry[], index: number): boolean {
  const entry = entries[index];
  if (entry === undefined || entry.origin !== undefined || !/^copy --from=/i.test(entry.text)) return false;
  return !LINKED_FOLDERS.test(entry.text) && !entries.slice(index).some(({ text }) => /^run\b/i.test(text));
}
