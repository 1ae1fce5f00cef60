import { scan } from '../source-scan.ts';
import { startScripts } from './starting.ts';
import { seenAt, type Project } from '../project.ts';
import { baseFacts } from '../configuration.ts';
import { type Case, fails, holds, type Judgement } from './hazard.ts';

/** Variables of images that say what is in them, and search paths of tools that only build. */
const INFORMATIVE =
  /(?:_VERSION|_SHA256?|_SHA512|_KEY|_KEYS|_URL)$|_DOWNLOAD_|^(?:PATH|GPG_KEY|GOTOOLCHAIN|GOLANG_VERSION|CARGO_HOME|RUSTUP_HOME|MAVEN_CONFIG|MAVEN_HOME|GRADLE_HOME|PHPIZE_DEPS|NUGET_XMLDOC_MODE|POWERSHELL_\w+|DOTNET_\w+|SSL_CERT_FILE|GEM_HOME|BUNDLE_\w+|GOPATH|LC_ALL|LANGUAGE)$/;

export function lostEnvironment(of: Case): Judgement | undefined {
  const own = new Set(
    of.before.final.acts.flatMap(({ instruction }) =>
      instruction.keyword === 'ENV' ? instruction.pairs.map(({ key }) => key.text) : [],
    ),
  );
  const lost = [...(of.baseWas?.env.keys() ?? [])].filter(name => !own.has(name) && !of.is.environment.has(name));
  if (lost.length === 0) return undefined;
  const { context } = of.before;
  const searched = lost.filter(name => !INFORMATIVE.test(name) || name === 'LC_ALL');
  const texts = [
    ...startScripts(of).map(({ path, text }) => ({ path, text })),
    ...context
      .files()
      .filter(file => /\.(?:py|[cm]?[jt]s|go|rs|java|kt|rb|php|cs|sh|exs?)$/.test(file))
      .slice(0, 3000)
      .map(path => ({ path, text: context.read(path) ?? '' })),
  ];
  for (const name of lost) {
    const hit = texts.find(({ text }) => text.includes(name) && new RegExp(`(?<![A-Z_])${name}(?![A-Z_])`).test(text));
    if (hit !== undefined && name !== 'PATH')
      return fails(
        `${name}, which the base image set, is read and would be gone.`,
        [{ file: hit.path, line: lineOf(hit.text, name), text: name }],
        `Set ${name} with ENV.`,
      );
  }
  const important = searched.find(name => name === 'JAVA_HOME' || name === 'LANG');
  if (
    important === 'JAVA_HOME' &&
    /JAVA_HOME/.test([...(of.was.entrypoint ?? []), ...(of.was.command ?? [])].join(' '))
  )
    return fails('JAVA_HOME is used by the command and would be gone.');
  return holds(`Nothing reads the variables that only the old base image set: ${lost.join(', ')}.`);
}

function lineOf(text: string, needle: string): number {
  return text.slice(0, text.indexOf(needle)).split('\n').length;
}

/** Distroless has Node.js in a folder that is not on PATH, which the check then names. */
function plainCheck(check: string | undefined): string | undefined {
  return check?.replace('"/nodejs/bin/node"', '"node"');
}

export function restated({ was, is, after }: Case): Judgement {
  const missing = [
    ...was.ports.filter(port => !is.ports.includes(port)).map(port => `EXPOSE ${port}`),
    ...was.volumes.filter(volume => !is.volumes.includes(volume)).map(volume => `VOLUME ${volume}`),
    ...[...was.labels.keys()].filter(name => was.labels.get(name) !== is.labels.get(name)).map(name => `LABEL ${name}`),
    ...(was.healthcheck !== undefined && was.healthcheck !== plainCheck(is.healthcheck) ? ['HEALTHCHECK'] : []),
  ];
  if (missing.length === 0) return holds('Ports, volumes, labels and health check are the same as before.');
  return fails(`The final stage lacks ${missing.join(', ')}.`, [seenAt(after, after.final.stage.from)]);
}

