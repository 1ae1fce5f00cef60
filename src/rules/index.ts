import type { Rule } from '../engine/rule.ts';
import pragmaExpired from './style/pragma-expired.ts';
import pragmaUnused from './style/pragma-unused.ts';
import pragmaUsed from './style/pragma-used.ts';
import pragmaWithoutReason from './style/pragma-without-reason.ts';
import syntaxError from './correctness/syntax-error.ts';
import instructionBeforeFrom from './correctness/instruction-before-from.ts';
import invalidOnbuild from './correctness/invalid-onbuild.ts';
import multipleCmd from './correctness/multiple-cmd.ts';
import multipleEntrypoint from './correctness/multiple-entrypoint.ts';
import multipleHealthcheck from './correctness/multiple-healthcheck.ts';
import maintainerDeprecated from './correctness/maintainer-deprecated.ts';
import legacyKeyValue from './correctness/legacy-key-value.ts';
import emptyContinuation from './correctness/empty-continuation.ts';
import instructionCasing from './style/instruction-casing.ts';
import fromAsCasing from './style/from-as-casing.ts';
import stageNameCasing from './style/stage-name-casing.ts';
import forbiddenBaseImage from './security/forbidden-base-image.ts';
import forbiddenInstruction from './security/forbidden-instruction.ts';
import forbiddenPackage from './security/forbidden-package.ts';

/** Every rule, by category; where the fixes of two meet, that of the earlier one goes first. */
export const rules: readonly Rule[] = [
  // correctness
  syntaxError,
  instructionBeforeFrom,
  invalidOnbuild,
  multipleCmd,
  multipleEntrypoint,
  multipleHealthcheck,
  maintainerDeprecated,
  legacyKeyValue,
  emptyContinuation,
  // cache
  // size
  // stages
  // security
  forbiddenBaseImage,
  forbiddenPackage,
  forbiddenInstruction,
  // reproducibility
  // runtime
  // portability
  // labels
  // style
  pragmaUnused,
  pragmaExpired,
  pragmaWithoutReason,
  pragmaUsed,
  instructionCasing,
  fromAsCasing,
  stageNameCasing,
  // shell
];
