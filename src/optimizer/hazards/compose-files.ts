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

interface Service {
  readonly indent: number;
  /** Where its own keys begin. */
  inner: number | undefined;
  /** The own key that a line stands under. */
  under: string;
  builds: boolean;
  readonly overrides: Override[];
}

/** The overrides of the services that are built here, read by indentation: enough for what compose files hold. */
export function parseDocument(file: string, text: string): Override[] {
  const found: Override[] = [];
  let service: Service | undefined;
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
      service = { indent: blanks.length, inner: undefined, under: '', builds: false, overrides: [] };
    } else if (service !== undefined) {
      service.inner ??= blanks.length;
      if (blanks.length <= service.inner) service.under = key;
      if (service.under === 'build') service.builds = true;
      // `target` is a key of what is watched, too.
      if (isOverride(key) && service.under === (key === 'target' ? 'build' : key))
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
