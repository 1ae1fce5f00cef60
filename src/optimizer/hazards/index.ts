import type { Obligation } from '../plan.ts';
import * as building from './building.ts';
import { type Case, type Hazard, obligation } from './hazard.ts';
import * as libraries from './libraries.ts';
import * as settings from './settings.ts';
import * as source from './source.ts';
import * as writtenFiles from './written-files.ts';
import * as starting from './starting.ts';

/** What may break without a word when a build is rewritten, by number; numbers never change. */
export const HAZARDS: Readonly<Record<number, Hazard>> = {
  1: { title: 'Entrypoint of the base image lost', judge: starting.inheritedEntrypoint },
  2: { title: 'Interpreter named twice', judge: starting.doubledInterpreter },
  3: { title: 'Variables of the base image lost', judge: settings.lostEnvironment },
  4: { title: 'Other working directory', judge: starting.workingDirectory },
  5: { title: 'Shell form without a shell', judge: starting.shellForms },
  6: { title: 'Variables in the command not expanded', judge: starting.shellExpansion },
  7: { title: 'Entrypoint script without its shell', judge: starting.entrypointScript },
  8: { title: 'Health check without its program', judge: starting.healthCheck },
  9: { title: 'Overrides in compose files', judge: starting.composeOverrides },
  10: { title: 'musl and glibc mixed', judge: libraries.sameLibc },
  11: { title: 'Built on a newer glibc', judge: libraries.glibcNotNewer },
  12: { title: 'libstdc++ of the gcc image', judge: libraries.gccImage },
  13: { title: 'Other Python minor', judge: libraries.pythonMinor },
  14: { title: 'site-packages where Debian does not look', judge: libraries.sitePackages },
  15: { title: 'Virtual environment moved', judge: libraries.virtualEnvironment },
  16: {
    title: 'Editable and .pth installs',
    settledBy: 'Python recipe: refuses -e, --target, and never sets PYTHONPATH',
  },
  17: {
    title: 'Installs for a user or the whole system',
    settledBy: 'Python and Node recipes: refuse --user, and global installs that the program starts with',
  },
  18: {
    title: 'Shared library missing',
    settledBy: 'recipes: table of packages with the libraries they load, and of -dev packages',
  },
  19: { title: 'Libraries loaded by name', judge: libraries.dynamicLoading },
  20: { title: 'Programs started at run time', judge: source.spawnedPrograms },
  21: { title: 'Files read at run time', judge: source.filesRead },
  22: { title: 'The manifest read at run time', judge: source.ownManifest },
  23: { title: 'Development dependency imported', judge: source.developmentImports },
  24: { title: 'Install scripts', judge: building.installScripts },
  25: { title: 'Artefacts generated among the dependencies', judge: building.generatedArtefacts },
  26: { title: 'Two resolutions of one manifest', judge: building.oneResolution },
  27: { title: 'Environment name introduced or dropped', judge: settings.ownEnvironment },
  28: { title: 'Variables that the build writes into its files', judge: settings.bakedVariables },
  29: { title: 'ARG out of scope', judge: settings.argumentScope },
  30: { title: 'Configuration left in the builder', judge: settings.restated },
  31: { title: 'Stop signal of the base image', judge: settings.stopSignal },
  32: {
    title: 'User who cannot write',
    settledBy: 'parts/account.ts: sets a user only where the source is seen not to write',
  },
  33: { title: 'Volumes of another owner', settledBy: 'parts/account.ts: sets no user where a volume is declared' },
  34: { title: 'Ports below 1024', settledBy: 'parts/account.ts: sets no user where a low port is exposed' },
  35: {
    title: 'Home folder missing',
    judge: settings.homeFolder,
  },
  36: { title: 'Names without an account', judge: settings.namedUsers },
  37: { title: 'uid taken', judge: settings.takenIds },
  38: { title: 'Programs that drop rights themselves', judge: starting.privilegeDrop },
  39: { title: 'Several processes', judge: starting.manyProcesses },
  40: { title: 'Locale and time zones', judge: settings.localeAndZone },
  41: { title: 'Certificates', judge: settings.certificates },
  42: { title: 'Files made by a RUN', judge: writtenFiles.filesMade },
  43: { title: 'Capabilities and links', judge: writtenFiles.capabilities },
  44: { title: 'Execute permission lost', judge: writtenFiles.executableBits },
  45: { title: 'Folders of the host over what was installed', judge: source.hostFolders },
  46: { title: '.dockerignore keeps out what is needed', judge: building.ignoreLines },
  47: { title: 'Build asks git', judge: building.gitMetadata },
  48: {
    title: 'Manifest of an install not copied',
    judge: building.manifestsCopied,
  },
  49: { title: 'Cache mount hides files', judge: building.hidingMounts },
  50: { title: 'Cache mount emptied', judge: building.deadMounts },
  51: { title: 'Secrets in the history', judge: building.secrets },
  52: { title: 'Tests left out', judge: building.testsStay },
  53: {
    title: 'Effect of a command unknown',
    settledBy: 'parts/split.ts and parts/compile.ts: refuse a RUN of which nothing is known',
  },
  54: { title: 'Base image for others', judge: starting.ownStart },
  55: { title: 'Platform not published', judge: writtenFiles.platforms },
  56: { title: 'Signals and PID 1', judge: starting.signals },
  57: { title: 'No shell for debugging', impossible: 'nothing to detect: the plan says it by name at T2' },
  58: { title: 'Linker cache', judge: writtenFiles.linkerCache },
  59: { title: 'Go without cgo', settledBy: 'Go recipe: reads imports and go.mod for packages that need cgo' },
  60: { title: 'Fonts', settledBy: 'recipes: packages with fonts are kept in a slim stage and refuse distroless' },
  61: { title: 'Times of files', impossible: 'no step is written that makes a build depend on times' },
  62: {
    title: 'Original does not build',
    settledBy:
      'whole-file.ts: refuses what BuildKit or the shell cannot read; that it builds is for the verification to show',
  },
};

/** Every obligation of a rewrite that its text and context can show. */
export function judge(of: Case, assume: readonly number[]): Obligation[] {
  return Object.entries(HAZARDS).flatMap(([number, hazard]) => {
    const judgement = 'judge' in hazard ? hazard.judge(of) : undefined;
    return judgement === undefined ? [] : [obligation(Number(number), judgement, assume)];
  });
}
