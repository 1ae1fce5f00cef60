import { dirname } from 'node:path';
import type { BuildContext } from '../../context/build-context.ts';
import { serve } from '../../lsp/server.ts';
import { diskContext } from '../disk-context.ts';
import { openSettings } from '../settings.ts';
import { version } from '../version.ts';

/** Milliseconds without an edit after which a listing of a build context is no longer believed. */
const PAUSE = 3000;

interface Kept {
  readonly context: BuildContext;
  /** When it was last asked for. */
  readonly asked: number;
}

/** `plimsoll lsp --stdio`: serves editors until their client goes. */
export function lsp(): void {
  let settings = openSettings({});
  const contexts = new Map<string, Kept>();
  serve(
    {
      version,
      async settings(path) {
        const { configured, invocation, catalogue, honourPragmas, maxSize, ignored } = await settings(path);
        return { configured, invocation, options: { catalogue, honourPragmas, maxSize }, ignored };
      },
      forget() {
        settings = openSettings({});
        contexts.clear();
      },
      context(path) {
        const asked = performance.now();
        const known = contexts.get(path);
        const isFresh = known !== undefined && asked - known.asked < PAUSE;
        const context = isFresh ? known.context : diskContext(dirname(path), path);
        contexts.set(path, { context, asked });
        return context;
      },
    },
    process.stdin,
    process.stdout,
  );
}
