import type { DotnetProject } from '../../context/manifests/dotnet.ts';
import { type Entry, fresh } from '../draft.ts';
import { keyword } from '../parts/keyword.ts';
import { seenFrom, ship } from '../parts/artefact-recipe.ts';
import { builds } from '../parts/compile.ts';
import { CHISELED, dotnetProjects, needyPackage } from '../parts/dotnet-images.ts';
import { finalWorkdir } from '../parts/workdir.ts';
import { execForm, hasCommand, lastOf, ownArgv } from '../parts/start.ts';
import { minorOf, tagOf } from '../image-tags.ts';
import type { Rung } from '../plan.ts';
import { type Project, resolvePath, seenAt, uses } from '../project.ts';
import { type Proposal, type Recipe, refused } from '../recipe.ts';

const SDK = 'mcr.microsoft.com/dotnet/sdk';
export const dotnet: Recipe = {
  id: 'dotnet',
  name: '.NET',
  applies: project =>
    project.stages.length === 1 &&
    project.final.image?.name === SDK &&
    project.final.acts.some(act => uses(act, 'dotnet', 'build')),
  propose: proposeDotnet,
};

function proposeDotnet(project: Project, rung: Exclude<Rung, 'T0'>): Proposal {
  const image = project.final.image;
  const version = image === undefined ? undefined : minorOf(tagOf(image).version);
  const workdir = finalWorkdir(project, '/');
  const start = lastOf(project.final, 'ENTRYPOINT') ?? lastOf(project.final, 'CMD');
  const argv = ownArgv(project.final);
  if (image === undefined || version === undefined || workdir === undefined || start === undefined)
    return refused(rung, 'The version of .NET, or what the image starts, is not known.', {
      hazard: 54,
      evidence: seenFrom(project),
    });
  const seen = { evidence: [seenAt(project, start)] };
  if (argv?.[0] === 'dotnet' && (argv[1] === 'run' || argv[1] === 'watch'))
    return refused(rung, `\`dotnet ${argv[1]}\` builds as it starts, in development mode.`, {
      hazard: 27,
      ...seen,
      remedy: 'Publish in a RUN, and start the assembly.',
    });
  if (argv === undefined && rung === 'T2')
    return refused(rung, 'The command needs a shell, and the chiseled image has none.', {
      hazard: 6,
      ...seen,
      remedy: 'Write it in exec form.',
    });
  const assembly = (argv ?? start.body.text.split(/\s+/)).find(word => word.endsWith('.dll'));
  const output = outputFolder(project);
  if (assembly === undefined || output === undefined)
    return refused(rung, 'Where `dotnet publish` puts the assembly, or which is started, is not known.', {
      hazard: 21,
      ...seen,
      remedy: 'Publish with -o, and start NAME.dll.',
    });
  const whole = resolvePath(workdir, assembly);
  if (whole !== `${output}/${assembly.replace(/^.*\//, '')}`)
    return refused(rung, `The build publishes to ${output}, and the image starts ${whole ?? assembly}.`, {
      hazard: 21,
      ...seen,
    });
  const found = projectOf(project, assembly);
  if (found === undefined)
    return refused(rung, `No project of the context makes ${assembly}.`, { hazard: 21, ...seen });
  const needy = needyPackage(project.context, found);
  if (needy !== undefined)
    return refused(rung, `${needy.name} loads libraries that are not in the runtime image.`, {
      hazard: 18,
      evidence: [{ file: needy.file, line: undefined, text: needy.name }],
    });
  const chiseled = CHISELED[version];
  if (rung === 'T2' && chiseled === undefined)
    return refused(rung, `No chiseled image of .NET ${version} is known.`, { hazard: 55, evidence: seenFrom(project) });
  const name = `mcr.microsoft.com/dotnet/${found.isWeb ? 'aspnet' : 'runtime'}:${version}`;
  const runtime =
    rung === 'T2' ? `${name}-${chiseled ?? ''}-chiseled${found.invariantGlobalization ? '' : '-extra'}` : name;
  const target = workdir === output ? './' : output;
  return ship(project, {
    ecosystem: 'dotnet',
    rung,
    runtime: () => runtime,
    workdir,
    artefacts: [{ from: output, to: target }],
    environment: ownPort(project, found),
    command: instruction =>
      hasCommand(instruction) && !instruction.json && argv !== undefined
        ? { lead: '', text: execForm(project, instruction, argv), origin: instruction }
        : undefined,
    leaves: 'The SDK and the NuGet cache',
  });
}

/** The SDK image leaves the port to the program, which the runtime image does not. */
function ownPort(project: Project, { isWeb }: DotnetProject): Entry[] {
  const isSet = project.final.acts.some(
    ({ instruction }) =>
      instruction.keyword === 'ENV' &&
      instruction.pairs.some(({ key }) =>
        /^(?:ASPNETCORE_(?:URLS|HTTP_PORTS|HTTPS_PORTS)|URLS|HTTP_PORTS|DOTNET_URLS)$/.test(key.text),
      ),
  );
  if (!isWeb || isSet) return [];
  return [
    fresh(
      `${keyword(project, 'ENV')} ASPNETCORE_HTTP_PORTS=`,
      'The SDK image leaves the port to the program; this base image would set 8080.',
    ),
  ];
}

/** The folder of `dotnet publish -o`. */
function outputFolder(project: Project): string | undefined {
  for (const act of builds(project).toReversed()) {
    for (const effect of act.effects) {
      const words = effect.command.words.map(({ value }) => value ?? '');
      if (effect.kind !== 'build' || words[1] !== 'publish') continue;
      const at = words.findIndex(word => word === '-o' || word === '--output');
      const joined = words.find(word => /^(?:-o=|--output=)/.test(word))?.replace(/^[^=]+=/, '');
      const path = joined ?? (at === -1 ? undefined : words[at + 1]);
      return path === undefined ? undefined : resolvePath(act.workdir, path);
    }
  }
  return undefined;
}

function projectOf({ context }: Project, assembly: string): DotnetProject | undefined {
  const name = assembly.replace(/^.*\//, '').replace(/\.dll$/, '');
  return dotnetProjects(context).find(each => each.assemblyName === name);
}
