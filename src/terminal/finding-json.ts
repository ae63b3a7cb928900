import type { Finding } from '../domain/findings/finding.ts';
import { visibleJson } from '../domain/words/visible.ts';
import type { FindingDocument } from '../formats/finding.ts';

/**
 * A finding as one line of JSON; what it does not have is null. A sheet, and where an imported row came from, stand there where they are
 * known. `more` stands behind: of which run it is, say.
 */
export function findingJson(found: Finding, more: Pick<FindingDocument, 'run'> = {}): string {
  const { code, severity, message, file, sheet, line, column, field, value, hint, source } = found;
  const data: FindingDocument = {
    format: 'quarterday/finding/1',
    code,
    severity,
    message,
    file: file ?? null,
    line: line ?? null,
    column: column ?? null,
    field: field ?? null,
    value: value ?? null,
    hint,
    ...(sheet === undefined ? {} : { sheet }),
    ...(source === undefined ? {} : { source }),
    ...more,
  };
  return `${visibleJson(JSON.stringify(data))}\n`;
}
