import type { Layer } from './family.ts';

const FULL = { distro: ['debian', 'ubuntu'], not: ['slim'] } as const;
export const SLIM = { distro: ['debian', 'ubuntu'], has: ['slim'] } as const;

/** What `buildpack-deps` adds in its three sizes; the full one is under every language's image that is not slim. */
export const CURL_SIZE = 'curl wget ca-certificates';
export const SCM_SIZE = `${CURL_SIZE} git hg ssh svn ps`;
export const BUILDPACK = `${SCM_SIZE} gcc g++ cc c++ make autoconf automake patch file unzip xz bzip2 python3 pkg-config dpkg-dev`;

/** What full images of a language have on Debian and Ubuntu. */
export const FULL_SIZE: Layer = { when: FULL, present: BUILDPACK };
