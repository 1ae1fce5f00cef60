import type { Recipe } from '../recipe.ts';
import { go } from './go.ts';
import { node } from './node.ts';
import { python } from './python.ts';

/** Every recipe; the first that applies is the one that is tried. */
export const RECIPES: readonly Recipe[] = [python, node, go];
