import type { ImageFacts } from '../../images/image-facts.ts';
import { commandsOf } from '../../shell/commands.ts';
import type { Evidence } from '../plan.ts';
import { installedPrograms } from '../hazards/programs.ts';
import { scan } from '../source-scan.ts';
import { type Project, seenAt } from '../project.ts';
import { ecosystemOf } from './account.ts';

/** Programs that have a Debian package of their own name. */
const PACKAGED = new Set(['curl', 'wget', 'git', 'unzip', 'file', 'procps', 'openssl', 'jq', 'rsync']);

/** Programs that health checks and the source start, which a leaner image lacks and a package of their name brings. */
export function lackingPrograms(
  project: Project,
  facts: ImageFacts | undefined,
): readonly { readonly name: string; readonly evidence: Evidence }[] {
  const checks = project.final.acts.flatMap(({ instruction }) =>
    instruction.keyword === 'HEALTHCHECK'
      ? commandsOf(instruction).flatMap(({ name }) =>
          name === undefined ? [] : [{ name, evidence: seenAt(project, instruction) }],
        )
      : [],
  );
  const spawned = scan(project.context, ecosystemOf(project))
    .of('spawns', 'shell')
    .flatMap(({ detail, file, line, text }) =>
      detail === undefined ? [] : [{ name: detail.replace(/^.*\//, ''), evidence: { file, line, text } }],
    );
  const installed = installedPrograms(project);
  const wanted = [...checks, ...spawned].filter(
    ({ name }) => PACKAGED.has(name) && facts?.has(name) === false && !installed.has(name),
  );
  return [...new Map(wanted.map(each => [each.name, each])).values()];
}
