import { parseImageReference, type ImageReference } from '../../dockerfile/image-reference.ts';
import type { Dockerfile } from '../../dockerfile/model.ts';
import { referencesOf, resolveStage } from '../../dockerfile/stages.ts';
import { defineRule } from '../../engine/rule.ts';
import type { Span } from '../../text/span.ts';
import { matchesWhole } from '../../text/glob.ts';

const DOCKER_HUB = ['docker.io', 'hub.docker.com', 'index.docker.io', 'registry-1.docker.io'];

export default defineRule({
  id: 'untrusted-registry',
  summary: 'Take images only from registries that are trusted',
  category: 'security',
  severity: 'error',
  recommended: false,
  applies: 'any',
  aliases: ['DL3026'],
  hadolint: 'error',

  messages: {
    untrusted: '`{image}` comes from {registry}, which is none of the trusted registries.',
  },

  check(dockerfile, report, _options, { trustedRegistries }) {
    if (trustedRegistries.length === 0) return;
    for (const { image, at } of [...baseImages(dockerfile), ...sourceImages(dockerfile)]) {
      if (trustedRegistries.some(trusted => isFrom(trusted, image))) continue;
      report('untrusted', { at, data: { image: image.text, registry: image.registry ?? 'Docker Hub' } });
    }
  },
});

interface Used {
  readonly image: ImageReference;
  readonly at: Span;
}

function baseImages({ stages }: Dockerfile): readonly Used[] {
  return stages.flatMap(({ base, from }) =>
    base.kind === 'image' && from.image !== undefined ? [{ image: base.image, at: from.image.span }] : [],
  );
}

function sourceImages({ instructions, options }: Dockerfile): readonly Used[] {
  return instructions.flatMap(referencesOf).flatMap(({ instruction, name, span }) => {
    const isElsewhere = resolveStage(instruction, name) !== undefined || options.namedContexts?.includes(name) === true;
    const image = isElsewhere || name === 'scratch' ? undefined : parseImageReference(name);
    return image === undefined ? [] : [{ image, at: span }];
  });
}

/** An entry is a registry, or a registry and the beginning of a path: `ghcr.io/acme`. */
function isFrom(trusted: string, { registry, repository }: ImageReference): boolean {
  const isHub = registry === undefined || DOCKER_HUB.includes(registry);
  return (isHub ? DOCKER_HUB : [registry]).some(host =>
    trusted.includes('/')
      ? matchesWhole(trusted, `${host}/${repository}`) || matchesWhole(`${trusted}/**`, `${host}/${repository}`)
      : matchesWhole(trusted, host),
  );
}
