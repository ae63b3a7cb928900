/** An escape, a bell, a C1 introducer, a carriage return, two-way marks, zero-width and line separators. */
export const hostile = 'a\u001b]0;x\u0007\u009b31m\r\u202e\u2066\u200b\u00ad\u2028\ufeffb';
export const harmful = /[^\P{C}\n]|[\u2028\u2029]/u;

/** What a spreadsheet would take for a formula, on one line. */
export const formulas = ["=cmd|' /C calc'!A0", '-1+1', '＝HYPERLINK("http://x";"<img src=x onerror=y>")'];
export const formula = /^(?:[\t\r\n]|[\s\p{C}]*[=+\-@|%＝＋－＠｜％])/u;

/** A text as it stands within the quotes of JSON, in ASCII alone. */
export function inJsonText(text: string): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^ -~]/gu, escaped);
}

/** A table with a cell changed: the first of its column, or its name. */
export function withCell(text: string, column: string, line: 'header' | 'row', becomes: string): string {
  const [header = '', row = '', ...rest] = text.split(/\r?\n/);
  const at = header.split(',').indexOf(column);
  const change = (cells: string) =>
    cells
      .split(',')
      .map((cell, index) => (index === at ? becomes : cell))
      .join(',');
  return [line === 'header' ? change(header) : header, line === 'row' ? change(row) : row, ...rest].join('\n');
}
