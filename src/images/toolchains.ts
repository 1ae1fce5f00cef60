import type { ImageReference } from '../dockerfile/image-reference.ts';
import { officialName } from './official-name.ts';
import { tagWords } from './tag-words.ts';

/** An image that is made to build with. */
export interface Toolchain {
  /** What it has for that, as a part of a sentence. */
  readonly brings: string;
  /** Programs which need it: an image that starts one of them uses it. */
  readonly programs: readonly string[];
}

interface Row extends Toolchain {
  readonly names: readonly string[];
  /** Words of tags which have none of it. */
  readonly not?: readonly string[];
}

const dotnet = (name: string): string[] => [
  `mcr.microsoft.com/dotnet/${name}`,
  `mcr.microsoft.com/dotnet/core/${name}`,
];

// `dotnet app.dll` needs the runtime only, `dotnet run` the SDK: see `startsToolchain`.
const TOOLCHAINS: readonly Row[] = [
  {
    names: ['golang'],
    brings: 'the Go toolchain',
    programs: ['go', 'go-wrapper', 'gofmt', 'air', 'dlv', 'golangci-lint', 'gopls'],
  },
  { names: ['rust'], brings: 'the Rust toolchain', programs: ['cargo', 'rustc', 'rustup'] },
  { names: ['gcc'], brings: 'GCC', programs: ['gcc', 'g++', 'cc', 'make', 'cmake', 'gdb', 'gfortran'] },
  { names: ['maven'], brings: 'Maven and a JDK', programs: ['mvn', 'javac', 'jshell', 'jar'] },
  { names: ['gradle'], brings: 'Gradle and a JDK', programs: ['gradle', 'gradlew', 'javac', 'jshell', 'jar'] },
  { names: dotnet('sdk'), brings: 'the .NET SDK', programs: ['pwsh', 'msbuild'] },
  { names: ['haskell'], brings: 'GHC', programs: ['ghc', 'ghci', 'runghc', 'runhaskell', 'cabal', 'stack'] },
  { names: ['swift'], brings: 'the Swift toolchain', programs: ['swift', 'swiftc', 'lldb'], not: ['slim'] },
];

/** What an image has to build with; undefined for images that are meant for running, and unknown ones. */
export function toolchainOf(image: ImageReference): Toolchain | undefined {
  const name = officialName(image);
  const row = TOOLCHAINS.find(({ names }) => names.includes(name));
  const words = row?.not === undefined ? [] : tagWords(image.tag ?? 'latest');
  return row?.not?.some(word => words.includes(word)) === true ? undefined : row;
}
