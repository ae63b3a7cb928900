// How a PDF file writes what it says.

/** Another object, by its number. */
export function refTo(number: number): string {
  return `${number} 0 R`;
}

export function arrayOf(items: readonly (string | number)[]): string {
  return `[${items.join(' ')}]`;
}

/** Words that people read. */
export function saidInPdf(text: string): string {
  if (/^[ -~]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<${hexOf(`\ufeff${text}`)}>`;
}

/** UTF-16, its high bytes first, in hexadecimal. */
export function hexOf(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}
