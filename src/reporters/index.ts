import { checkstyleReport } from './checkstyle.ts';
import { codeclimateReport, gitlabReport } from './code-quality.ts';
import { githubReport } from './github.ts';
import { gnuReport } from './gnu.ts';
import { hadolintReport, ttyReport } from './hadolint.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import type { Report } from './report.ts';
import { sarifReport } from './sarif.ts';
import { sonarqubeReport } from './sonarqube.ts';
import type { Style } from './style.ts';
import { textReport } from './text.ts';

/** How a report becomes text; `style` and `quiet` matter to formats for people only. */
export type Reporter = (report: Report, style: Style, quiet: boolean) => string;

/** Every format, by its name on the command line. */
export const reporters = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  gitlab: gitlabReport,
  checkstyle: checkstyleReport,
  junit: junitReport,
  sonarqube: sonarqubeReport,
  codeclimate: codeclimateReport,
  markdown: markdownReport,
  html: htmlReport,
  gnu: gnuReport,
  tty: ttyReport,
  hadolint: hadolintReport,
} as const satisfies Readonly<Record<string, Reporter>>;

export type Format = keyof typeof reporters;
