import { columnForms } from '../../domain/column-form.ts';
import { finding } from '../../domain/findings/finding.ts';
import { didYouMean } from '../../domain/words/did-you-mean.ts';
import { visibleJson } from '../../domain/words/visible.ts';
import type { ColumnsDocument } from '../../formats/help.ts';
import { heading, paragraph, renderPage, table, title } from '../../report/page/page.ts';
import { row, wordColumn } from '../../report/page/text-table.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { SchemaRequest } from '../request.ts';
import { type CsvColumn, type CsvKind, csvKinds, jsonKinds } from './kinds.ts';

/** Prints the JSON Schema of a document, or the columns of a CSV; asked about nothing in particular, lists the kinds. */
export function tellSchema({ kind }: SchemaRequest, _host: Host, terminal: Terminal): void {
  const document = jsonKinds.find((known) => known.kind === kind);
  const csv = csvKinds.find((known) => known.kind === kind);
  if (kind === null) listKinds(terminal);
  // A JSON Schema is the same in every format: its first key is that of its own standard.
  else if (document) terminal.print(`${visibleJson(JSON.stringify(document.schema(), null, 2))}\n`);
  else if (csv) tellColumns(csv, terminal);
  else terminal.findings.note(unknownKind(kind));
}

const kinds = [
  ...jsonKinds.map(({ kind, by, holds }) => ({ kind, is: 'json' as const, by, holds })),
  ...csvKinds.map(({ kind, by, holds }) => ({ kind, is: 'csv' as const, by, holds: `each row is ${holds}` })),
];

function listKinds(terminal: Terminal): void {
  if (terminal.format === 'json') {
    terminal.printJson({ format: 'quarterday/kinds/1', kinds });
    return;
  }
  const columns = [wordColumn('kind'), wordColumn('holds')];
  const of = (by: 'people' | 'program', is: 'json' | 'csv') => {
    const some = kinds.filter((each) => each.by === by && each.is === is);
    return table({ columns, rows: some.map(({ kind, holds }) => row(kind, holds)) });
  };
  const blocks = [
    heading('JSON that people write'),
    of('people', 'json'),
    heading('CSV that people write'),
    of('people', 'csv'),
    heading('JSON that the program prints or writes'),
    of('program', 'json'),
    heading('CSV that the program writes'),
    of('program', 'csv'),
  ];
  terminal.print(renderPage(blocks, terminal.paint));
  terminal.next('Next: quarterday schema KIND, with one of these.');
}

function tellColumns({ kind, by, holds, columns }: CsvKind, terminal: Terminal): void {
  if (terminal.format === 'json') {
    terminal.printJson({ format: 'quarterday/columns/1', file: kind, by, holds, columns: columns.map(columnData) });
    return;
  }
  const rows = columns.map((each) => row(nameOf(each), sayForm(each), each.unit ?? '', each.holds));
  const marked = columns.some(({ optional }) => optional)
    ? ['A column with ? may be left out.']
    : columns.some(({ blank }) => blank)
      ? ['A cell of a column with ? may be blank.']
      : [];
  const blocks = [
    title(`${kind}: each row is ${holds}`),
    ...marked.map((says) => paragraph(says)),
    table({ columns: ['column', 'form', 'unit', 'meaning'].map(wordColumn), rows }),
  ];
  terminal.print(renderPage(blocks, terminal.paint));
}

function nameOf({ name, blank }: CsvColumn): string {
  return blank ? `${name}?` : name;
}

function sayForm({ form, choices }: CsvColumn): string {
  return choices ? choices.join(', ') : columnForms[form];
}

function columnData(column: CsvColumn): ColumnsDocument['columns'][number] {
  const { name, optional, blank, form, choices, unit, holds } = column;
  const written = sayForm(column);
  return {
    name,
    optional,
    blank,
    form,
    written,
    ...(choices && { choices }),
    ...(unit !== undefined && { unit }),
    holds,
  };
}

function unknownKind(kind: string) {
  const hint = didYouMean(
    kind,
    kinds.map((known) => known.kind),
  );
  const message = 'this is no kind of document or table';
  return finding('option-value', { field: 'KIND' }, { message, value: kind, hint });
}
