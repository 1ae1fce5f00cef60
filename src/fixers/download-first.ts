import type { BuildContext } from '../context/build-context.ts';
import { installInputs } from '../context/manifests/install-inputs.ts';
import type { CopyInstruction, Dockerfile } from '../dockerfile/model.ts';
import { expand } from '../dockerfile/variables.ts';
import type { Fix } from '../engine/rule.ts';
import { resolvePath } from '../images/paths.ts';
import { stateAt } from '../images/state.ts';
import { insertAbove } from './instructions.ts';

/** Downloads Go's modules by `go.mod` and `go.sum` above the copy of the whole context, where that goes into the working directory. */
export function downloadModulesFirst(
  dockerfile: Dockerfile,
  context: BuildContext,
  copy: CopyInstruction,
): Fix | undefined {
  const { text } = dockerfile;
  const workdir = stateAt(copy)?.workdir;
  const destination = copy.destination && expand(copy, copy.destination).value;
  if (workdir === undefined || destination === undefined || copy.flags.length > 0 || copy.json) return undefined;
  const inputs = installInputs(context, '', 'go');
  const isWhole = inputs?.missing.length === 0 && inputs.localProjects.length === 0;
  if (!isWhole || inputs.files.some(file => file.includes('/')) || resolvePath([workdir, destination]) !== workdir)
    return undefined;

  const written = text.slice(...copy.keywordSpan);
  const run = written === written.toLowerCase() ? 'run' : 'RUN';
  const lines = [`${written} ${inputs.files.join(' ')} ./`, `${run} go mod download`];
  return { title: 'Download the modules first', safety: 'unsafe', edits: [insertAbove(dockerfile, copy, lines)] };
}
