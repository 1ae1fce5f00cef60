import { SONAMES } from './data/sonames.ts';
import { rowsOf } from './data/rows.ts';
import { suiteNumber } from './distros.ts';

/** An image of gcr.io/distroless, by its name. */
export interface Distroless {
  /** `static`, `base`, `base-nossl`, `cc`, `python3`, `nodejs22`, `java21`, `java-base`. */
  readonly kind: string;
  /** `13`; undefined where the name has no suffix, so that it moves. */
  readonly debian: string | undefined;
}

/** What a name without a suffix meant on 2026-08-21, when the list of what is published was read. */
export const CURRENT_DEBIAN = '13';

/** Kinds → the last day of their support, by Debian's version (GoogleContainerTools/distroless, SUPPORT_POLICY.md); empty: no end is set. */
const PUBLISHED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  12: { static: '2026-09-30', base: '2026-09-30', 'base-nossl': '2026-09-30', cc: '2026-09-30' },
  13: {
    static: '',
    base: '',
    'base-nossl': '',
    cc: '',
    python3: '',
    nodejs22: '',
    nodejs24: '',
    nodejs26: '',
    'java-base': '',
    java17: '',
    java21: '',
    java25: '',
  },
};

/** What was published before, and the last day of its support where one was set. */
const GONE: readonly (readonly [RegExp, string | undefined])[] = [
  [/^(?:java|nodejs)\S*-debian12$/, '2026-01-31'],
  [/^python3-debian12$/, '2026-04-30'],
  [/-debian(?:9|10|11)$/, undefined],
  [/^nodejs(?:12|14|16|18|20)(?:-debian13)?$/, undefined],
  [/^python2\.7(?:$|-)/, undefined],
];

/** Takes a name (`gcr.io/distroless/cc-debian12`) apart; undefined for other images. */
export function parseDistroless(name: string): Distroless | undefined {
  const [, kind, debian] = /^gcr\.io\/distroless\/([a-z0-9.-]+?)(?:-debian(\d+))?$/.exec(name) ?? [];
  return kind === undefined ? undefined : { kind, debian };
}

/** What the entrypoint of a distroless image starts. */
export interface DistrolessInterpreter {
  readonly language: 'python' | 'node' | 'java';
  readonly program: string;
  /** The names that people call it by. */
  readonly names: RegExp;
}

/** The interpreter that a distroless image has for its entrypoint; undefined where it has none. */
export function distrolessInterpreter({ kind }: Distroless): DistrolessInterpreter | undefined {
  return INTERPRETERS.find(([pattern]) => pattern.test(kind))?.[1];
}

const INTERPRETERS: readonly (readonly [RegExp, DistrolessInterpreter])[] = [
  [
    /^python3$/,
    { language: 'python', program: '/usr/bin/python3', names: /^(?:\/usr\/bin\/)?python(?:3(?:\.\d+)?)?$/ },
  ],
  [/^nodejs\d*$/, { language: 'node', program: '/nodejs/bin/node', names: /^(?:\/nodejs\/bin\/)?node(?:js)?$/ }],
  [/^java\d+$/, { language: 'java', program: '/usr/bin/java', names: /^(?:\/usr\/bin\/)?java$/ }],
];

/** Whether a distroless image was still built on the list's day; undefined for other images. */
export function isDistrolessPublished(name: string): boolean | undefined {
  const image = parseDistroless(name);
  return image && PUBLISHED[image.debian ?? CURRENT_DEBIAN]?.[image.kind] !== undefined;
}

/** The name with Debian's number as a suffix, so that it does not move; undefined where it has one or is published no more. */
export function pinnedDistroless(name: string): string | undefined {
  const image = parseDistroless(name);
  const isCurrent = image?.debian === undefined && isDistrolessPublished(name) === true;
  return isCurrent ? `${name}-debian${CURRENT_DEBIAN}` : undefined;
}

/** That a distroless image is built no more, since when if it is known, and its successor. */
export interface DistrolessEnd {
  readonly name: string;
  readonly eol: string | undefined;
  readonly nearest: string | undefined;
}

/** The end of a distroless image that is built no more on a day. */
export function distrolessEnd(name: string, date: string): DistrolessEnd | undefined {
  const image = parseDistroless(name);
  if (image === undefined) return undefined;
  const full = name.slice('gcr.io/distroless/'.length);
  const end =
    GONE.find(([pattern]) => pattern.test(full))?.[1] ?? PUBLISHED[image.debian ?? CURRENT_DEBIAN]?.[image.kind];
  const isGone = GONE.some(([pattern]) => pattern.test(full));
  if (end === undefined || end === '' ? !isGone : end >= date) return undefined;
  return { name: full, eol: end === '' ? undefined : end, nearest: successorOf(image) };
}

function successorOf({ kind }: Distroless): string | undefined {
  const successor = `gcr.io/distroless/${kind}-debian${CURRENT_DEBIAN}`;
  return isDistrolessPublished(successor) === true ? successor : undefined;
}

/** The shared libraries (amd64) on the loader's path of a distroless image of Debian 13; undefined where no list is kept. */
export function sonamesOf(name: string): ReadonlySet<string> | undefined {
  const image = parseDistroless(name);
  if (image === undefined) return undefined;
  // The Java images add a runtime's private libraries, which nothing else is linked to.
  const kind = /^java\d/.test(image.kind) ? 'java-base' : image.kind;
  const [row] = rowsOf(SONAMES, `${kind}-debian${image.debian ?? CURRENT_DEBIAN}`);
  return row === undefined ? undefined : new Set((row[0] ?? '').split(' ').filter(library => library !== ''));
}

/** The C library's version of Debian's release: what a binary may ask for at most. */
export function glibcOf(suite: string): string | undefined {
  return GLIBC[suiteNumber(suite) ?? suite];
}

const GLIBC: Readonly<Record<string, string>> = { 10: '2.28', 11: '2.31', 12: '2.36', 13: '2.41' };
