import { dirname, join } from 'node:path';
import { finding } from '../../domain/findings/finding.ts';
import { visible } from '../../domain/words/visible.ts';
import { writeNewFile } from '../../record/files/new-file.ts';
import { builtinIds } from '../../run/given/builtin-schemes.ts';
import { pathMistake } from '../../run/given/paths.ts';
import type { Host } from '../../terminal/host.ts';
import { shellQuoted } from '../../terminal/shell-quote.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { NewRequest } from '../request.ts';
import { newScheme } from './kinds.ts';

/** Writes a scheme to start from into a file that is not there yet. */
export function writeNewScheme({ kind, id, out }: NewRequest, host: Host, terminal: Terminal): void {
  const { findings } = terminal;
  const nowhere = pathMistake(dirname(out), 'folder', '--out');
  if (nowhere) findings.note(nowhere);
  if (builtinIds(host.schemes).includes(id)) {
    const message = 'a scheme with this id comes with the program, and goes before a file of its name';
    findings.note(finding('option-value', { field: '--id' }, { message, value: id, hint: 'choose another id' }));
  }
  if (findings.forbid) return;
  if (!writeNewFile(out, newScheme(kind, id))) {
    const message = 'there is a file already, and nothing is written over';
    const hint = 'choose a name that is not taken';
    findings.note(finding('target-exists', { field: '--out' }, { message, value: out, hint }));
    return;
  }
  terminal.stands(`The scheme is written to ${out}.`);
  if (terminal.format === 'json') terminal.printJson({ format: 'quarterday/new/1', kind, scheme: id, file: out });
  else terminal.printLines(`${visible(out)}\n`);
  const file = shellQuoted(out);
  const schema = shellQuoted(join(dirname(out), 'scheme.schema.json'));
  terminal.next(
    `Next: fill it in; its assumptions say what is made up. quarterday check ${file} proves it after each change; set "status" to "agreed" at the end.\n` +
      `An editor that knows JSON Schema helps as you type: quarterday schema scheme > ${schema}`,
  );
}
