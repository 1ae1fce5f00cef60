import { fieldsOf, knownTexts, localFolder, textOf, textsOf, type BuildTarget, type Value } from './build-target.ts';
import { readHcl } from './hcl.ts';
import { readLocated } from './located.ts';

type Fields = { readonly [key: string]: Value };

/** The builds of a bake file in HCL or JSON, by the Bake file reference; throws a configuration error where it is neither. */
export function readBake(text: string, source: string): readonly BuildTarget[] {
  const file = source.endsWith('.json') ? fieldsOf(readLocated(text, source).value as Value) : readHcl(text, source);
  const defaults = Object.entries(fieldsOf(file['variable'])).map(
    ([name, block]) => [name, fieldsOf(block)['default']] as const,
  );
  const variables = new Map(defaults);
  const targets = fieldsOf(file['target']);
  return Object.keys(targets).map(name => buildOf(name, inherited(targets, name, variables)));
}

function buildOf(name: string, fields: Fields): BuildTarget {
  const { context = '.', dockerfile = 'Dockerfile', target, args, platforms, contexts } = fields;
  return {
    name,
    context: localFolder(textOf(context)),
    dockerfile: 'dockerfile-inline' in fields ? undefined : textOf(dockerfile),
    target: textOf(target),
    buildArgs: knownTexts(args),
    platforms: textsOf(platforms),
    namedContexts: Object.keys(fieldsOf(contexts)),
  };
}

/** A target's fields over those that it inherits, of which the last named goes first; mappings are joined. */
function inherited(
  targets: Fields,
  name: string,
  variables: ReadonlyMap<string, Value>,
  seen: readonly string[] = [],
): Fields {
  const own = fieldsOf(evaluated(fieldsOf(targets[name]), variables));
  const parents = seen.includes(name) ? [] : textsOf(own['inherits']);
  const layers = [...parents.map(parent => inherited(targets, parent, variables, [...seen, name])), own];
  return layers.reduce((below, layer) => {
    const joined = ['args', 'contexts', 'labels'].flatMap(key =>
      key in below && key in layer ? [[key, { ...fieldsOf(below[key]), ...fieldsOf(layer[key]) }] as const] : [],
    );
    return { ...below, ...layer, ...Object.fromEntries(joined) };
  }, {});
}

/** With the variables' defaults in it; what hangs on anything else is not known. */
function evaluated(value: Value, variables: ReadonlyMap<string, Value>): Value {
  if (typeof value === 'string') return interpolated(value, variables);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Value) => evaluated(item, variables));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, evaluated(item as Value, variables)]));
}

function interpolated(text: string, variables: ReadonlyMap<string, Value>): Value {
  const whole = /^\$\{([A-Za-z_][\w-]*)\}$/.exec(text)?.[1];
  if (whole !== undefined) return variables.get(whole);
  let known = true;
  const result = text.replace(/\$\$\{|\$\{([^{}]*)\}/g, (match, name?: string) => {
    if (name === undefined) return match.slice(1);
    const part = textOf(variables.get(name.trim()));
    known &&= part !== undefined;
    return part ?? '';
  });
  return known ? result : undefined;
}
