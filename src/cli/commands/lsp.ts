import { dirname } from 'node:path';
import type { BuildContext } from '../../context/build-context.ts';
import { serve } from '../../lsp/server.ts';
import { diskContext } from '../disk-context.ts';
import { openSettings } from '../settings.ts';
import { version } from '../version.ts';

/** Milliseconds that a listing of a build context is believed. */
const FRESH = 3000;

interface Kept {
  readonly context: BuildContext;
  readonly since: number;
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
        const known = contexts.get(path);
        if (known !== undefined && performance.now() - known.since < FRESH) return known.context;
        const context = diskContext(dirname(path), path);
        contexts.set(path, { context, since: performance.now() });
        return context;
      },
    },
    process.stdin,
    process.stdout,
  );
}
