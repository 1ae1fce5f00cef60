import { defineRule } from '../../engine/rule.ts';
import { commandsOf } from '../../shell/commands.ts';
import { interpreterOf, printsFetched, urlsFetched } from '../../shell/downloads.ts';

/** A commit's hash in a URL fixes what is fetched. */
const FIXED = /[/@=][0-9a-f]{40}(?:[/?#]|$)/;

export default defineRule({
  id: 'pipe-to-shell',
  summary: 'Check a downloaded script before it is run',
  category: 'security',
  severity: 'info',
  applies: 'any',

  messages: {
    piped:
      '{shell} runs whatever `{from}` answers on the day of the build, unchecked, and half of it where the connection breaks.',
  },

  check({ instructions }, report) {
    const seen = new Set<number>();
    for (const commands of instructions.map(commandsOf)) {
      for (const command of commands) {
        if (!printsFetched(command)) continue;
        const urls = urlsFetched(command);
        const shell = interpreterOf(command, commands);
        const [program] = shell?.words ?? [];
        if (shell?.name === undefined || program === undefined || urls.some(({ unquoted }) => FIXED.test(unquoted)))
          continue;
        // A script in a substitution is met twice: in it, and where it is run.
        if (seen.has(program.span[0])) continue;
        seen.add(program.span[0]);
        report('piped', {
          at: program.span,
          data: { shell: shell.name, from: hostOf(urls[0]?.unquoted) ?? 'the server' },
        });
      }
    }
  },
});

function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : /^[^:]+:\/\/(?:[^/@]*@)?([^/:?#]+)/.exec(url)?.[1];
}
