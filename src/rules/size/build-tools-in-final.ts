import type { Stage } from '../../dockerfile/model.ts';
import { effectiveBase, stageChain } from '../../dockerfile/stage-chain.ts';
import { defineRule } from '../../engine/rule.ts';
import { ownStart } from '../../images/own-start.ts';
import { finalState } from '../../images/state.ts';
import { toolchainOf } from '../../images/toolchains.ts';
import { improvedStages } from '../../optimizer/improvement.ts';
import { keptBuildPackages } from '../../optimizer/parts/kept-build-packages.ts';
import { commandsOf } from '../../shell/commands.ts';
import { listed } from '../../text/listed.ts';

/** Programs that people work in, or that build while they run. */
const WORK =
  /^(?:(?:ba|da|a|z|fi|k)?sh|.*\.sh|busybox|pwsh|sleep|tail|true|make|cmake|ninja|cargo|go|mvnw?|gradlew?|sbt|lein|rake|tox|pytest|jupyter.*|start-notebook.*|code-server|theia|R|Rscript|julia|irb|iex|sshd|agent|jenkins.*|gitlab-runner|gcc|cc|clang|emcc|stack|cabal|ghci?|node-gyp|air|watchexec|nodemon|supervisord|init|s6-.*|docker.*)$/;
/** What `dotnet` does with the SDK only. */
const SDK_COMMAND = /^(?:run|watch|build|test|publish|ef|restore|pack|tool|msbuild)$/;

export default defineRule({
  id: 'build-tools-in-final',
  summary: 'Leave compilers, headers and build tools out of the image that ships',
  category: 'size',
  severity: 'warning',
  applies: 'layers',

  messages: {
    image: '`{image}` ships {brings} with `{program}`, which runs without: a stage of its own can build.',
    packages: '{packages} {are} for building only, and {ship} with `{program}`: a stage of its own can build.',
  },

  check(dockerfile, report, _options, invocation) {
    const improved = improvedStages(dockerfile, invocation);
    const told = new Set<number>();
    for (const stage of dockerfile.stages) {
      const program = stage.isShipped && !improved.has(stage) ? programOf(stage) : undefined;
      const { image } = stage.from;
      if (program === undefined || image === undefined) continue;
      const base = effectiveBase(stage);
      const toolchain = base.kind === 'image' ? toolchainOf(base.image) : undefined;
      if (base.kind === 'image' && toolchain !== undefined) {
        if (!toolchain.programs.includes(program))
          report('image', { at: image.span, data: { image: base.image.text, brings: toolchain.brings, program } });
        continue;
      }
      const [first, ...rest] = keptBuildPackages(stage);
      if (first === undefined || told.has(first.word.span[0])) continue;
      told.add(first.word.span[0]);
      const [are, ship] = rest.length === 0 ? ['is', 'ships'] : ['are', 'ship'];
      const packages = listed([first, ...rest].map(({ text }) => `\`${text}\``));
      report('packages', { at: first.word.span, data: { packages, are, ship, program } });
    }
  },
});

/** What makes an image build while it runs, wherever it stands in the command. */
const BUILDS =
  /^(?:make|cmake|ninja|cargo|go|mvnw?|gradlew?|debuild|dpkg-buildpackage|rpmbuild|makepkg|abuild|fpm|nfpm|gcc|g\+\+|cc|clang)$/;

/** What stands before the program and becomes it. */
const WRAPPER = /^(?:exec|--|-g|env|\w+=.*|(?:.*\/)?(?:tini|dumb-init))$/;
/** Interpreters: started bare, they are what people work in, or what others build on. */
const INTERPRETER = /^(?:python|pypy|node|ruby|php|perl|lua|java|erl|bash)[\d.]*$/;

/** The program that an image is for; undefined for one that is made to work in, for development or as a base. */
function programOf(stage: Stage): string | undefined {
  const chain = stageChain(stage);
  const start = chain.map(ownStart).find(found => found !== undefined);
  const isForWork =
    stage.name !== undefined &&
    /(?:^|[-_.])(?:dev|devel|development|build|builder|test|tests|ci|debug|lint)/.test(stage.name);
  const { entrypoint, cmd } = finalState(stage).configuration;
  const doesBuild = [entrypoint, cmd].some(
    launch => launch?.instruction && commandsOf(launch.instruction).some(command => BUILDS.test(command.name ?? '')),
  );
  const isBase = chain.some(({ instructions }) => instructions.some(({ keyword }) => keyword === 'ONBUILD'));
  const words = start?.words.filter(word => !WRAPPER.test(word)) ?? [];
  const [first = '', second = ''] = words;
  const name = first.slice(first.lastIndexOf('/') + 1);
  const isWork =
    WORK.test(name) || (name === 'dotnet' && SDK_COMMAND.test(second)) || (INTERPRETER.test(name) && second === '');
  return isForWork || doesBuild || isBase || isWork || name === '' || /[$`]/.test(first) ? undefined : name;
}
