import { hadolintReport } from './hadolint.ts';
import { jsonReport } from './json.ts';
import type { Report } from './report.ts';
import { sarifReport } from './sarif.ts';
import type { Style } from './style.ts';
import { textReport } from './text.ts';

/** How a report becomes text; `style` and `quiet` matter to formats for people only. */
export type Reporter = (report: Report, style: Style, quiet: boolean) => string;

/** Every format, by its name on the command line. */
export const reporters = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  hadolint: hadolintReport,
} as const satisfies Readonly<Record<string, Reporter>>;

export type Format = keyof typeof reporters;
