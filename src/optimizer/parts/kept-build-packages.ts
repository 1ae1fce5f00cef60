import type { Stage } from '../../dockerfile/model.ts';
import { stageChain } from '../../dockerfile/stage-chain.ts';
import type { PackageArgument } from '../../shell/packages.ts';
import { packageOperations, type PackageOperation } from '../../shell/operations.ts';
import { does, stageFacts } from '../project.ts';

/** Compilers and what drives them. Other tools of a build (`patch`, `swig`, `git`) have their uses at run time too. */
const COMPILERS = new Set(
  `build-essential build-base base-devel gcc g++ gcc-c++ clang make cmake ninja-build ninja meson autoconf automake libtool
  cargo rust golang go musl-dev libc-dev libc6-dev linux-headers linux-libc-dev dpkg-dev gfortran nasm yasm maven gradle
  default-jdk`.split(/\s+/),
);
const COMPILER =
  /^(?:gcc|g\+\+|clang|llvm)-\d+$|^openjdk-?\d+-jdk(?:-headless)?$|^java-[\d.]+-openjdk-devel$|^dotnet-sdk-/;
const HEADERS = /-(?:dev|devel)$/;

/**
 * The packages for building that a stage, or one that it is built on, installs, builds with, and still has at its end. One package
 * of headers alone is none: programs that load a library by its bare name (`libpcap.so`) need it.
 */
export function keptBuildPackages(stage: Stage): readonly PackageArgument[] {
  const acts = stageChain(stage)
    .toReversed()
    .flatMap(each => stageFacts(each).acts);
  const operations = acts.map(({ instruction }) => packageOperations(instruction));
  const last = acts.findLastIndex(act => does(act, 'dependencies', 'build'));
  const all = operations.flat();
  const kept = operations
    .slice(0, last + 1)
    .flat()
    .filter(operation => isInstall(operation) && !isTemporary(operation, all))
    .flatMap(({ packages }) => packages)
    .filter(({ name }) => name !== undefined && isForBuilding(name) && !all.some(each => removes(each, name)));
  return kept.length > 1 || kept.some(({ name = '' }) => !HEADERS.test(name)) ? kept : [];
}

function isForBuilding(name: string): boolean {
  return COMPILERS.has(name) || COMPILER.test(name) || HEADERS.test(name);
}

/** What is installed on a condition may well not be. */
function isInstall({ manager, action, command }: PackageOperation): boolean {
  const isSystem = ['debian', 'alpine', 'rpm', 'suse', 'arch'].includes(manager.ecosystem);
  return isSystem && action === 'install' && command.within.every(each => each === 'group' || each === 'subshell');
}

/** `apk add --virtual .build …`, which `apk del .build` takes away. */
function isTemporary(operation: PackageOperation, all: readonly PackageOperation[]): boolean {
  const group = operation.flag('-t', '--virtual')?.value;
  return group !== undefined && all.some(each => removes(each, group));
}

/** True where a removal names a package, or what it names cannot be known. */
function removes({ action, packages, flags }: PackageOperation, name: string): boolean {
  if (action !== 'remove') return false;
  const isUnsure = packages.some(each => each.name === undefined) || flags.some(flag => flag.name === '--auto-remove');
  return isUnsure || packages.some(each => each.name === name || each.text === name);
}
