/** The words of a tag: `3.12-slim-bookworm` has three. Where Alpine's version stands apart (`alpine-3.22`) it is joined on. */
export function tagWords(tag: string): string[] {
  return tag.replace(/(?<=(?:^|-)alpine)-(?=3\.)/, '').split('-');
}
