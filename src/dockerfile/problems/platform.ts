const OS = /^[A-Za-z0-9_-]+(?:\([A-Za-z0-9_.%-]*(?:\+[A-Za-z0-9_.%-]+)*\))?$/;
const PART = /^[A-Za-z0-9_.-]+$/;

const KNOWN_OS =
  'aix android darwin dragonfly freebsd hurd illumos ios js linux macos nacl netbsd openbsd plan9 solaris windows zos';
const KNOWN_ARCHITECTURES =
  '386 i386 amd64 x86_64 x86-64 amd64p32 arm armhf armel armbe arm64 aarch64 arm64be ppc64 ppc64le loong64 mips mipsle ' +
  'mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm';
const KNOWN_ALONE = new Set([...KNOWN_OS.split(' '), ...KNOWN_ARCHITECTURES.split(' ')]);

/** Whether a text is `os[(version)]/architecture[/variant]`, or one of the two alone, as containerd reads it. */
export function isPlatform(text: string): boolean {
  const [os = '', ...parts] = text.split('/');
  if (!OS.test(os) || parts.length > 2 || !parts.every(part => PART.test(part))) return false;
  return parts.length > 0 || KNOWN_ALONE.has(os.replace(/\(.*/, '').toLowerCase());
}
