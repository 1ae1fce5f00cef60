import type { BuildContext } from '../context/build-context.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { optimize as plan } from '../optimizer/optimize.ts';
import type { OptimizeOptions, Plan } from '../optimizer/plan.ts';
import { today } from './run-settings.ts';

/** Plans the leanest rewrite of a Dockerfile that its context shows to be right; what cannot be shown is refused, with the reason. */
export function optimize(text: string, context: BuildContext, options: Partial<OptimizeOptions> = {}): Plan {
  return plan(parseDockerfile(text), context, { date: today(), ...options });
}
