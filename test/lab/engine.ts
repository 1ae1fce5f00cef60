import { rmSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, STORE, attempt, run } from './machine.ts';

/** The kernel refuses to seal buildah's copy of itself for a moment, once in some hundred steps on a busy machine. */
const FLAKE = 'sealing memfd copy';
/** Instructions that make a layer; the others only set the configuration, in no time. */
const STEP = /^(?:\[\d+\/\d+\] )?STEP \d+\/\d+: (?:RUN|COPY|ADD|WORKDIR)\b/;

/** Builds a folder's Dockerfile with layers that the next build may take again. */
export function build(folder: string, tag: string): Outcome {
  const flags = [
    'build',
    '--layers',
    '--pull=never',
    '--isolation',
    'chroot',
    '--network',
    'host',
    '--format',
    'docker',
  ];
  const outcome = attempt('buildah', ...flags, '-t', tag, folder);
  return outcome.status !== 0 && outcome.output.includes(FLAKE) ? build(folder, tag) : outcome;
}

/** How many steps of a build were run, not taken from the cache. */
export function stepsRun(output: string): number {
  const lines = output.split('\n').filter(line => line.trim() !== '');
  const steps = lines.flatMap((line, index) => (STEP.test(line) ? [index] : []));
  return steps.filter(index => !lastOfStep(lines, index).includes('Using cache')).length;
}

/** The line with the layer that a step ended with. */
function lastOfStep(lines: readonly string[], start: number): string {
  const rest = lines.slice(start + 1);
  const end = rest.findIndex(line => /^(?:\[\d+\/\d+\] )?STEP \d+\/\d+:/.test(line));
  return (end === -1 ? rest : rest.slice(0, end)).find(line => line.startsWith('--> ')) ?? '';
}

/** Forgets what was built, so that the next build starts cold; base images stay. */
export function forget(): void {
  const images = run('buildah', 'images', '-q', '--filter', 'reference=localhost/lab').split('\n').filter(Boolean);
  if (images.length > 0) attempt('buildah', 'rmi', '--force', ...new Set(images));
  attempt('buildah', 'rmi', '--prune', '--force');
  for (const name of readdirSync(join(STORE, 'tmp')))
    if (name.startsWith('buildah-cache')) rmSync(join(STORE, 'tmp', name), { recursive: true });
}

export interface BuiltImage {
  /** Bytes of all layers, uncompressed. */
  readonly bytes: number;
  readonly layers: number;
  /** Empty for root. */
  readonly user: string;
}

export function inspect(tag: string): BuiltImage {
  const [image] = JSON.parse(run('podman', 'image', 'inspect', tag)) as [
    { Size: number; RootFS: { Layers: string[] }; Config: { User?: string } },
  ];
  return { bytes: image.Size, layers: image.RootFS.Layers.length, user: image.Config.User ?? '' };
}
