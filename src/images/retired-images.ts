import type { ImageReference } from '../dockerfile/image-reference.ts';
import { isPublished, publishedTags } from './published.ts';
import { tagWords } from './tag-words.ts';

/** An image that is built no more as a whole, and the tag of its successor in the same shape where it has one. */
export interface Retirement {
  /** The year and month in which it was given up. */
  readonly since: string;
  readonly nearest: string | undefined;
}

const RETIRED: Readonly<Record<string, { readonly since: string; readonly successor?: string }>> = {
  adoptopenjdk: { since: '2021-08', successor: 'eclipse-temurin' },
  centos: { since: '2024-06' },
  iojs: { since: '2015-09', successor: 'node' },
  java: { since: '2016-12', successor: 'eclipse-temurin' },
  openjdk: { since: '2022-07', successor: 'eclipse-temurin' },
  'microsoft/dotnet': { since: '2020-12' },
  'microsoft/aspnetcore': { since: '2020-12' },
  'microsoft/aspnetcore-build': { since: '2020-12' },
};

/** Whether an image was retired as a whole on a day. Tags that are published still (openjdk's early access) are not. */
export function retirementOf(image: ImageReference, name: string, date: string): Retirement | undefined {
  const retired = Object.hasOwn(RETIRED, name) ? RETIRED[name] : undefined;
  if (retired === undefined || date.slice(0, 7) < retired.since || isPublished(image) === true) return undefined;
  const { since, successor } = retired;
  return { since, nearest: successor === undefined ? undefined : successorTag(successor, image.tag ?? 'latest') };
}

/** `8u292-jre-slim` of openjdk is `8-jre` of eclipse-temurin. */
function successorTag(successor: string, tag: string): string | undefined {
  const words = tagWords(tag);
  const major = words.flatMap(word => /^(\d+)/.exec(word)?.[1] ?? [])[0];
  const kinds = words.filter(word => word === 'jre' || word === 'jdk');
  const alpine = words.some(word => word.startsWith('alpine')) ? ['alpine'] : [];
  const candidate = [major ?? [], kinds, alpine].flat().join('-');
  return major !== undefined && publishedTags(successor)?.has(candidate) === true
    ? `${successor}:${candidate}`
    : undefined;
}
