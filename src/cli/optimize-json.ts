import type { EffectiveConfiguration, Plan } from '../optimizer/plan.ts';

/** A plan as data: what the text says, with the new Dockerfile and files whole. Fields are only ever added. */
export function planJson(path: string, plan: Plan): string {
  const { configuration, fix, ...rest } = plan;
  const data = {
    path,
    ...rest,
    configuration: {
      before: configurationJson(configuration.before),
      after: configurationJson(configuration.after),
      changes: configuration.changes,
    },
    edits: fix?.edits ?? [],
    files: fix?.files ?? [],
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

function configurationJson({ environment, labels, ...rest }: EffectiveConfiguration): object {
  return { ...rest, environment: Object.fromEntries(environment), labels: Object.fromEntries(labels) };
}
