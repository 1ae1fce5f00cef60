import type { Connection, WorkspaceEdit } from 'vscode-languageserver/node';
import { optimize } from '../optimizer/optimize.ts';
import { basename } from 'node:path';
import { changesOf } from './client-edits.ts';
import type { OpenDocument } from './document.ts';
import type { Session } from './session.ts';

/** The edit that makes a Dockerfile lean, to be confirmed by the user; says why where there is none. */
export async function optimization(
  connection: Connection,
  session: Session,
  document: OpenDocument,
): Promise<WorkspaceEdit | undefined> {
  const { settings } = await session.analyse(document);
  const { context, date } = settings.invocation;
  if (context === undefined || document.path === undefined) {
    connection.window.showInformationMessage(
      'Save the Dockerfile first: what can be made lean hangs on the files beside it.',
    );
    return undefined;
  }
  const plan = optimize(document.parsed(), context, { date, path: basename(document.path) });
  if (plan.fix === undefined) {
    const reason =
      plan.outcome === 'lean'
        ? 'The image is lean already.'
        : (plan.refusals[0]?.reason ?? 'It cannot be shown to be right.');
    connection.window.showInformationMessage(`Nothing to rewrite: ${reason}`);
    return undefined;
  }
  const change = {
    label: `Optimize (${plan.rung ?? ''})`,
    description: plan.steps.map(({ what }) => what).join('; '),
    needsConfirmation: true,
  };
  return changesOf(document, plan.fix.edits, session.client, plan.fix.files, { id: 'optimize', change });
}
