import type { BuildContext } from '../../context/build-context.ts';
import { goPackages, readGoMod } from '../../context/manifests/go-mod.ts';
import type { Evidence, Obligation } from '../plan.ts';
import { seenIn } from '../project.ts';

/** Modules that call C, and whether a program with them needs the C library alone. */
const CGO_MODULES: readonly (readonly [module: string, onlyLibc: boolean])[] = [
  ['github.com/mattn/go-sqlite3', true],
  ['github.com/confluentinc/confluent-kafka-go', false],
  ['github.com/libgit2/git2go', false],
  ['github.com/google/gopacket', false],
  ['github.com/gopacket/gopacket', false],
  ['github.com/mattn/go-oci8', false],
  ['github.com/godror/godror', false],
  ['github.com/marcboeker/go-duckdb', false],
  ['github.com/duckdb/duckdb-go', false],
  ['github.com/bytecodealliance/wasmtime-go', false],
  ['github.com/wasmerio/wasmer-go', false],
  ['github.com/tecbot/gorocksdb', false],
  ['github.com/linxGnu/grocksdb', false],
  ['github.com/valyala/gozstd', true],
  ['github.com/DataDog/zstd', true],
  ['gorm.io/driver/sqlite', true],
  ['github.com/h2non/bimg', false],
  ['github.com/davidbyttow/govips', false],
  ['github.com/pebbe/zmq4', false],
  ['gocv.io/x/gocv', false],
];
const OTHERS = /(?:^|\/)(?:vendor|testdata|node_modules)\//;

/** What a Go program needs of C: nothing, the C library alone, or libraries of the system that are not known. */
export type CgoUse = 'none' | 'libc' | 'system';

/** The modules of the context, vendored ones aside. */
export function goModules(context: BuildContext): readonly string[] {
  return context.files().filter(file => /(?:^|\/)go\.mod$/.test(file) && !OTHERS.test(file));
}

export function cgoUse(context: BuildContext): CgoUse {
  const own = goPackages(context, '');
  const used = required(context);
  if (own.cgo.length > 0 || !own.complete || used.some(({ onlyLibc }) => !onlyLibc)) return 'system';
  return used.length > 0 ? 'libc' : 'none';
}

/** Required modules that call C, each with the go.mod that names it. */
function required(context: BuildContext) {
  return goModules(context).flatMap(file =>
    (readGoMod(context, file)?.requires ?? []).flatMap(({ path }) => {
      const known = CGO_MODULES.find(([module]) => path === module || path.startsWith(`${module}/`));
      return known === undefined ? [] : [{ file, module: known[0], onlyLibc: known[1] }];
    }),
  );
}

export function cgoEvidence(context: BuildContext): Evidence[] {
  const own = goPackages(context, '').cgo.map(({ file, line }) => ({ file, line, text: 'import "C"' }));
  return [...own, ...required(context).map(({ file, module }) => seenIn(context, file, module))];
}

export function cgoObligation(context: BuildContext, cgo: CgoUse): Obligation {
  const evidence = cgo === 'none' ? [] : cgoEvidence(context);
  const claim =
    cgo === 'none'
      ? 'No file imports "C" and no required module is known to call C: with CGO_ENABLED=0 the program is static.'
      : 'The program needs the C library only, which the runtime image has.';
  return { hazard: 59, verdict: 'proven', claim, evidence, remedy: undefined };
}
