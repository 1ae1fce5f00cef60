import type { ImageReference } from '../dockerfile/image-reference.ts';

/** A tag of an official image taken apart: `3.13-slim-bookworm` is version 3.13, slim, suite bookworm. */
export interface ImageTag {
  readonly version: string | undefined;
  readonly slim: boolean;
  /** The distribution's code name, or `alpine`, `alpine3.22`. */
  readonly suite: string | undefined;
  /** Every other part: `fpm`, `jdk`, `otp-27`… */
  readonly extras: readonly string[];
}

const SUITE =
  /^(?:forky|trixie|bookworm|bullseye|buster|stretch|jessie|sid|resolute|noble|jammy|focal|bionic|alpine[\d.]*)$/;
const VERSION = /^v?\d+(?:\.\d+)*(?:rc\d*|a\d+|b\d+)?$/;

export function tagOf({ tag = 'latest' }: ImageReference): ImageTag {
  const [first = '', ...others] = tag.split('-');
  const version = VERSION.test(first) ? first : undefined;
  const parts = version === undefined ? [first, ...others] : others;
  const extras = parts.filter(part => part !== 'slim' && !SUITE.test(part) && part !== 'latest');
  return { version, slim: parts.includes('slim'), suite: parts.find(part => SUITE.test(part)), extras };
}

/** Where each official image puts `slim` and the suite in its tags. */
const ORDERS: Readonly<Record<string, readonly ('version' | 'extras' | 'slim' | 'suite')[]>> = {
  node: ['version', 'extras', 'suite', 'slim'],
  debian: ['suite', 'version', 'slim'],
};
const ORDER = ['version', 'extras', 'slim', 'suite'] as const;

/** The tag of an image with these parts, in that image's own order. */
export function tagText(name: string, tag: ImageTag): string {
  const part = {
    version: tag.version ?? '',
    extras: tag.extras.join('-'),
    slim: tag.slim ? 'slim' : '',
    suite: tag.suite ?? '',
  };
  return (ORDERS[name] ?? ORDER)
    .map(key => part[key])
    .filter(text => text !== '')
    .join('-');
}

/** Another tag of the same image, with the registry as it is written; the digest goes, for it would still mean the old one. */
export function withTag(image: ImageReference, tag: string): string {
  const registry = image.registry === undefined ? '' : `${image.registry}/`;
  return `${registry}${image.repository}:${tag}`;
}

/** Major and minor of a version: `3.13.5` is `3.13`; undefined where there is no minor. */
export function minorOf(version: string | undefined): string | undefined {
  return version === undefined ? undefined : /^v?(\d+\.\d+)/.exec(version)?.[1];
}

export function majorOf(version: string | undefined): number | undefined {
  const major = version === undefined ? undefined : /^v?(\d+)/.exec(version)?.[1];
  return major === undefined ? undefined : Number(major);
}
