import { expect, it } from 'vitest';
import { memoryContext } from '../../src/context/memory-context.ts';
import { readComposer, readComposerLock } from '../../src/context/manifests/composer.ts';
import { readGemfile, readGemfileLock } from '../../src/context/manifests/gemfile.ts';
import { readMixProject } from '../../src/context/manifests/mix.ts';

it('reads Gemfile and Gemfile.lock', () => {
  const context = memoryContext({
    Gemfile:
      'source "https://gems.example.org"\nruby file: ".ruby-version"\n# gem "old"\ngem "rails", "~> 7.1"\ngem("pg")\ngem \'core\', path: \'engines/core\'\ngemspec\n',
    'Gemfile.lock':
      'GEM\n  remote: https://gems.example.org/\n  specs:\n    nokogiri (1.16.0-x86_64-linux)\n      racc (~> 1.4)\n    pg (1.5.6)\n\nPLATFORMS\n  x86_64-linux\n  ruby\n\nRUBY VERSION\n   ruby 3.3.1p55\n\nBUNDLED WITH\n   2.5.9\n',
  });
  expect(readGemfile(context, 'Gemfile')).toEqual({
    path: 'Gemfile',
    gems: ['rails', 'pg', 'core'],
    rubyVersion: undefined,
    reads: ['.ruby-version', 'engines/core'],
    usesGemspec: true,
  });
  expect(readGemfileLock(context, 'Gemfile.lock')).toEqual({
    path: 'Gemfile.lock',
    gems: [
      { name: 'nokogiri', version: '1.16.0-x86_64-linux' },
      { name: 'pg', version: '1.5.6' },
    ],
    platforms: ['x86_64-linux', 'ruby'],
    rubyVersion: '3.3.1',
    bundledWith: '2.5.9',
  });
});

it('reads composer.json and composer.lock', () => {
  const context = memoryContext({
    'composer.json':
      '{"require": {"php": "^8.2", "ext-gd": "*", "a/b": "1"}, "require-dev": {"c/d": "1"}, "scripts": {"post-install-cmd": ["x"]}, "repositories": [{"type": "path", "url": "packages/b"}, {"type": "vcs", "url": "https://x"}]}',
    'composer.lock': '{"packages": [{"name": "a/b", "version": "1.0"}], "packages-dev": [{"name": "c/d"}]}',
  });
  expect(readComposer(context, 'composer.json')).toMatchObject({
    extensions: ['gd'],
    php: '^8.2',
    scripts: ['post-install-cmd'],
    localPaths: ['packages/b'],
  });
  expect(readComposerLock(context, 'composer.lock')).toEqual([{ name: 'a/b', version: '1.0' }]);
});

it('reads mix.exs', () => {
  const text =
    'defmodule App.MixProject do\n  def project do\n    [\n      app: :app,\n      version: "0.1.0",\n      elixir: "~> 1.16",\n      releases: [web: [include_executables_for: [:unix]]],\n      deps: deps()\n    ]\n  end\n  defp deps do\n    [\n      {:phoenix, "~> 1.7"},\n      # {:old, "1"},\n      {:core, path: "../core"}\n    ]\n  end\nend\n';
  expect(readMixProject(memoryContext({ 'app/mix.exs': text }), 'app/mix.exs')).toEqual({
    path: 'app/mix.exs',
    app: 'app',
    version: '0.1.0',
    elixir: '~> 1.16',
    dependencies: ['phoenix', 'core'],
    releases: ['web'],
    isUmbrella: false,
    localPaths: ['core'],
  });
});
