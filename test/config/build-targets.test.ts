import { describe, expect, it } from 'vitest';
import { readBake } from '../../src/config/bake.ts';
import type { BuildTarget } from '../../src/config/build-target.ts';
import { readCompose } from '../../src/config/compose.ts';

const PLAIN: BuildTarget = {
  name: 'web',
  context: '.',
  dockerfile: 'Dockerfile',
  target: undefined,
  buildArgs: {},
  platforms: [],
  namedContexts: [],
};

describe('compose.yaml', () => {
  it.each<[string, string, readonly Partial<BuildTarget>[]]>([
    ['a folder', 'build: ./app', [{ context: './app' }]],
    [
      'every field',
      'build: { context: app, dockerfile: docker/Dockerfile.web, target: run, args: { A: 1, B: yes }, platforms: [linux/arm64], additional_contexts: { lib: ../lib } }',
      [
        {
          context: 'app',
          dockerfile: 'docker/Dockerfile.web',
          target: 'run',
          buildArgs: { A: '1', B: 'yes' },
          platforms: ['linux/arm64'],
          namedContexts: ['lib'],
        },
      ],
    ],
    [
      'arguments in a list, one from the environment',
      'build: { args: [A=b=c, FROM_OUTSIDE] }',
      [{ buildArgs: { A: 'b=c' } }],
    ],
    [
      'the default of a variable',
      'build: { args: { A: "${TAG:-latest}-x", B: "${OTHER}" } }',
      [{ buildArgs: { A: 'latest-x' } }],
    ],
    ['a folder from the environment', 'build: ${WHERE}', [{ context: undefined }]],
    ['a repository', 'build: https://example.org/app.git#main', [{ context: undefined }]],
    ['a Dockerfile of its own', 'build: { dockerfile_inline: "FROM scratch" }', [{ dockerfile: undefined }]],
    ['the platform of the service', 'platform: linux/amd64\n    build: .', [{ platforms: ['linux/amd64'] }]],
    ['no build', 'image: nginx', []],
    ['nonsense', 'build: [1, 2]', [{}]],
  ])('%s', (_, service, expected) => {
    const text = `services:\n  web:\n    ${service}\n`;
    expect(readCompose(text, 'compose.yaml')).toEqual(expected.map(fields => ({ ...PLAIN, ...fields })));
  });

  it('joins what anchors and merge keys bring', () => {
    const text =
      'x-build: &build { context: app, args: { A: "1" } }\nservices:\n  web:\n    build:\n      <<: *build\n      target: run\n';
    expect(readCompose(text, 'compose.yaml')).toEqual([
      { ...PLAIN, context: 'app', target: 'run', buildArgs: { A: '1' } },
    ]);
  });

  it.each([
    ['', []],
    ['services: 3', []],
    ['- a', []],
  ])('finds nothing in %j', (text, expected) => {
    expect(readCompose(text, 'compose.yaml')).toEqual(expected);
  });

  it('says where it is no YAML', () => {
    expect(() => readCompose('services:\n  web: [\n', 'compose.yaml')).toThrow(/^compose\.yaml:\d+:\d+: /);
  });
});

const HCL = `# what is built by default
variable "TAG" { default = "1.2" }
variable "NOTHING" {}
group "default" { targets = ["web", "worker"] }

target "_common" {
  args = { A = "common", VERSION = "v\${TAG}" }
  platforms = [
    "linux/amd64",
    "linux/arm64", // both
  ]
}

target "web" {
  inherits   = ["_common"]
  context    = "app"
  dockerfile = "Dockerfile.web"
  target     = "run"
  args       = { A = "web", COMPUTED = upper(TAG), "B" : true, OUTSIDE = NOTHING, C = TAG == "x" ? "y" : "z" }
  contexts   = { lib = "../lib" }
  tags       = ["a:\${TAG}", "b:\${formatdate("x", timestamp())}"]
}

target "worker" {
  context = "https://example.org/worker.git"
  labels = {
    text = <<EOT
} not the end
EOT
  }
}
`;

describe('docker-bake.hcl', () => {
  it('joins targets with what they inherit, and leaves out what is computed', () => {
    expect(readBake(HCL, 'docker-bake.hcl')).toEqual([
      {
        ...PLAIN,
        name: '_common',
        buildArgs: { A: 'common', VERSION: 'v1.2' },
        platforms: ['linux/amd64', 'linux/arm64'],
      },
      {
        name: 'web',
        context: 'app',
        dockerfile: 'Dockerfile.web',
        target: 'run',
        buildArgs: { A: 'web', B: 'true', VERSION: 'v1.2' },
        platforms: ['linux/amd64', 'linux/arm64'],
        namedContexts: ['lib'],
      },
      { ...PLAIN, name: 'worker', context: undefined },
    ]);
  });

  it('does not follow targets that inherit each other for ever', () => {
    const text = 'target "a" {\n inherits = ["b"]\n context = "x"\n}\ntarget "b" {\n inherits = ["a"]\n}\n';
    expect(readBake(text, 'x.hcl').map(({ name, context }) => [name, context])).toEqual([
      ['a', 'x'],
      ['b', 'x'],
    ]);
  });

  it.each([
    ['target "a" {', 'x.hcl:1:13: `}` is missing before the end of the line'],
    ['target "a" [', 'x.hcl:1:12: `{` is missing before `[`'],
    ['target "a" {\n  context =\n}', 'x.hcl:2:12: a value is missing before the end of the line'],
    ['= 3', 'x.hcl:1:1: a name is missing before `=`'],
    ['a = [1', 'x.hcl:1:7: `]` is missing before the end of the line'],
  ])('says where %j is no HCL', (text, message) => {
    expect(() => readBake(text, 'x.hcl')).toThrow(message);
  });
});

it('reads docker-bake.json', () => {
  const text = '{ "variable": { "V": { "default": "1" } }, "target": { "web": { "args": { "A": "${V}" } } } }';
  expect(readBake(text, 'docker-bake.json')).toEqual([{ ...PLAIN, buildArgs: { A: '1' } }]);
});
