/** How one base image is put together from Debian's packages and this machine's toolchains. */
export interface BaseImage {
  /** The names under which Dockerfiles ask for it. */
  readonly names: readonly string[];
  /** The image that it builds on: a name of another one. */
  readonly from?: string;
  readonly suite: Suite;
  readonly steps: readonly Step[];
  readonly config: ImageConfig;
}

export type Suite = 'bookworm' | 'trixie';

export type Step =
  /** A new file system by debootstrap. */
  | { readonly kind: 'debootstrap' }
  /** The files of another image, without what Debian's slim images leave out. */
  | { readonly kind: 'slim'; readonly of: string }
  /** Packages by apt, with what they need. */
  | { readonly kind: 'install'; readonly packages: readonly string[] }
  /** Packages taken apart: just their files, as in distroless images. */
  | { readonly kind: 'unpack'; readonly packages: readonly string[] }
  /** A toolchain of this machine. */
  | { readonly kind: 'toolchain'; readonly tool: 'python' | 'node' | 'go' | 'rust'; readonly version: string }
  /** Shell commands in the image. */
  | { readonly kind: 'run'; readonly script: string }
  /** Shell commands on the machine; `$1` is the image's root folder. */
  | { readonly kind: 'outside'; readonly script: string }
  /** What this machine needs to reach its package registries. */
  | { readonly kind: 'settings' };

export interface ImageConfig {
  readonly env?: Readonly<Record<string, string>>;
  readonly cmd?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly user?: string;
  readonly workdir?: string;
}
