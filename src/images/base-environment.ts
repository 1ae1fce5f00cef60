import type { Stage } from '../dockerfile/model.ts';
import { effectiveBase } from '../dockerfile/stage-chain.ts';
import { factsOf } from './image-facts.ts';
import { officialName } from './official-name.ts';

/** Images that set PATH and nothing else, but for what their facts name. */
const BARE = new Set(
  'almalinux alpine amazonlinux busybox buildpack-deps centos debian oraclelinux rockylinux ubuntu'.split(' '),
);

/** The same but for variables of their own: `PYTHON_SHA256`, `NODE_VERSION`. */
const OWN_PREFIX: Readonly<Record<string, RegExp>> = {
  golang: /^(?:GO|CGO)/,
  node: /^(?:NODE|YARN|NPM)/,
  python: /^(?:PYTHON|PIP|GPG|LANG|LC_)/,
};

/** False where it is sure that the image below a stage does not set a variable, true where it is sure that it does. */
export function baseDefines(stage: Stage, name: string): boolean | undefined {
  const base = effectiveBase(stage);
  if (base.kind === 'scratch') return name === 'PATH';
  if (base.kind !== 'image') return undefined;
  const facts = factsOf(base.image);
  if (facts?.env.has(name) === true) return true;
  const image = officialName(base.image);
  if (facts === undefined || !base.certain || image.includes('/')) return undefined;
  if (BARE.has(image)) return false;
  const own = Object.hasOwn(OWN_PREFIX, image) ? OWN_PREFIX[image] : undefined;
  return own === undefined || own.test(name) ? undefined : false;
}
