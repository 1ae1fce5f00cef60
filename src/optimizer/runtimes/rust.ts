import type { StageFacts } from '../project.ts';
import type { ImageReference } from '../../dockerfile/image-reference.ts';
import { distroless, suiteOf } from '../parts/runtime-image.ts';
import { linkedLibraries } from '../parts/cargo-libraries.ts';
import { startedProgram } from '../parts/started-program.ts';
import { seenAt, seenIn } from '../project.ts';
import { refusal } from '../recipe.ts';
import type { Runtime } from './runtime.ts';

const BUILDERS = /^(?:rust|lukemathwalker\/cargo-chef)$/;
/** Suites that are not newer than the runtime image, and have its major of OpenSSL. */
const SUITES: ReadonlySet<string> = new Set(['bookworm', 'trixie']);

/** A program that a rust stage builds: static with musl, else with the libraries of the compiler and of OpenSSL. */
export const rust: Runtime = {
  base(project, rung) {
    const program = startedProgram(project);
    const image = program?.stage.image;
    if (rung !== 'T2' || program === undefined || image === undefined || !BUILDERS.test(image.name)) return undefined;
    const suite = suiteOf(image);
    const from = { evidence: [seenAt(project, program.stage.stage.from)] };
    if (usesMusl(program.stage, suite)) {
      if (/target-feature=-crt-static/.test(textOf(program.stage) + (project.context.read('.cargo/config.toml') ?? '')))
        return [
          refusal('T2', 'The program is linked to musl, which the runtime image lacks.', { hazard: 10, ...from }),
        ];
      return {
        ecosystem: 'rust',
        image: nonroot => distroless('static', nonroot),
        brings: /^(?:ca-certificates(?:-bundle)?|tzdata|libgcc|musl)$/,
        obligations: [proof('The program is linked with musl, statically.')],
      };
    }
    if (!(suite === undefined ? isRecent(image) : SUITES.has(suite)))
      return [
        refusal('T2', `The builder stands on ${suite ?? 'a release that is not known'}, the runtime image on trixie.`, {
          hazard: 11,
          ...from,
          remedy: 'Build on rust:…-trixie.',
        }),
      ];
    const libraries = linkedLibraries(project.context, suite);
    if (libraries.unknown !== undefined || !libraries.distroless)
      return [
        refusal(
          'T2',
          libraries.unknown === undefined
            ? `${libraries.names.join(', ')}: the distroless image lacks the library.`
            : `${libraries.unknown} links a library that is not known.`,
          {
            hazard: 18,
            evidence: [seenIn(project.context, libraries.file, libraries.unknown ?? libraries.names[0] ?? '')],
          },
        ),
      ];
    return {
      ecosystem: 'rust',
      image: nonroot => distroless('cc', nonroot),
      brings: /^(?:ca-certificates|tzdata|libgcc-s1|libstdc\+\+6|libssl3(?:t64)?|libssl-dev|openssl|libc6)$/,
      obligations: [
        proof(
          libraries.names.length === 0
            ? 'No locked crate links a library of the system.'
            : `The runtime image has the libraries of ${libraries.names.join(', ')}.`,
        ),
      ],
    };
  },
};

/** From 1.70 on the images without a suite in their tags stand on bookworm, or on what came after it. */
function isRecent({ tag = 'latest' }: ImageReference): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(tag) ?? [];
  return major === '1' && Number(minor) >= 70;
}

function proof(claim: string) {
  return { hazard: 18, verdict: 'proven', claim, evidence: [], remedy: undefined } as const;
}

function textOf({ acts }: StageFacts): string {
  return acts.map(({ instruction }) => instruction.body.text).join('\n');
}

/** Rust's own targets for musl link everything statically unless they are told otherwise. */
function usesMusl(builder: StageFacts, suite: string | undefined): boolean {
  const targets = Array.from(textOf(builder).matchAll(/--target[= ](\S+)/g), ([, name = '']) => name);
  return targets.length > 0 ? targets.every(name => name.includes('-musl')) : suite?.startsWith('alpine') === true;
}
