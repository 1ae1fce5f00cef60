import { isRemoteSource } from '../../context/local-sources.ts';
import type { Dockerfile, Instruction, Stage } from '../../dockerfile/model.ts';
import { stageChain } from '../../dockerfile/stage-chain.ts';
import { defineRule } from '../../engine/rule.ts';
import { commandsOf } from '../../shell/commands.ts';
import { urlsFetched } from '../../shell/downloads.ts';
import type { Span } from '../../text/span.ts';

const ARCHITECTURE = /(?<![a-z0-9])(?:amd64|x86[_-]64)(?![a-z0-9])/i;
/** What shows that the file tells architectures apart, or is for one of them only. */
const KNOWS =
  /TARGETARCH|TARGETPLATFORM|BUILDARCH|\buname\b|\barch\)|dpkg\s+--print-architecture|apk\s+--print-arch|rpm\s+(?:-E|--eval)/;
const ONE_ONLY = /(?:amd64|x86[_-]?64|x64|arm64|aarch64|cuda|rocm|windows)/i;

export default defineRule({
  id: 'architecture-hard-coded',
  summary: 'Download for the architecture that is built for',
  category: 'portability',
  severity: 'info',
  applies: 'any',

  messages: {
    hardCoded:
      'The download is for `{architecture}` whatever platform is built: it does not run in an image for arm64.',
  },

  check(dockerfile, report) {
    for (const stage of dockerfile.stages) {
      if (isForOne(dockerfile, stage)) continue;
      for (const instruction of stage.instructions) {
        for (const span of downloads(instruction)) {
          const written = dockerfile.text.slice(...span);
          const [architecture] = ARCHITECTURE.exec(written) ?? [];
          if (architecture === undefined) continue;
          const start = span[0] + written.search(ARCHITECTURE);
          report('hardCoded', { at: [start, start + architecture.length], data: { architecture } });
        }
      }
    }
  },
});

/** True where a stage is for one platform on purpose, or asks which one it is. */
function isForOne({ text }: Dockerfile, stage: Stage): boolean {
  return stageChain(stage).some(
    ({ from, span }) =>
      from.flags.some(({ name }) => name === 'platform') ||
      ONE_ONLY.test(from.image?.text ?? '') ||
      KNOWS.test(text.slice(...span)),
  );
}

function downloads(instruction: Instruction): readonly Span[] {
  if (instruction.keyword === 'ADD')
    return instruction.sources.filter(({ text }) => isRemoteSource(text)).map(({ span }) => span);
  return instruction.keyword === 'RUN'
    ? commandsOf(instruction)
        .filter(({ within }) => !within.includes('case') && !within.includes('if'))
        .flatMap(urlsFetched)
        .map(({ span }) => span)
    : [];
}
