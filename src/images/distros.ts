/** A Linux distribution (or Windows) as far as a tag or a table says it. */
export interface Distro {
  readonly id: DistroId;
  /** `13`, `24.04`, `3.22`, `2023`. */
  readonly version: string | undefined;
  /** What tags call the version: `trixie`, `noble`; for those without code names the version itself. */
  readonly suite: string | undefined;
}

export type DistroId =
  | 'debian'
  | 'ubuntu'
  | 'alpine'
  | 'wolfi'
  | 'busybox'
  | 'centos'
  | 'rocky'
  | 'almalinux'
  | 'fedora'
  | 'rhel'
  | 'oraclelinux'
  | 'amazonlinux'
  | 'azurelinux'
  | 'opensuse'
  | 'archlinux'
  | 'scratch'
  | 'windows';

const CODENAMES: Readonly<Partial<Record<DistroId, Readonly<Record<string, string>>>>> = {
  debian: {
    wheezy: '7',
    jessie: '8',
    stretch: '9',
    buster: '10',
    bullseye: '11',
    bookworm: '12',
    trixie: '13',
    forky: '14',
  },
  ubuntu: {
    trusty: '14.04',
    xenial: '16.04',
    bionic: '18.04',
    focal: '20.04',
    yakkety: '16.10',
    zesty: '17.04',
    artful: '17.10',
    cosmic: '18.10',
    disco: '19.04',
    eoan: '19.10',
    groovy: '20.10',
    hirsute: '21.04',
    impish: '21.10',
    jammy: '22.04',
    kinetic: '22.10',
    lunar: '23.04',
    mantic: '23.10',
    noble: '24.04',
    oracular: '24.10',
    plucky: '25.04',
    questing: '25.10',
    resolute: '26.04',
    stonking: '26.10',
  },
};

/** What tags call a distribution: the word, then a version right behind it (`alpine3.22`, `al2023`, `ubi9`). */
const PREFIXES: Readonly<Record<string, DistroId>> = {
  alpine: 'alpine',
  debian: 'debian',
  ubuntu: 'ubuntu',
  ubi: 'rhel',
  al: 'amazonlinux',
  amazonlinux: 'amazonlinux',
  oraclelinux: 'oraclelinux',
  oracle: 'oraclelinux',
  centos: 'centos',
  stream: 'centos',
  rockylinux: 'rocky',
  almalinux: 'almalinux',
  fedora: 'fedora',
  azurelinux: 'azurelinux',
  mariner: 'azurelinux',
  windowsservercore: 'windows',
  nanoserver: 'windows',
  ltsc: 'windows',
};

/** How many numbers of a version make a release of its own, where it is not one. */
const CYCLE_LENGTH: Readonly<Partial<Record<DistroId, number>>> = { alpine: 2, ubuntu: 2, opensuse: 2, azurelinux: 2 };

const FAMILY_OF = new Map(
  Object.entries(CODENAMES).flatMap(([id, names]) => Object.keys(names).map(name => [name, id] as const)),
);

/** The distribution that a word of a tag names (`bookworm`, `alpine3.22`, `ubi9`); undefined where it names none. */
export function distroOfWord(word: string): Distro | undefined {
  const named = FAMILY_OF.get(word);
  if (named === 'debian' || named === 'ubuntu') return { id: named, version: CODENAMES[named]?.[word], suite: word };
  const [, prefix = '', version] = /^([a-z]+?)((?<=[a-z])\d[\d.]*)?$/.exec(word) ?? [];
  const id = Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined;
  if (id === undefined || (prefix === 'al' && version === undefined)) return undefined;
  return distroOf(id, version);
}

/** The distribution of a version: `debian`, `12` or `12.5` is bookworm. */
export function distroOf(id: DistroId, version: string | undefined): Distro {
  const cycle =
    version === undefined
      ? undefined
      : version
          .split('.')
          .slice(0, CYCLE_LENGTH[id] ?? 1)
          .join('.');
  const names = Object.entries(CODENAMES[id] ?? {});
  const suite = names.length === 0 ? cycle : names.find(([, number]) => number === cycle)?.[0];
  return { id, version: cycle, suite };
}

/** Debian's number for a suite: `13` for `trixie`. */
export function suiteNumber(suite: string): string | undefined {
  return CODENAMES.debian?.[suite];
}
