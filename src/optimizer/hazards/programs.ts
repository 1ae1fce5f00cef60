import type { Project } from '../project.ts';

/** Packages whose programs have another name. */
const PROGRAMS: Readonly<Record<string, readonly string[]>> = {
  'poppler-utils': ['pdftoppm', 'pdftotext', 'pdfinfo'],
  'tesseract-ocr': ['tesseract'],
  imagemagick: ['convert', 'magick', 'identify'],
  'netcat-openbsd': ['nc'],
  'netcat-traditional': ['nc'],
  'postgresql-client': ['psql', 'pg_dump', 'pg_isready'],
  'default-mysql-client': ['mysql', 'mysqldump'],
  'mariadb-client': ['mysql', 'mariadb', 'mysqldump'],
  'redis-tools': ['redis-cli'],
  'openssh-client': ['ssh', 'scp'],
  awscli: ['aws'],
  procps: ['ps', 'top', 'free'],
  'iputils-ping': ['ping'],
  'xz-utils': ['xz'],
  gnupg: ['gpg'],
  'default-jre-headless': ['java'],
  'default-jre': ['java'],
};

/** Names of the programs that the packages of the final stage bring, as far as their names tell. */
export function installedPrograms({ final }: Project): ReadonlySet<string> {
  const names = final.acts.flatMap(({ effects }) => effects.flatMap(effect => (effect.kind === 'system' ? effect.packages.flatMap(({ name }) => name ?? []) : [])));
  return new Set(names.flatMap(name => [name, ...(PROGRAMS[name] ?? [])]));
}
