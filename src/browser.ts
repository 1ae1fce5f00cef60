export { fix, type Fixed, type FixOptions } from './api/fix.ts';
export { lint } from './api/lint.ts';
export { optimize } from './api/optimize.ts';
export type { LintOptions, RuleSetting } from './api/run-settings.ts';
export type { BuildContext, FileFacts } from './context/build-context.ts';
export { memoryContext, type MemoryFile } from './context/memory-context.ts';
export type * from './dockerfile/model.ts';
export { parseDockerfile } from './dockerfile/parse.ts';
export type { Applied } from './engine/fix.ts';
export { choice, flag, integer, record, strings, type Option, type Options } from './engine/options.ts';
export {
  CATEGORIES,
  defineRule,
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
export type {
  Attempt,
  ConfigurationChange,
  Evidence,
  Obligation,
  OptimizeOptions,
  Plan,
  Refusal,
  Rung,
} from './optimizer/plan.ts';
export type { FindingJson, FixJson, Place } from './reporters/json.ts';
export { rules } from './rules/index.ts';
export { applyEdits, type Edit, type Span } from './text/span.ts';
