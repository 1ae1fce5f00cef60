import type { Recipe } from '../recipe.ts';
import { c } from './c.ts';
import { dotnet } from './dotnet.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { lean } from './lean.ts';
import { node } from './node.ts';
import { python } from './python.ts';
import { rust } from './rust.ts';

/** Every recipe; the first that applies is the one that is tried. */
export const RECIPES: readonly Recipe[] = [python, node, go, rust, java, dotnet, c, lean];
