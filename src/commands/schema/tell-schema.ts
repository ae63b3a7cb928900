import type { TableDescription } from '../../data/tables/tables.ts';
import { finding } from '../../domain/findings/finding.ts';
import { didYouMean } from '../../domain/words/did-you-mean.ts';
import { visibleJson } from '../../domain/words/visible.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { SchemaRequest } from '../request.ts';
import { tableKinds, writtenKinds } from './written-kinds.ts';

/** Prints the JSON Schema of a file that people write, or the columns of a table; asked about nothing in particular, lists the kinds. */
export function tellSchema({ kind }: SchemaRequest, _host: Host, terminal: Terminal): void {
  const document = writtenKinds.find((known) => known.kind === kind);
  const table = tableKinds.find(({ file }) => file === kind);
  if (kind === null) listKinds(terminal);
  // A JSON Schema is the same in every format: its first key is that of its own standard.
  else if (document) terminal.print(`${visibleJson(JSON.stringify(document.schema(), null, 2))}\n`);
  else if (table) tellColumns(table, terminal);
  else terminal.findings.note(unknownKind(kind));
}

const kinds = [
  ...writtenKinds.map(({ kind, holds }) => ({ kind, holds })),
  ...tableKinds.map(({ file, holds }) => ({ kind: file, holds: `each row is ${holds}` })),
];

function listKinds(terminal: Terminal): void {
  if (terminal.format === 'json') {
    terminal.printJson({ format: 'quarterday/kinds/1', kinds });
    return;
  }
  terminal.print(inTwo(kinds.map(({ kind, holds }) => [kind, holds])));
  terminal.next('Next: quarterday schema KIND, with one of these.');
}

function tellColumns({ file, holds, columns }: TableDescription, terminal: Terminal): void {
  if (terminal.format === 'json') {
    const told = columns.map(({ name, optional, holds }) => ({ name, optional, holds }));
    terminal.printJson({ format: 'quarterday/columns/1', file, holds, columns: told });
    return;
  }
  const lines = columns.map(({ name, optional, holds }) => [optional ? `${name}?` : name, holds] as const);
  terminal.print(`${file}: each row is ${holds}. A column with ? may be left out.\n\n${inTwo(lines)}`);
}

/** Lines of two columns. */
function inTwo(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([first]) => first.length));
  return lines.map(([first, second]) => `  ${first.padEnd(width)}  ${second}\n`).join('');
}

function unknownKind(kind: string) {
  const hint = didYouMean(
    kind,
    kinds.map((known) => known.kind),
  );
  const message = 'this is no kind of file that people write';
  return finding('option-value', { field: 'KIND' }, { message, value: kind, hint });
}
