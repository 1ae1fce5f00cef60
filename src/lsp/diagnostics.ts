import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node';
import type { Finding } from '../engine/finding.ts';
import type { Severity } from '../engine/rule.ts';
import { docsUrl } from '../reporters/report.ts';
import { escapeControls } from '../reporters/escape.ts';
import type { OpenDocument } from './document.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  style: DiagnosticSeverity.Hint,
};

export function diagnosticOf(document: OpenDocument, { rule, severity, message, at }: Finding): Diagnostic {
  return {
    range: document.places().toRange(at),
    severity: SEVERITIES[severity],
    source: 'plimsoll',
    code: rule.id,
    codeDescription: { href: docsUrl(rule) },
    message: escapeControls(message),
  };
}

/** A configuration that cannot be read, shown where the reader is. */
export function configurationDiagnostic(message: string): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: DiagnosticSeverity.Error,
    source: 'plimsoll',
    code: 'configuration',
    message: escapeControls(message),
  };
}
