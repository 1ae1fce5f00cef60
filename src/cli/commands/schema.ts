import { configSchema } from '../../config/schema.ts';
import { rules } from '../../rules/index.ts';
import type { ExitCode } from '../program.ts';

/** Prints the JSON Schema of the configuration. */
export function schema(): ExitCode {
  process.stdout.write(`${JSON.stringify(configSchema(rules), null, 2)}\n`);
  return 0;
}
