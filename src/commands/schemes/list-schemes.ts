import { visible } from '../../domain/words/visible.ts';
import { type BuiltinScheme, builtinSchemes } from '../../run/given/builtin-schemes.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { SchemesRequest } from '../request.ts';

/** Lists the schemes that come with the program. */
export function listSchemes(_request: SchemesRequest, host: Host, terminal: Terminal): void {
  const schemes = builtinSchemes(host.schemes);
  if (terminal.format === 'json') {
    terminal.printJson({ format: 'quarterday/schemes/1', schemes });
    return;
  }
  terminal.printLines(schemes.map((scheme) => schemeText(scheme, terminal)).join('\n'));
  terminal.next('Next: quarterday show SCHEME, with one of these ids.');
}

function schemeText({ id, title, commissioner, status, start, end }: BuiltinScheme, { paint }: Terminal): string {
  const lines = [
    `${paint.strong(visible(id))} ${visible(status)}`,
    `  ${visible(title)}`,
    `  ${visible(commissioner)}, ${visible(start)} to ${visible(end)}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}
