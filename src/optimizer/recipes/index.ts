import type { Recipe } from '../recipe.ts';
import { c } from './c.ts';
import { dotnet } from './dotnet.ts';
import { elixir } from './elixir.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { lean } from './lean.ts';
import { node } from './node.ts';
import { php } from './php.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { staticSite } from './static-site.ts';

/** Every recipe; the first that applies is the one that is tried. */
export const RECIPES: readonly Recipe[] = [
  python,
  node,
  go,
  rust,
  java,
  dotnet,
  ruby,
  php,
  elixir,
  c,
  staticSite,
  lean,
];
