import { fieldsOf, knownTexts, localFolder, textOf, textsOf, type BuildTarget, type Value } from './build-target.ts';
import { readLocated } from './located.ts';

/** The builds of a compose file, by the Compose specification; throws a configuration error where it is no YAML. */
export function readCompose(text: string, source: string): readonly BuildTarget[] {
  const { services } = fieldsOf(readLocated(text, source).value as Value);
  return Object.entries(fieldsOf(services)).flatMap(([name, service]) => {
    const { build, platform } = fieldsOf(service);
    if (build === undefined || build === null) return [];
    const fields = typeof build === 'string' ? { context: build } : fieldsOf(build);
    return [buildOf(name, fields, textOf(interpolated(platform)))];
  });
}

function buildOf(name: string, fields: { readonly [key: string]: Value }, platform: string | undefined): BuildTarget {
  const { context = '.', dockerfile = 'Dockerfile', target, args, platforms, additional_contexts: contexts } = fields;
  const own = textsOf(platforms).flatMap(text => textOf(interpolated(text)) ?? []);
  return {
    name,
    context: localFolder(textOf(interpolated(context))),
    dockerfile: 'dockerfile_inline' in fields ? undefined : textOf(interpolated(dockerfile)),
    target: textOf(interpolated(target)),
    buildArgs: knownTexts(mapValues(asMapping(args), interpolated)),
    platforms: own.length > 0 || platform === undefined ? own : [platform],
    namedContexts: Object.keys(asMapping(contexts)),
  };
}

/** `[A=b, C]` means `{A: b, C: null}`. */
function asMapping(value: Value): { readonly [key: string]: Value } {
  const pairs = textsOf(value).map((text): [string, Value] => {
    const at = text.indexOf('=');
    return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
  });
  return { ...fieldsOf(value), ...Object.fromEntries(pairs) };
}

function mapValues(
  fields: { readonly [key: string]: Value },
  change: (value: Value) => Value,
): { readonly [key: string]: Value } {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, change(value)]));
}

/** `${A:-b}` is `b` unless somebody says otherwise; a variable without a default makes the value unknown. */
function interpolated(value: Value): Value {
  if (typeof value !== 'string') return value;
  let known = true;
  const text = value.replace(
    /\$\$|\$\{[A-Za-z_]\w*:?-([^${}]*)\}|\$(?:\{[^{}]*\}|[A-Za-z_]\w*)/g,
    (match, fallback?: string) => {
      if (match === '$$') return '$';
      known &&= fallback !== undefined;
      return fallback ?? '';
    },
  );
  return known ? text : undefined;
}
