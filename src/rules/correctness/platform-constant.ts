import { isPlatform } from '../../dockerfile/problems/platform.ts';
import type { Stage } from '../../dockerfile/model.ts';
import { flag } from '../../engine/options.ts';
import { defineRule } from '../../engine/rule.ts';
import { architecturesOf } from '../../images/published.ts';

const OTHER_NAMES: Readonly<Record<string, string>> = { x86_64: 'amd64', 'x86-64': 'amd64', aarch64: 'arm64' };

/** A whole platform that Docker sets. */
const DOCKERS_OWN = /\$\{?(?:BUILD|TARGET)PLATFORM\b/;

export default defineRule({
  id: 'platform-constant',
  summary: 'Leave the platform to the build',
  category: 'correctness',
  severity: 'warning',
  applies: 'any',
  aliases: ['DL3029', 'FromPlatformFlagConstDisallowed'],
  hadolint: 'warning',
  presetOptions: {
    buildkit: { onlyPlatform: false },
    hadolint: { onlyPlatform: false, namedStages: false, otherVariables: true },
  },

  options: {
    onlyPlatform: flag({ about: 'Accept the one platform that an official image is published for.', default: true }),
    namedStages: flag({ about: 'Accept a stage whose name has the system or the architecture.', default: true }),
    otherVariables: flag({
      about: 'Report all variables but those that Docker sets: `BUILDPLATFORM` and `TARGETPLATFORM`.',
      default: false,
    }),
  },

  messages: {
    constant:
      'The stage is {platform} whatever `docker build --platform` asks for, and runs emulated or not at all elsewhere.',
    other: 'The platform of the stage is `{platform}`, not that of the build or of the target.',
  },

  check({ stages }, report, { onlyPlatform, namedStages, otherVariables }) {
    for (const stage of stages) {
      const platform = stage.from.flags.find(({ name }) => name === 'platform');
      const { value = '', span = stage.from.span, valueSpan = span } = platform ?? {};
      if (otherVariables && value.includes('$') && !DOCKERS_OWN.test(value)) {
        report('other', { at: valueSpan, data: { platform: value } });
        continue;
      }
      if (!isPlatform(value)) continue;
      if (namedStages && isNamedAfter(stage, value)) continue;
      if (onlyPlatform && isOnlyOne(stage, value)) continue;

      report('constant', { at: valueSpan, data: { platform: value } });
    }
  },
});

/** BuildKit's exception: `FROM --platform=linux/arm64 alpine AS alpine-arm64`. */
function isNamedAfter({ name }: Stage, platform: string): boolean {
  const [system = '', written = ''] = platform.toLowerCase().split('/');
  const architecture = OTHER_NAMES[written] ?? written;
  return name !== undefined && (name.includes(system) || name.includes(architecture));
}

function isOnlyOne({ base }: Stage, platform: string): boolean {
  const published = base.kind === 'image' ? architecturesOf(base.image) : undefined;
  const [system, architecture = ''] = platform.toLowerCase().split('/');
  const known = system === 'windows' ? `windows-${architecture}` : (OTHER_NAMES[architecture] ?? architecture);
  return published?.length === 1 && published[0]?.startsWith(known) === true;
}
