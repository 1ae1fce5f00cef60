import type { Distro } from './distros.ts';
import { distroOfWord } from './distros.ts';
import type { Condition } from './families/family.ts';
import { isAtLeast } from './versions.ts';

/** What conditions are held against. */
export interface Circumstances {
  readonly words: readonly string[];
  readonly version: string | undefined;
  readonly distro: Distro | undefined;
}

/** Whether a condition holds; undefined where what it asks for is not known. */
export function holds(condition: Condition, { words, version, distro }: Circumstances): boolean | undefined {
  const { has = [], not = [], distro: distros, since, before, distroSince, distroBefore, isRelease } = condition;
  const says = (word: string): boolean => words.some(own => own === word || distroOfWord(own)?.id === word);
  const answers = [
    has.every(says),
    !not.some(says),
    distros === undefined ? true : distro === undefined ? undefined : distros.includes(distro.id),
    isRelease === undefined || (version?.split('.').length ?? 0) > 2,
    reaches(version, since),
    negated(before === undefined ? false : reaches(version, before)),
    reaches(distro?.version, distroSince),
    negated(distroBefore === undefined ? false : reaches(distro?.version, distroBefore)),
  ];
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function reaches(version: string | undefined, bound: string | undefined): boolean | undefined {
  if (bound === undefined) return true;
  return version === undefined ? undefined : isAtLeast(version, bound);
}

function negated(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}
