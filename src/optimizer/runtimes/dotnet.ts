import { factsOf } from '../../images/image-facts.ts';
import { minorOf, tagOf, withTag } from '../image-tags.ts';
import { CHISELED, dotnetProjects, needyPackage } from '../parts/dotnet-images.ts';
import { ownArgv } from '../parts/start.ts';
import { type Project, seenAt } from '../project.ts';
import { refusal } from '../recipe.ts';
import type { Runtime } from './runtime.ts';

const IMAGES = /^mcr\.microsoft\.com\/dotnet\/(?:aspnet|runtime|runtime-deps)$/;

/** The chiseled twin of a .NET runtime image, with its libraries for cultures and time zones where the project wants them. */
export const dotnet: Runtime = {
  base(project, rung) {
    const { image } = project.final;
    if (rung !== 'T2' || image === undefined || !IMAGES.test(image.name)) return undefined;
    if (factsOf(image)?.shell === 'none') return `${image.text} is as lean as .NET's images get.`;
    const from = { evidence: [seenAt(project, project.final.stage.from)] };
    const { version, suite, extras } = tagOf(image);
    if (suite?.startsWith('alpine') === true) return `${image.text} is as small as a chiseled image.`;
    const chiseled = CHISELED[minorOf(version) ?? ''];
    if (version === undefined || chiseled === undefined || extras.length > 0)
      return [refusal('T2', `No chiseled twin of ${image.text} is known.`, { hazard: 55, ...from })];
    const program = startedAssembly(project);
    const found = dotnetProjects(project.context).find(({ assemblyName }) => assemblyName === program);
    if (program === undefined || found === undefined)
      return [
        refusal('T2', `No project of the context makes ${program ?? 'what the image starts'}.`, {
          hazard: 21,
          ...from,
        }),
      ];
    const needy = needyPackage(project.context, found);
    if (needy !== undefined)
      return [
        refusal('T2', `${needy.name} needs libraries that the chiseled image lacks.`, {
          hazard: 18,
          evidence: [{ file: needy.file, line: undefined, text: needy.name }],
        }),
      ];
    const text = `${version}-${chiseled}-chiseled${found.invariantGlobalization ? '' : '-extra'}`;
    return {
      ecosystem: 'dotnet',
      image: () => withTag(image, text),
      brings: /^(?:ca-certificates|tzdata|libicu\d*|libicu-dev|icu-libs)$/,
      obligations: [
        {
          hazard: 18,
          verdict: 'proven',
          claim: `No package of ${found.path} is known to need a library that the chiseled image lacks.`,
          evidence: [],
          remedy: undefined,
        },
      ],
    };
  },
};

/** `dotnet NAME.dll`, or the program `./NAME`. */
function startedAssembly({ final }: Project): string | undefined {
  const [first, second] = ownArgv(final) ?? [];
  const file = first === 'dotnet' ? second : first;
  if (file === undefined || (first === 'dotnet' && !file.endsWith('.dll'))) return undefined;
  return file.replace(/^.*\//, '').replace(/\.dll$/, '');
}
