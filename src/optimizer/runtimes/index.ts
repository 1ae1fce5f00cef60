import { dotnet } from './dotnet.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { node } from './node.ts';
import { rust } from './rust.ts';
import type { Runtime } from './runtime.ts';

/** What a last stage may start; the first that knows it is asked. */
export const RUNTIMES: readonly Runtime[] = [go, rust, java, dotnet, node];
