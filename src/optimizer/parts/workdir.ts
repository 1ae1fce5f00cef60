import { copiesContext, literal, type Project } from '../project.ts';

/** The working directory at the end of the final stage. */
export function finalWorkdir({ final }: Project, inherited: string): string | undefined {
  const last = final.acts.findLast(({ instruction }) => instruction.keyword === 'WORKDIR');
  if (last === undefined) return inherited;
  const [word] = last.instruction.args;
  const value = literal(last.instruction, word);
  if (value === undefined) return undefined;
  return value.startsWith('/')
    ? value.replace(/(?<=.)\/$/, '')
    : last.workdir === undefined
      ? undefined
      : `${last.workdir}/${value}`.replace(/\/+/g, '/');
}

/** The folder of the image that the whole context is copied to; undefined where it is not, or to several. */
export function sourceFolder({ final }: Project): string | undefined {
  const copies = final.acts.filter(
    ({ instruction }) => copiesContext(instruction) && instruction.sources.some(({ text }) => /^\.?\/?$/.test(text)),
  );
  const [copy] = copies;
  if (copy === undefined || copies.length > 1 || copy.instruction.keyword !== 'COPY') return undefined;
  const destination = literal(copy.instruction, copy.instruction.destination);
  if (destination === undefined) return undefined;
  const whole = destination.startsWith('/')
    ? destination
    : copy.workdir === undefined
      ? undefined
      : `${copy.workdir}/${destination}`;
  return whole?.replace(/\/\.?(?=\/|$)/g, '').replace(/(?<=.)\/$/, '') || '/';
}
