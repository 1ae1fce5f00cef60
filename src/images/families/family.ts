import type { DistroId } from '../distros.ts';

/** What one image, or several that are alike, is known to hold. Written by hand; only what is sure is said. */
export interface Family {
  /** Names as `officialName` gives them. */
  readonly names?: readonly string[];
  /** For names that are not a closed list. */
  readonly pattern?: RegExp;
  /** What a version in its tags counts: a language or the distribution itself. */
  readonly language?: string;
  /** The distribution where the tag names none; several where the tag's words or version decide, the first that holds. */
  readonly distro?: DistroId | readonly (readonly [Condition, DistroId])[];
  /** True where the version in its tags is the distribution's. */
  readonly versionIsDistro?: true;
  /** What the newest version is called, where the published tags show it: the highest version is `latest`. */
  readonly latestIsHighest?: true;
  /**
   * The suite that floating tags stand on where the dated table does not show it, as for what is published no more.
   * Keys are a version, a word of the tag, or `8.*` for every release of a version.
   */
  readonly suites?: Readonly<Record<string, string>>;
  /** True where the layers name every program of `absent` below that it brings: the others are then known not to be there. */
  readonly listsPrograms?: true;
  /** Later layers win. */
  readonly layers: readonly Layer[];
}

/** Facts that hold under a condition; without one, always. */
export type Layer = {
  readonly when?: Condition;
} & {
  // An explicit undefined takes back what the layers below say.
  readonly [Fact in keyof LayerFacts]?: LayerFacts[Fact] | undefined;
};

export interface LayerFacts {
  /** Name → uid, gid, home. */
  readonly accounts: Readonly<Record<string, readonly [uid: number, gid: number, home: string]>>;
  /** Groups that are no account's own: name → gid. */
  readonly groups: Readonly<Record<string, number>>;
  /** The default user as the image's configuration has it; `root` where it has none. */
  readonly user: string;
  /** What `/bin/sh` is. */
  readonly shell: 'dash' | 'bash' | 'ash' | 'none';
  readonly packageManager: PackageManager;
  readonly libc: 'glibc' | 'musl' | 'none';
  readonly tools: 'gnu' | 'busybox' | 'none';
  /** Empty: none. */
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
  readonly workdir: string;
  /** Null: set, to a value that is not known. */
  readonly env: Readonly<Record<string, string | null>>;
  /** Goes before the standard search path. */
  readonly path: readonly string[];
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly stopSignal: string;
  /** Programs known to be there, between blanks; `ca-certificates` stands for the bundle. */
  readonly present: string;
  /** Programs known not to be there. */
  readonly absent: string;
  /** Programs that may be there or not, whatever the layers below say. */
  readonly unsure: string;
}

export type PackageManager = 'apt' | 'apk' | 'dnf' | 'microdnf' | 'yum' | 'tdnf' | 'zypper' | 'pacman' | 'none';

/** All parts must hold. A part that asks for a version is undecided where the version is unknown. */
export interface Condition {
  /** Words of the tag, all there. */
  readonly has?: readonly string[];
  /** Words of the tag, none there. */
  readonly not?: readonly string[];
  readonly distro?: readonly DistroId[];
  /** The version is this or later; before this. */
  readonly since?: string;
  readonly before?: string;
  /** The same of the distribution's version. */
  readonly distroSince?: string;
  readonly distroBefore?: string;
  /** The version has three numbers or more: a release, not a line of them that moves. */
  readonly isRelease?: true;
}
