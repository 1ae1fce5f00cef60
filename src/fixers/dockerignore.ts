import type { BuildContext } from '../context/build-context.ts';
import type { Fix } from '../engine/rule.ts';

/** The ignore file with these lines behind those that it has, or a new one. Its own line ends stay. */
export function withIgnored({ ignoreFile }: BuildContext, lines: readonly string[]): NonNullable<Fix['files']> {
  const { path, text } = ignoreFile ?? { path: '.dockerignore', text: '' };
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const head = text === '' || text.endsWith('\n') ? text : text + end;
  return [{ path, text: head + lines.map(line => line + end).join('') }];
}
