/** A name without what makes two spellings of it: the forms of Unicode, capitals, and the width of white space. */
export function folded(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC').replace(/\s+/g, ' ').trim();
}
