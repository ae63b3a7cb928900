import { join } from 'node:path';
import { useOf } from '../../data/tables/table-use.ts';
import { tablesOf } from '../../data/tables/tables-of-scheme.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { visible } from '../../domain/words/visible.ts';
import { writeNewFolder } from '../../record/files/new-folder.ts';
import { templateReadme, templateTable } from '../../report/template.ts';
import { filledFolderMistake, targetExists } from '../../run/given/paths.ts';
import { openScheme } from '../../run/given/scheme-file.ts';
import type { Host } from '../../terminal/host.ts';
import { shellQuoted } from '../../terminal/shell-quote.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { TemplateRequest } from '../request.ts';

/** Writes the data folder that an analyst fills in: the tables of the scheme with their headers, and a README. */
export async function writeTemplate(request: TemplateRequest, host: Host, terminal: Terminal): Promise<void> {
  const { findings } = terminal;
  const { out } = request;
  const source = openScheme(request.scheme, host, terminal);
  const taken = filledFolderMistake(out);
  if (taken) findings.note(taken);
  if (!source || findings.forbid) return;
  const files = request.xlsx ? await formFiles(source.scheme) : templateFiles(source.scheme);
  const contents = new Map(files.map(({ name, content }) => [name, [content]]));
  if (writeNewFolder(out, contents) === null) return findings.note(targetExists(out));
  terminal.stands(`The template in ${visible(out)} is written.`);
  tellTemplate(
    source.scheme,
    request,
    files.map(({ name }) => name),
    terminal,
  );
}

interface TemplateFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** The library that writes workbooks is loaded for a workbook only. */
async function formFiles(scheme: Scheme): Promise<TemplateFile[]> {
  const { formWorkbook } = await import('../../import/form/form.ts');
  return [{ name: `${scheme.id}.xlsx`, content: await formWorkbook(scheme, usedTables(scheme)) }];
}

function usedTables(scheme: Scheme) {
  return tablesOf(scheme).filter(({ file }) => useOf(file, scheme) !== 'unused');
}

function templateFiles(scheme: Scheme): TemplateFile[] {
  const used = usedTables(scheme).map((table) => ({ ...table, needed: useOf(table.file, scheme) === 'needed' }));
  const files = used.map((table) => ({ name: table.file, content: templateTable(table) }));
  return [{ name: 'README.md', content: templateReadme(scheme, used) }, ...files];
}

function tellTemplate(
  scheme: Scheme,
  { scheme: named, out, xlsx }: TemplateRequest,
  names: readonly string[],
  terminal: Terminal,
): void {
  if (terminal.format === 'json') {
    terminal.printJson({ format: 'quarterday/template/1', scheme: scheme.id, folder: out, files: names });
    return;
  }
  const list = names.map((name) => `  ${name}\n`).join('');
  terminal.print(`${visible(out)}\n${list}`);
  if (xlsx) {
    const path = shellQuoted(join(out, names[0] ?? ''));
    terminal.next(
      `Next: fill in the workbook, then quarterday import ${path} --scheme ${shellQuoted(named)} --out DIR`,
    );
    return;
  }
  terminal.next(
    `Next: fill in the tables (README.md says how), then quarterday check ${shellQuoted(named)} --data ${shellQuoted(out)}`,
  );
}
