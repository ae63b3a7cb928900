import type { Finding } from '../domain/findings/finding.ts';
import { visibleJson } from '../domain/words/visible.ts';

/** A finding as one line of JSON; what it does not have is null. */
export function findingJson({ code, severity, message, file, line, column, field, value, hint }: Finding): string {
  const data = {
    code,
    severity,
    message,
    file: file ?? null,
    line: line ?? null,
    column: column ?? null,
    field: field ?? null,
    value: value ?? null,
    hint,
  };
  return `${visibleJson(JSON.stringify(data))}\n`;
}
