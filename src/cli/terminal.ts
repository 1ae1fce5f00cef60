import type { WriteStream } from 'node:tty';
import { PLAIN, type Style } from '../reporters/style.ts';

const MIN_WIDTH = 40;
const MAX_WIDTH = 120;

/** How a stream takes text; `wanted` is what `--color` or `--no-color` says. */
export function styleOf(stream: NodeJS.WriteStream, wanted: boolean | undefined): Style {
  const color = wanted ?? hasColors(stream);
  const width = stream.isTTY ? Math.min(Math.max(stream.columns || PLAIN.width, MIN_WIDTH), MAX_WIDTH) : PLAIN.width;
  return { color, links: color && stream.isTTY && takesLinks(process.env), width };
}

/** Node's own answer, which heeds NO_COLOR, FORCE_COLOR, TERM and the like. */
function hasColors(stream: NodeJS.WriteStream & Partial<WriteStream>): boolean {
  const forced = process.env['FORCE_COLOR'];
  if (forced !== undefined && process.env['NO_COLOR'] === undefined) return forced !== '0' && forced !== 'false';
  return stream.isTTY && (stream.hasColors?.() ?? false);
}

/** True for the terminals that are known to draw OSC 8 links; the others may print them as they stand. */
function takesLinks(env: NodeJS.ProcessEnv): boolean {
  if (env['CI'] !== undefined) return false;
  return (
    env['WT_SESSION'] !== undefined ||
    env['KONSOLE_VERSION'] !== undefined ||
    env['DOMTERM'] !== undefined ||
    Number(env['VTE_VERSION'] ?? 0) >= 5000 ||
    /^(?:iTerm\.app|WezTerm|vscode|ghostty|Hyper|Tabby|rio)$/.test(env['TERM_PROGRAM'] ?? '') ||
    /kitty|alacritty|foot|ghostty/.test(env['TERM'] ?? '')
  );
}
