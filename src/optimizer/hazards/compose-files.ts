import type { BuildContext } from '../../context/build-context.ts';
import type { Evidence } from '../plan.ts';

/** The compose files of a context. */
export function composeFiles(context: BuildContext): readonly string[] {
  return context
    .files()
    .filter(file => /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/.test(file) && context.stat(file)?.kind === 'file')
    .slice(0, 20);
}

/** One key of a service of a compose file that changes how the image is started. */
export interface Override {
  readonly key: 'command' | 'entrypoint' | 'healthcheck' | 'user' | 'target';
  readonly value: string;
  readonly evidence: Evidence;
}

/** The overrides of the services that are built here, read by indentation: enough for what compose files hold. */
export function parseDocument(file: string, text: string): Override[] {
  const found: Override[] = [];
  let service: { readonly indent: number; builds: boolean; readonly overrides: Override[] } | undefined;
  const close = (): void => {
    if (service?.builds === true) found.push(...service.overrides);
  };
  let inServices = false;
  for (const [index, line] of text.split('\n').entries()) {
    const [, blanks = '', key = '', value = ''] = /^(\s*)([\w.-]+):\s*(.*)/.exec(line.slice(0, 1000)) ?? [];
    if (key === '') continue;
    if (blanks === '') {
      close();
      service = undefined;
      inServices = key === 'services';
    } else if (inServices && (service === undefined || blanks.length <= service.indent)) {
      close();
      service = { indent: blanks.length, builds: false, overrides: [] };
    } else if (service !== undefined) {
      if (key === 'build') service.builds = true;
      if (isOverride(key))
        service.overrides.push({
          key,
          value: value.trim(),
          evidence: { file, line: index + 1, text: line.trim().slice(0, 80) },
        });
    }
  }
  close();
  return found;
}

function isOverride(key: string): key is Override['key'] {
  return ['command', 'entrypoint', 'healthcheck', 'user', 'target'].includes(key);
}
