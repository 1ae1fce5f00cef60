import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { takenName } from '../engine/names.ts';
import { CATEGORIES, SEVERITIES, type Rule } from '../engine/rule.ts';
import { readLayers, type Layers } from './config-files.ts';
import { HOMEPAGE } from '../reporters/report.ts';
import { failure, reasonOf } from './failure.ts';

/** Loads the rules that configurations name, beside those that are `known`. That runs their code, so the user has to allow it. */
export async function loadPlugins(layers: Layers, known: readonly Rule[], allowed: boolean): Promise<Rule[]> {
  const plugins = layers.flatMap(({ plugins: paths = [], folder = '.', source }) =>
    paths.map(path => ({ path: resolve(folder, path), source })),
  );
  const [first] = plugins;
  if (first && !allowed && !(await isAllowedByUser())) {
    throw failure(
      `${first.source}: its plugins run code: allow that with --allow-plugins, or with \`allow-plugins: true\` in ${userConfig()}`,
    );
  }
  const rules: Rule[] = [];
  // A layer may name what the one that it extends names, too.
  const byPath = new Map(plugins.map(({ path, source }) => [path, source]));
  for (const [path, source] of byPath) {
    const found = await loadPlugin(path, source);
    const taken = takenName([...known, ...rules], found);
    if (taken !== undefined)
      throw failure(`${source}: the plugin ${path} has a rule \`${taken}\`, and another rule goes by that name`);
    rules.push(...found);
  }
  return rules;
}

async function isAllowedByUser(): Promise<boolean> {
  const path = userConfig();
  return existsSync(path) && (await readLayers(path)).some(({ allowPlugins }) => allowPlugins === true);
}

function userConfig(): string {
  return join(process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'plimsoll.yaml');
}

/** A module's default export is a rule or a list of them. */
async function loadPlugin(path: string, source: string): Promise<Rule[]> {
  let module: { default?: unknown };
  try {
    module = await import(pathToFileURL(path).href);
  } catch (error) {
    throw failure(
      `${source}: the plugin ${path} cannot be loaded: ${existsSync(path) ? reasonOf(error) : 'no such file or folder'}`,
    );
  }
  const found: unknown[] = [module.default].flat();
  if (found.length === 0 || !found.every(isRule)) {
    throw failure(
      `${source}: the plugin ${path} has to export a rule, or a list of rules, made with defineRule, as default`,
    );
  }
  return found.map(rule => ({ docs: HOMEPAGE, wholeFile: true, ...rule }));
}

function isRule(value: unknown): value is Rule {
  if (typeof value !== 'object' || value === null) return false;
  const { id, summary, category, severity, run } = value as Partial<Record<keyof Rule, unknown>>;
  return (
    typeof id === 'string' &&
    /^[a-z][a-z0-9]*(?:[-/][a-z0-9]+)*$/.test(id) &&
    typeof summary === 'string' &&
    CATEGORIES.some(one => one === category) &&
    SEVERITIES.some(one => one === severity) &&
    typeof run === 'function'
  );
}
