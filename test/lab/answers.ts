import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { App, Request } from './apps.ts';
import { attempt, run } from './machine.ts';

/** What a container said when it was run: the same text before and after, where nothing was lost. */
export interface Answers {
  readonly text: string;
  /** The user id of its first process; undefined where that ended before it could be seen. */
  readonly uid: number | undefined;
  /** Seconds between SIGTERM and its end; undefined for a program that ends by itself. */
  readonly stopSeconds: number | undefined;
}

/** Starts an image without a network and asks it what its app is asked. */
export function ask(tag: string, { get, env = {}, args = [], mount }: App): Answers {
  const flags = [
    ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...(mount === undefined ? [] : ['--volume', `${resolve(mount)}:/work:ro`]),
  ];
  if (get === undefined) {
    const { status, output } = attempt('podman', 'run', '--rm', '--network', 'none', ...flags, tag, ...args);
    return { text: `exit ${status}\n${output}`, uid: undefined, stopSeconds: undefined };
  }
  const id = run('podman', 'run', '--detach', '--network', 'none', ...flags, tag);
  try {
    return serve(id, get);
  } finally {
    attempt('podman', 'rm', '--force', id);
  }
}

function serve(id: string, { port, paths, made }: Request): Answers {
  const pid = run('podman', 'inspect', '--format', '{{.State.Pid}}', id);
  const texts = paths.map(path => fetchInside(pid, `http://127.0.0.1:${port}${path}`));
  if (texts.some(text => text === undefined)) {
    return { text: `no answer\n${attempt('podman', 'logs', id).output}`, uid: undefined, stopSeconds: undefined };
  }
  const uid = Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  const { seconds } = attempt('podman', 'stop', '--time', '10', id);
  const text = texts.join('\n');
  return { text: made === undefined ? text : text.replaceAll(new RegExp(made, 'g'), 'ID'), uid, stopSeconds: seconds };
}

/** Status and body of a response, from within the container's network; undefined where nobody listens. */
function fetchInside(pid: string, url: string): string | undefined {
  const retry = ['--retry', '40', '--retry-delay', '1', '--retry-connrefused', '--max-time', '60'];
  const curl = ['curl', '--silent', ...retry, '--write-out', '\\n%{http_code}', url];
  const { status, output } = attempt('nsenter', '--target', pid, '--net', ...curl);
  return status === 0 ? output : undefined;
}
