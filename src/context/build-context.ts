/** Most bytes of a file that a context hands out: what is longer is data. */
export const MAX_READ = 1024 * 1024;

/** The files that a build may copy. Paths are relative to the context's root, with `/`, without a leading `./`. */
export interface BuildContext {
  /** Every file that .dockerignore lets in, in one stable order; folders that it ignores are not walked. */
  files(): readonly string[];
  /** True where there are too many files to list, and `files` has only some of them. */
  isTruncated(): boolean;
  /** Undefined where there is no such file or folder, ignored or not. */
  stat(path: string): FileFacts | undefined;
  /** The text of a file, ignored or not (UTF-8); undefined where it cannot be read or is over a megabyte. */
  read(path: string): string | undefined;
  /** The ignore file that BuildKit would use. */
  readonly ignoreFile: { readonly path: string; readonly text: string } | undefined;
  /** True where .dockerignore keeps a path out. */
  ignores(path: string): boolean;
}

export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'other';
  /** Bytes. */
  readonly size: number;
  /** True also where the file system has no such bit. */
  readonly executable: boolean;
}
