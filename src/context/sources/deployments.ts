import type { BuildContext } from '../build-context.ts';

/** A place outside of the Dockerfile that changes how its image runs or is built. */
export interface Override {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** `command`, `entrypoint`, `healthcheck`, `user`, `target`… */
  readonly key: string;
  /** The service or container that it belongs to; undefined where that is not told. */
  readonly service: string | undefined;
  readonly text: string;
}

const COMPOSE = /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/;
/** Read even where .dockerignore keeps them out of the image, as it mostly does. */
const USUAL = ['', '.override', '.prod', '.production', '.dev'].flatMap(variant =>
  ['docker-compose', 'compose'].flatMap(name => ['yml', 'yaml'].map(ending => `${name}${variant}.${ending}`)),
);
const COMPOSE_KEYS =
  /^\s+(command|entrypoint|healthcheck|user|target|working_dir|volumes|read_only|init|stop_signal|dockerfile):(.*)$/;
const WORKLOAD = /^kind:\s?["']?(?:Deployment|StatefulSet|DaemonSet|Pod|Job|CronJob|ReplicaSet)\b/m;
const WORKLOAD_KEYS =
  /^\s+(?:- )?(command|args|exec|runAsUser|runAsNonRoot|readOnlyRootFilesystem|workingDir|volumeMounts):(.*)$/;
const MAX_LINE = 2000;

/** What compose files and Kubernetes manifests of the context set for the images that they run. */
export function deploymentOverrides(context: BuildContext): readonly Override[] {
  const yaml = context.files().filter(file => /\.ya?ml$/.test(file));
  const compose = new Set([
    ...USUAL.filter(file => context.stat(file)?.kind === 'file'),
    ...yaml.filter(file => COMPOSE.test(file)),
  ]);
  const others = yaml.filter(file => !compose.has(file));
  return [
    ...[...compose].flatMap(file => composeOverrides(file, context.read(file) ?? '')),
    ...others.flatMap(file => workloadOverrides(file, context.read(file) ?? '')),
  ];
}

function composeOverrides(file: string, text: string): Override[] {
  const found: Override[] = [];
  let inServices = false;
  let indent: number | undefined;
  let service: string | undefined;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.slice(0, MAX_LINE).trimEnd();
    if (/^\S/.test(line) && !line.startsWith('#')) [inServices, indent] = [line.startsWith('services:'), undefined];
    const [, spaces = '', name] = /^(\s+)["']?([\w.-]+)["']?:(?:\s*[&#].*)?$/.exec(line) ?? [];
    if (inServices && name !== undefined) indent ??= spaces.length;
    if (inServices && name !== undefined && spaces.length === indent) service = name;
    const [, key, rest = ''] = (inServices && COMPOSE_KEYS.exec(line)) || [];
    if (key !== undefined) found.push({ file, line: index + 1, key, service, text: `${key}:${rest}`.trim() });
  }
  return found;
}

function workloadOverrides(file: string, text: string): Override[] {
  if (!WORKLOAD.test(text)) return [];
  return text.split('\n').flatMap((raw, index) => {
    const [, key, rest = ''] = WORKLOAD_KEYS.exec(raw.slice(0, MAX_LINE).trimEnd()) ?? [];
    return key === undefined ? [] : [{ file, line: index + 1, key, service: undefined, text: `${key}:${rest}`.trim() }];
  });
}