export function ownEnvironment({ before, is }: Case): Judgement {
  const own = before.final.acts.flatMap(({ instruction }) =>
    instruction.keyword === 'ENV'
      ? instruction.pairs.map(pair => ({
          instruction,
          name: pair.key.text,
          value: pair.value.text.replace(/^(["'])(.*)\1$/, '$2'),
        }))
      : [],
  );
  const lost = own.find(
    ({ name }) =>
      !is.environment.has(name) &&
      /^(?:NODE_ENV|RAILS_ENV|RACK_ENV|MIX_ENV|DJANGO_\w+|FLASK_ENV|APP_ENV|ASPNETCORE_ENVIRONMENT)$/.test(name),
  );
  if (lost !== undefined) return fails(`${lost.name} is no longer set.`, [seenAt(before, lost.instruction)]);
  const introduced = ['NODE_ENV', 'RAILS_ENV', 'RACK_ENV', 'MIX_ENV'].find(
    name =>
      is.environment.has(name) &&
      !own.some(each => each.name === name) &&
      baseFacts(before.final.stage)?.env.has(name) !== true,
  );
  if (introduced !== undefined) return fails(`${introduced} would be set, and was not before.`);
  return holds('The variables that choose an environment are as before.');
}

/** Names that bundlers write into the files that they make. */
const BAKED = /^(?:VITE_|REACT_APP_|NEXT_PUBLIC_|NUXT_PUBLIC_|VUE_APP_|GATSBY_|PUBLIC_)/;

export function bakedVariables({ before, after, rung }: Case): Judgement | undefined {
  const names = before.final.acts
    .flatMap(({ instruction }) =>
      instruction.keyword === 'ENV'
        ? instruction.pairs.map(({ key }) => key.text)
        : instruction.keyword === 'ARG'
          ? instruction.declarations.map(({ name }) => name.text)
          : [],
    )
    .filter(name => BAKED.test(name));
  if (names.length === 0 || rung === 'T0') return undefined;
  const builder = after.stages.find(({ acts }) =>
    acts.some(({ effects }) => effects.some(({ kind }) => kind === 'build')),
  );
  const known = new Set(
    (builder?.acts ?? []).flatMap(({ instruction }) =>
      instruction.keyword === 'ENV'
        ? instruction.pairs.map(({ key }) => key.text)
        : instruction.keyword === 'ARG'
          ? instruction.declarations.map(({ name }) => name.text)
          : [],
    ),
  );
  const lacking = names.find(name => !known.has(name));
  return lacking === undefined
    ? holds('Variables that the build writes into its files are set where it builds.')
    : fails(`${lacking} has to be set where the build runs.`);
}

export function argumentScope({ before, after }: Case): Judgement {
  const lost = undeclared(after).filter(({ name }) => !undeclared(before).some(each => each.name === name));
  const [first] = lost;
  return first === undefined
    ? holds('Every ARG is declared in the stage that uses it.')
    : fails(`${first.name} is used in a stage that does not declare it.`, [seenAt(after, first.instruction)]);
}

/** Uses of names that some ARG declares, in a stage that has no such ARG or ENV before them. */
function undeclared({ stages }: Project) {
  const declared = new Set(
    stages.flatMap(({ acts }) =>
      acts.flatMap(({ instruction }) =>
        instruction.keyword === 'ARG' ? instruction.declarations.map(({ name }) => name.text) : [],
      ),
    ),
  );
  return stages.flatMap(({ acts }) => {
    const known = new Set<string>();
    return acts.flatMap(({ instruction }) => {
      if (instruction.keyword === 'ARG') for (const { name } of instruction.declarations) known.add(name.text);
      if (instruction.keyword === 'ENV') for (const { key } of instruction.pairs) known.add(key.text);
      const used = Array.from(instruction.body.text.matchAll(/\$\{?(\w+)/g), ([, name = '']) => name);
      return used.filter(name => declared.has(name) && !known.has(name)).map(name => ({ name, instruction }));
    });
  });
}

export function stopSignal({ was, is }: Case): Judgement | undefined {
  if (was.stopSignal === is.stopSignal)
    return was.stopSignal === undefined ? undefined : holds(`The stop signal stays ${was.stopSignal ?? ''}.`);
  return fails(
    `The stop signal was ${was.stopSignal ?? 'SIGTERM'} and would be ${is.stopSignal ?? 'SIGTERM'}.`,
    [],
    `Say STOPSIGNAL ${was.stopSignal ?? 'SIGTERM'}.`,
  );
}

export function namedUsers({ after, baseIs }: Case): Judgement | undefined {
  const created = after.final.acts.flatMap(({ effects }) =>
    effects.flatMap(effect =>
      effect.kind === 'account' ? effect.command.words.flatMap(({ value }) => value ?? []) : [],
    ),
  );
  const uses = after.final.acts.flatMap(({ instruction }) => {
    const owner = instruction.flags.find(({ name }) => name === 'chown')?.value;
    const names =
      instruction.keyword === 'USER' ? instruction.args.map(({ text }) => text) : owner === undefined ? [] : [owner];
    return names
      .flatMap(text => text.split(':'))
      .filter(name => name !== '' && !/^\d+$/.test(name) && !name.includes('$'))
      .map(name => ({ name, instruction }));
  });
  const unknown = uses.find(
    ({ name }) =>
      name !== 'root' &&
      !created.includes(name) &&
      baseIs?.accounts.has(name) !== true &&
      baseIs?.groups.has(name) !== true,
  );
  if (unknown !== undefined)
    return fails(
      `The final image has no account ${unknown.name}.`,
      [seenAt(after, unknown.instruction)],
      'Use its number.',
    );
  return uses.length === 0 ? undefined : holds('Every account that is named exists in the final image.');
}

export function takenIds({ after, baseIs }: Case): Judgement | undefined {
  const taken = new Map([...(baseIs?.accounts ?? [])].map(([name, { uid }]) => [String(uid), name]));
  for (const { effects, instruction } of after.final.acts) {
    for (const effect of effects) {
      if (effect.kind !== 'account') continue;
      const words = effect.command.words.map(({ text }) => text);
      const id = words.find((_, index) => /^(?:-u|--uid)$/.test(words[index - 1] ?? ''));
      const owner = id === undefined ? undefined : taken.get(id);
      if (owner !== undefined && !words.includes(owner))
        return fails(`The uid ${id ?? ''} belongs to ${owner} already.`, [seenAt(after, instruction)]);
    }
  }
  return after.final.acts.some(({ effects }) => effects.some(({ kind }) => kind === 'account'))
    ? holds('No new account takes a uid that the base image has.')
    : undefined;
}

export function localeAndZone(of: Case): Judgement | undefined {
  if (of.rung === 'T0') return undefined;
  const [from, to] = [of.was.environment.get('LANG'), of.is.environment.get('LANG')];
  const uses = scan(of.before.context, of.ecosystem).of('locale');
  const zone = of.is.environment.get('TZ');
  const legacy = [...uses.map(({ text }) => text), zone ?? ''].find(text =>
    /\bUS\/|\bGB\b|\bPRC\b|Asia\/Calcutta/.test(text),
  );
  if (legacy !== undefined && of.baseIs?.tag.distro?.suite === 'trixie' && of.baseWas?.tag.distro?.suite !== 'trixie')
    return fails(
      'Old names of time zones are in tzdata-legacy on trixie.',
      uses.slice(0, 1),
      'Use the name Area/City.',
    );
  if (zone !== undefined && of.baseIs?.has('tzdata') === false)
    return fails('TZ is set, and the runtime image has no tzdata.');
  if (from !== to && from !== undefined)
    return uses.length === 0
      ? holds(`LANG was ${from} and is ${to ?? 'unset'}; no source line asks for a locale.`)
      : fails(`LANG was ${from} and would be ${to ?? 'unset'}.`, uses);
  return uses.length === 0 && zone === undefined ? undefined : holds('Locale and time zone data are as before.', uses);
}

export function certificates({ baseWas, baseIs, ecosystem, after }: Case): Judgement | undefined {
  if (baseWas?.has('ca-certificates') !== true || baseIs?.has('ca-certificates') !== false) return undefined;
  const installed = after.final.acts.some(({ effects }) =>
    effects.some(effect => effect.kind === 'system' && effect.packages.some(({ name }) => name === 'ca-certificates')),
  );
  if (installed) return holds('ca-certificates is installed in the final stage.');
  if (ecosystem === 'node') return holds('Node.js carries the certificates of the authorities in itself.');
  return fails(
    'The runtime image has no certificates of authorities.',
    [],
    'Install ca-certificates in the final stage.',
  );
}

/** Programs that keep something in the home folder find one. */
export function homeFolder({ before, is, was, ecosystem }: Case): Judgement | undefined {
  const uses = scan(before.context, ecosystem).of('home');
  if (uses.length === 0 || was.user === is.user) return undefined;
  return holds('The account that the program runs as has a home folder of its own.', uses.slice(0, 3));
}
