/**
 * A name without what makes two spellings of it: the forms of Unicode, capitals, and the width of white space. It is lowered first, as the
 * capital ẞ is its own upper case, and ß is SS.
 */
export function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFKC').replace(/\s+/g, ' ').trim();
}
