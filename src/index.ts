export type { BuildContext, FileFacts } from './context/build-context.ts';
export { memoryContext } from './context/memory-context.ts';
export type * from './dockerfile/model.ts';
export { parseDockerfile } from './dockerfile/parse.ts';
export { applyFix, fixAll, type Applied, type FixOptions, type FixResult, type Rejected } from './engine/fix.ts';
export {
  lint,
  lintDockerfile,
  type ConfiguredRule,
  type Finding,
  type LintOptions,
  type LintResult,
} from './engine/lint.ts';
export { choice, flag, integer, record, strings, type Option, type Options } from './engine/options.ts';
export { preset } from './engine/presets.ts';
export {
  CATEGORIES,
  defineRule,
  invocationOn,
  PRESETS,
  SEVERITIES,
  type Category,
  type Fix,
  type Invocation,
  type Meta,
  type PresetName,
  type RawFinding,
  type Rule,
  type Severity,
} from './engine/rule.ts';
export { rules } from './rules/index.ts';
export { applyEdits, type Edit, type Span } from './text/span.ts';
