// The little of roff that a page for `man` is made of.

/** A section with its heading. */
export function section(heading: string, body: string): string {
  return body === '' ? '' : `.SH ${heading.toUpperCase()}\n${body}`;
}

/** Paragraphs, which are filled to the width of the terminal. */
export function paragraphs(texts: readonly string[]): string {
  return texts.map((text) => `.PP\n${lineOf(text)}\n`).join('');
}

/** A term with what it is, hung below it. */
export function described(term: string, says: string): string {
  return `.TP${term === '•' ? ' 2' : ''}\n${term === '•' ? '\\(bu' : `.B ${argumentOf(term)}`}\n${lineOf(says)}\n`;
}

/** Lines that are there to be copied: not filled, and not broken. */
export function copied(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `.PP\n.nf\n${lines.map((line) => `${lineOf(line)}\n`).join('')}.fi\n`;
}

/** A text as one argument of a request. */
export function argumentOf(text: string): string {
  return `"${escaped(text).replaceAll('"', '""')}"`;
}

/** A text as a line that roff takes for nothing but text. */
function lineOf(text: string): string {
  const line = escaped(text);
  return /^[.']/.test(line) ? `\\&${line}` : line;
}

/** A hyphen is a minus, which is what a person copies; a quotation mark and a caret stay what they are. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti');
}
