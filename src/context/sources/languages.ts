import { c } from './c.ts';
import { csharp } from './csharp.ts';
import { elixir } from './elixir.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { node } from './node.ts';
import { php } from './php.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import type { SourceLanguage } from './source-fact.ts';

/** What is looked for in each language. */
export const LANGUAGES = { python, node, go, rust, java, csharp, ruby, php, elixir, c } as const satisfies Readonly<
  Record<string, SourceLanguage>
>;

export type Language = keyof typeof LANGUAGES;
