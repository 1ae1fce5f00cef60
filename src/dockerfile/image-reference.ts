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

const REFERENCE = /^([^@]*)(?:@(.*))?$/;

/** Takes a reference apart as BuildKit does; undefined where it cannot be one. */
export function parseImageReference(text: string): ImageReference | undefined {
  const [, named = '', digest] = REFERENCE.exec(text) ?? [];
  const slash = named.lastIndexOf('/');
  const colon = named.indexOf(':', slash + 1);
  const path = colon === -1 ? named : named.slice(0, colon);
  const tag = colon === -1 ? undefined : named.slice(colon + 1);
  const first = path.slice(0, Math.max(0, path.indexOf('/')));
  const registry = first.includes('.') || first.includes(':') || first === 'localhost' ? first : undefined;
  const repository = registry === undefined ? path : path.slice(registry.length + 1);
  if (!/^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/.test(repository)) return undefined;
  if (tag !== undefined && !/^\w[\w.-]{0,127}$/.test(tag)) return undefined;
  if (digest !== undefined && !/^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/.test(digest)) return undefined;
  return { text, registry, repository, name: lookupName(registry, repository), tag, digest };
}

function lookupName(registry: string | undefined, repository: string): string {
  const onHub = registry === undefined || registry === 'docker.io' || registry === 'index.docker.io';
  if (!onHub) return `${registry}/${repository}`;
  return repository.startsWith('library/') ? repository.slice('library/'.length) : repository;
}
