import type { Keyword } from '../dockerfile/model.ts';

interface Help {
  readonly about: string;
  readonly form: string;
  readonly flags: readonly string[];
}

/** What each instruction does, how it is written and which flags it takes, by the Dockerfile reference for syntax 1.7 and later. */
export const INSTRUCTION_HELP: Readonly<Record<Exclude<Keyword, 'UNKNOWN'>, Help>> = {
  ADD: {
    about: 'Copies files, folders, remote files and repositories into the image; unpacks local archives.',
    form: 'ADD source… destination',
    flags: ['--chown=', '--chmod=', '--checksum=', '--exclude=', '--keep-git-dir', '--link', '--unpack'],
  },
  ARG: {
    about: 'Declares a variable of the build, which `--build-arg` may set.',
    form: 'ARG name[=default]',
    flags: [],
  },
  CMD: {
    about: 'What a container runs, or the arguments of its entrypoint. The last one counts.',
    form: 'CMD ["program", "argument"]',
    flags: [],
  },
  COPY: {
    about: 'Copies files and folders from the build context, a stage or an image.',
    form: 'COPY source… destination',
    flags: ['--from=', '--chown=', '--chmod=', '--link', '--parents', '--exclude='],
  },
  ENTRYPOINT: {
    about: 'The program of a container; CMD gives its arguments. The last one counts.',
    form: 'ENTRYPOINT ["program"]',
    flags: [],
  },
  ENV: { about: 'Sets variables for the instructions below and for containers.', form: 'ENV name=value', flags: [] },
  EXPOSE: {
    about: 'Says which ports a container listens on; publishes none.',
    form: 'EXPOSE port[/protocol]',
    flags: [],
  },
  FROM: {
    about: 'Begins a stage on a base image or an earlier stage.',
    form: 'FROM image[:tag] [AS name]',
    flags: ['--platform='],
  },
  HEALTHCHECK: {
    about: 'How to find out whether a container works. The last one counts.',
    form: 'HEALTHCHECK CMD command',
    flags: ['--interval=', '--timeout=', '--start-period=', '--start-interval=', '--retries='],
  },
  LABEL: { about: 'Adds metadata to the image.', form: 'LABEL key=value', flags: [] },
  MAINTAINER: {
    about: 'Deprecated: `LABEL org.opencontainers.image.authors` says it.',
    form: 'MAINTAINER name',
    flags: [],
  },
  ONBUILD: {
    about: 'An instruction for the builds that use this image as their base.',
    form: 'ONBUILD instruction',
    flags: [],
  },
  RUN: {
    about: 'Runs a command in a new layer.',
    form: 'RUN command',
    flags: ['--mount=', '--network=', '--security='],
  },
  SHELL: { about: 'The shell of the shell forms below.', form: 'SHELL ["program", "argument"]', flags: [] },
  STOPSIGNAL: { about: 'The signal that stops a container.', form: 'STOPSIGNAL signal', flags: [] },
  USER: { about: 'Who runs the instructions below and the container.', form: 'USER name[:group]', flags: [] },
  VOLUME: { about: 'Folders that every container gets a volume for.', form: 'VOLUME ["/path"]', flags: [] },
  WORKDIR: {
    about: 'The folder that the instructions below and the container run in; made where it is missing.',
    form: 'WORKDIR /path',
    flags: [],
  },
};

/** The page of an instruction in the Dockerfile reference. */
export function referenceUrl(keyword: string): string {
  return `https://docs.docker.com/reference/dockerfile/#${keyword.toLowerCase()}`;
}
