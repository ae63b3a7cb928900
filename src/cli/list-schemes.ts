import { visible } from '../domain/visible.ts';
import { type BuiltinScheme, builtinSchemes } from './builtin-schemes.ts';
import type { Terminal } from './terminal.ts';
import type { World } from './world.ts';

/** Lists the schemes that come with the program. */
export function listSchemes(world: World, terminal: Terminal): void {
  const schemes = builtinSchemes(world.schemes);
  if (terminal.format === 'json') {
    terminal.printJson(schemes);
    return;
  }
  terminal.print(schemes.map((scheme) => schemeText(scheme, terminal)).join('\n'));
  terminal.next('Next: quarterday show SCHEME, with one of these ids.');
}

function schemeText({ id, title, commissioner, status, start, end }: BuiltinScheme, { paint }: Terminal): string {
  const lines = [
    `${paint.strong(visible(id))} ${paint.dim(visible(status))}`,
    `  ${visible(title)}`,
    `  ${visible(commissioner)}, ${visible(start)} to ${visible(end)}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}
