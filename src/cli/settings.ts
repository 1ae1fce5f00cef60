import { dirname, resolve } from 'node:path';
import type { Config, RuleSetting } from '../config/config.ts';
import { matchesGlob } from '../text/glob.ts';
import { checkRules, settingsFor, type Settings as Effective } from '../config/settings.ts';
import { DEFAULT_MAX_SIZE } from '../engine/lint.ts';
import { invocationOn, type Invocation, type Rule } from '../engine/rule.ts';
import { rules as builtIn } from '../rules/index.ts';
import { configFiles, isHadolintFile, readLayers, type Layers } from './config-files.ts';
import { complain } from './failure.ts';
import { toPosix } from './gitignore.ts';
import type { LintOptions } from './lint-options.ts';

/** What holds for one file, ready for the engine. */
export interface FileSettings extends Effective {
  /** Every rule there is, plugins' included. */
  readonly catalogue: readonly Rule[];
  readonly invocation: Invocation;
  readonly maxSize: number;
  /** True where the configuration leaves the file out. */
  readonly ignored: boolean;
}

/** The settings of a file, by its path as the user knows it; throws a configuration error where one is wrong. */
export type Settings = (path: string) => Promise<FileSettings>;

export function openSettings(options: LintOptions): Settings {
  const date = options.date ?? today();
  const own = commandLineLayer(options);
  const find = finder(options);
  const catalogues = new Map<Layers, Promise<readonly Rule[]>>();
  const effective = new Map<Layers, Effective>();

  return async path => {
    const absolute = toPosix(resolve(path));
    const found = await find(dirname(resolve(path)));
    const layers = options.preset === 'hadolint' ? await withEnvironment(found) : found;
    const loading = catalogues.get(layers) ?? catalogueOf(layers, own, options.allowPlugins === true);
    catalogues.set(layers, loading);
    const catalogue = await loading;

    const settings = effective.get(layers) ?? settingsFor(absolute, [...layers, own], catalogue);
    // Only overrides make the settings of one file other than those of the next.
    if (layers.every(({ overrides = [] }) => overrides.length === 0)) effective.set(layers, settings);
    const { trustedRegistries, labelSchema, strictLabels, maxSize = DEFAULT_MAX_SIZE } = settings;
    const invocation = invocationOn(date, { trustedRegistries, labelSchema, strictLabels });
    return { ...settings, catalogue, maxSize, invocation, ignored: layers.some(layer => leavesOut(layer, absolute)) };
  };
}

/** YYYY-MM-DD. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** How the configuration of a folder is found. */
function finder({ config }: LintOptions): (folder: string) => Promise<Layers> {
  if (config === undefined) return configFiles();
  const layers = config === false ? Promise.resolve([]) : readLayers(resolve(config));
  // Whoever asks for settings hears of the error; nobody may.
  layers.catch(() => {});
  return () => layers;
}

const environments = new WeakMap<Layers, Layers>();

/** Whoever asks for hadolint's rules on the command line is heard in hadolint's variables, too, without a file of hadolint's. */
async function withEnvironment(layers: Layers): Promise<Layers> {
  const known = environments.get(layers);
  if (known !== undefined) return known;
  const { readHadolintEnvironment } = await import('../config/hadolint-environment.ts');
  const isRead = layers.some(({ source }) => isHadolintFile(source));
  const environment = isRead ? undefined : readHadolintEnvironment(process.env);
  const all = environment ? [...layers, environment] : layers;
  environments.set(layers, all);
  return all;
}

async function catalogueOf(layers: Layers, own: Config, allowed: boolean): Promise<readonly Rule[]> {
  const wanted = layers.some(({ plugins = [] }) => plugins.length > 0);
  // In a file of its own, which Node loads as usual: code that was kept compiled cannot import modules.
  const plugins = wanted ? await (await import('./plugins.ts')).loadPlugins(layers, builtIn, allowed) : [];
  const catalogue = [...builtIn, ...plugins];
  for (const layer of [...layers, own]) {
    // hadolint passes over codes that it does not know.
    if (!isHadolintFile(layer.source)) checkRules(layer, catalogue);
    for (const warning of layer.warnings ?? []) complain(warning);
  }
  return catalogue;
}

function commandLineLayer(options: LintOptions): Config {
  const { preset, select, ignore = [], preview, failOn, maxSize, shellcheck } = options;
  const rules = ignore.map((name): RuleSetting => ({ name, severity: 'off' }));
  return { source: 'the command line', preset, select, rules, preview, failOn, maxSize, shellcheck };
}

function leavesOut({ folder, ignorePaths = [] }: Config, absolute: string): boolean {
  const inside =
    folder !== undefined && absolute.startsWith(`${folder}/`) ? absolute.slice(folder.length + 1) : absolute;
  return ignorePaths.some(glob => matchesGlob(glob, inside));
}
