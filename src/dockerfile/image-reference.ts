/** A reference to an image, taken apart: `registry/repository:tag@digest`. */
export interface ImageReference {
  readonly text: string;
  /** As written (`ghcr.io`, `localhost:5000`); undefined for Docker Hub's short names. */
  readonly registry: string | undefined;
  /** Without the registry: `python`, `library/python`, `grafana/grafana`. */
  readonly repository: string;
  /**
   * The name to look facts up by: registry and repository without what Docker Hub leaves out
   * (`docker.io/library/python` → `python`, `docker.io/grafana/grafana` → `grafana/grafana`, `gcr.io/distroless/cc`).
   */
  readonly name: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

const REFERENCE = /^([^@]*)(?:@(.*))?$/s;
const PATH = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const REGISTRY = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;
const IMAGE_ID = /^[a-f0-9]{64}$/;
const LONGEST = 255;

/**
 * Takes a reference apart as BuildKit does; undefined where it cannot be one.
 * Grammar: https://github.com/distribution/reference/blob/main/reference.go
 */
export function parseImageReference(text: string): ImageReference | undefined {
  const [, named = '', digest] = REFERENCE.exec(text) ?? [];
  const slash = named.lastIndexOf('/');
  const colon = named.indexOf(':', slash + 1);
  const path = colon === -1 ? named : named.slice(0, colon);
  const tag = colon === -1 ? undefined : named.slice(colon + 1);
  const first = path.slice(0, Math.max(0, path.indexOf('/')));
  const registry = /[.:A-Z]/.test(first) || first === 'localhost' ? first : undefined;
  const repository = registry === undefined ? path : path.slice(registry.length + 1);
  if (path.length > LONGEST || !PATH.test(repository) || IMAGE_ID.test(text)) return undefined;
  if (registry !== undefined && !REGISTRY.test(registry)) return undefined;
  if (tag !== undefined && !TAG.test(tag)) return undefined;
  if (digest !== undefined && !DIGEST.test(digest)) return undefined;
  return { text, registry, repository, name: lookupName(registry, repository), tag, digest };
}

function lookupName(registry: string | undefined, repository: string): string {
  const onHub = registry === undefined || registry === 'docker.io' || registry === 'index.docker.io';
  if (!onHub) return `${registry}/${repository}`;
  return repository.startsWith('library/') ? repository.slice('library/'.length) : repository;
}
