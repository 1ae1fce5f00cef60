/** Folders that tools write on the machine where they run: they come and go, and are seldom under version control. */
const FOLDERS = new Set(
  (
    '.build .next .nuxt .output .svelte-kit _build _output artifacts bin bld build builds cmake-build-release coverage deps dist ' +
    'generated install lib libs node_modules obj out output pkg public publish release releases site static tarballs ' +
    'target tmp vendor wheels'
  ).split(' '),
);

/** Packages, programs and archives, which a step before the build makes. */
const PACKAGES = /\.(?:apk|bin|crt|deb|dll|env|exe|gem|jar|key|nupkg|pem|rpm|so|tar|tar\.\w+|tgz|war|whl|zip)$/i;

/** True where a path may well be made only before the build, so that its absence says nothing. */
export function mayBeBuilt(path: string): boolean {
  const parts = path.split('/');
  return PACKAGES.test(path) || parts.some(part => FOLDERS.has(part.toLowerCase()));
}
