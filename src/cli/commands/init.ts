import { existsSync, readFileSync } from 'node:fs';
import { readHadolintConfig } from '../../config/hadolint.ts';
import { toOwnConfig } from '../../config/write-config.ts';
import { rules } from '../../rules/index.ts';
import { complain, failure, reasonOf } from '../failure.ts';
import { writeOutput } from '../outputs.ts';
import type { ExitCode } from '../program.ts';

const OWN = '.plimsoll.yaml';
const HADOLINT = '.hadolint.yaml';

const STARTER = `# What holds for the Dockerfiles below this folder. \`plimsoll schema\` prints every key, \`plimsoll rules\` every rule.
preset: recommended
# New rules of later editions stay off until you raise this.
edition: 2026
fail-on: warning
rules: {}
`;

export interface InitOptions {
  /** True without a file: then it is the one in this folder. */
  readonly fromHadolint?: string | true;
  readonly force?: true;
}

/** Writes a configuration, from hadolint's where that is wanted. */
export function init({ fromHadolint, force }: InitOptions): ExitCode {
  if (existsSync(OWN) && !force) throw failure(`${OWN} is there already; --force overwrites it`);
  writeOutput(OWN, fromHadolint === undefined ? STARTER : translated(fromHadolint === true ? HADOLINT : fromHadolint));
  process.stderr.write(`${OWN} is written\n`);
  return 0;
}

function translated(path: string): string {
  const config = readHadolintConfig(readText(path), path);
  for (const warning of config.warnings ?? []) complain(warning);
  return toOwnConfig(config, rules);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw failure(`${path}: cannot be read: ${reasonOf(error)}`);
  }
}
