/** How many cells the parts of a workbook hold, as far as a look for their beginnings can tell; a cell that is repeated counts as often. */
export function countCells(parts: ReadonlyMap<string, Buffer>): number {
  let cells = 0;
  for (const [name, part] of parts) {
    if (name === 'content.xml') cells += repeatedCells(part);
    else if (/^xl\/worksheets\//i.test(name)) cells += occurrences(part, '<c ') + occurrences(part, '<c>');
  }
  return cells;
}

/** A merged area or a hidden column is one element each, but not so many that a look at each cell would take hours. */
export function countMerges(parts: ReadonlyMap<string, Buffer>): number {
  return [...parts.values()].reduce((sum, part) => sum + occurrences(part, '<mergeCell '), 0);
}

function occurrences(bytes: Buffer, text: string): number {
  let count = 0;
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + text.length)) count += 1;
  return count;
}

const piece = /<table:table-row\b[^>]*>|<table:(?:covered-)?table-cell\b[^>]*>/g;

/** Of an OpenDocument sheet: cells with a value, times what repeats them and their row. Empty ones may repeat to the end of the sheet. */
function repeatedCells(content: Buffer): number {
  let cells = 0;
  let rows = 1;
  for (const [tag] of content.toString('latin1').matchAll(piece)) {
    if (tag.startsWith('<table:table-row')) rows = repeats(tag, 'rows');
    else if (tag.includes('office:value-type') || tag.includes('table:formula'))
      cells += rows * repeats(tag, 'columns');
  }
  return cells;
}

function repeats(tag: string, of: 'rows' | 'columns'): number {
  const found = new RegExp(`number-${of}-repeated="(\\d+)"`).exec(tag)?.[1];
  return found === undefined ? 1 : Math.max(1, Number(found));
}
