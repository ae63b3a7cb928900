import type { CodeEntry } from '../../domain/findings/codes/entry.ts';
import { chapters, codes } from '../../domain/findings/codes.ts';
import type { Terminal } from '../../terminal/terminal.ts';

/** Every code of a finding with its title, by chapters. */
export function listCodes(terminal: Terminal): void {
  const all = Object.entries<CodeEntry>(codes);
  if (terminal.format === 'json') {
    terminal.printJson({ format: 'quarterday/codes/1', codes: all.map(([code, entry]) => ({ code, ...entry })) });
    return;
  }
  const { heading } = terminal.paint;
  const width = Math.max(...all.map(([code]) => code.length));
  const parts = chapters.map(({ title, codes }) => {
    const lines = Object.entries(codes).map(([code, { title }]) => `  ${code.padEnd(width)}  ${title}\n`);
    return `${heading(title)}\n${lines.join('')}`;
  });
  terminal.printLines(parts.join('\n'));
}

/** What a code means, and what to do. */
export function explainCode(code: string, { severity, title, meaning, fix }: CodeEntry, terminal: Terminal): void {
  if (terminal.format === 'json') {
    terminal.printJson({ format: 'quarterday/code/1', code, severity, title, meaning, fix });
    return;
  }
  const { heading, strong } = terminal.paint;
  terminal.printLines(
    `${heading(code)} (${severity})\n\n${strong(title)}\n\n${meaning}\n\n${strong('What to do')}: ${fix}\n`,
  );
}
