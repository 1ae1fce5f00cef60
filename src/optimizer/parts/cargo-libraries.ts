import type { BuildContext } from '../../context/build-context.ts';
import { readCargoLock } from '../../context/manifests/cargo.ts';

/** Crates that link a library of the system, with Debian's package for it by suite; empty where cc-debian13 has it. */
const SYSTEM_CRATES: Readonly<
  Record<
    string,
    {
      readonly distroless: boolean;
      readonly bookworm: string;
      readonly trixie: string;
      readonly unless?: readonly string[];
    }
  >
> = {
  'openssl-sys': { distroless: true, bookworm: 'libssl3', trixie: 'libssl3t64', unless: ['openssl-src'] },
  'pq-sys': { distroless: false, bookworm: 'libpq5', trixie: 'libpq5' },
  'mysqlclient-sys': { distroless: false, bookworm: 'libmariadb3', trixie: 'libmariadb3' },
  'lzma-sys': { distroless: false, bookworm: 'liblzma5', trixie: 'liblzma5' },
  'bzip2-sys': { distroless: false, bookworm: 'libbz2-1.0', trixie: 'libbz2-1.0' },
  // The full rust image has the header files of libcurl, which this crate then links.
  'curl-sys': { distroless: false, bookworm: 'libcurl4', trixie: 'libcurl4t64' },
  'libz-sys': { distroless: true, bookworm: '', trixie: '' },
  'zstd-sys': { distroless: true, bookworm: '', trixie: '' },
  'libdbus-sys': { distroless: false, bookworm: 'libdbus-1-3', trixie: 'libdbus-1-3' },
  'libudev-sys': { distroless: false, bookworm: 'libudev1', trixie: 'libudev1' },
  'alsa-sys': { distroless: false, bookworm: 'libasound2', trixie: 'libasound2t64' },
};
/** `-sys` crates that bring their code or need no library. */
const SELF_CONTAINED =
  /^(?:ring|kqueue-sys|system-configuration-sys|jni-sys|ndk-sys|fuchsia-zircon-sys|kernel32-sys|libc|linux-raw-sys|windows-sys|web-sys|js-sys|io-lifetimes|core-foundation-sys|security-framework-sys|aws-lc-sys|libgit2-sys|libssh2-sys|tikv-jemalloc-sys|jemalloc-sys|libmimalloc-sys|dirs-sys|inotify-sys|fsevent-sys|wasi|hermit-abi|iana-time-zone-haiku|wit-bindgen|android_system_properties|schannel|errno|sys-info|sysinfo|sys-locale|system-deps|num_cpus|brotli-sys|lz4-sys|snappy-sys|librocksdb-sys|objc-sys|libm)$/;

export interface LinkedLibraries {
  /** The lock file that was read. */
  readonly file: string;
  /** Locked crates that link a library of the system. */
  readonly names: readonly string[];
  /** Debian packages of those libraries. */
  readonly packages: readonly string[];
  /** True where cc-debian13 has all of them. */
  readonly distroless: boolean;
  /** A crate of which it is not known what it links, or the lock file where there is none. */
  readonly unknown: string | undefined;
}

/** The libraries of the system that the locked crates link. */
export function linkedLibraries(context: BuildContext, suite: string | undefined): LinkedLibraries {
  const file = lockFile(context);
  const locked = readCargoLock(context, file);
  const crates = (locked ?? []).map(({ name }) => name);
  const names = crates.filter(
    name =>
      SYSTEM_CRATES[name] !== undefined && !(SYSTEM_CRATES[name].unless ?? []).some(other => crates.includes(other)),
  );
  const bundles = bundlesSqlite(context.read(file) ?? '');
  const unknown =
    locked === undefined
      ? file
      : crates.find(
          name =>
            name.endsWith('-sys') &&
            SYSTEM_CRATES[name] === undefined &&
            !SELF_CONTAINED.test(name) &&
            !(name === SQLITE && bundles),
        );
  const column = suite === 'bookworm' ? 'bookworm' : 'trixie';
  return {
    file,
    names,
    unknown,
    packages: names.flatMap(name => SYSTEM_CRATES[name]?.[column] ?? []),
    distroless: names.every(name => SYSTEM_CRATES[name]?.distroless === true),
  };
}

const SQLITE = 'libsqlite3-sys';

/** With its feature "bundled" the crate compiles SQLite itself, for which it depends on `cc`. */
function bundlesSqlite(lock: string): boolean {
  const at = lock.indexOf(`name = "${SQLITE}"`);
  const end = lock.indexOf('[[package]]', at);
  return at !== -1 && /^ "cc(?: [\d.]+)?",?$/m.test(lock.slice(at, end === -1 ? undefined : end));
}

/** The lock file at the root, or the only one of a folder below it. */
function lockFile(context: BuildContext): string {
  const found = context.files().filter(file => /(?:^|\/)Cargo\.lock$/.test(file));
  const [first] = found;
  return found.length === 1 && first !== undefined ? first : 'Cargo.lock';
}
