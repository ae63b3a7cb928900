import type { Drawn } from './page-content.ts';
import { arrayOf, refTo, saidInPdf } from './pdf-words.ts';
import type { Element } from './sheet.ts';

/** The numbers that a paper has in a file. */
export interface PaperNumbers {
  /** The tree of tags of the whole file. */
  readonly story: number;
  /** The first page; the others follow. */
  readonly pages: number;
  /** The paper itself, as an element; those of its story follow. */
  readonly paper: number;
}

/** The story of a paper as tags: the paper, then its elements in order, each with what belongs to it. */
export function storyObjects(
  { title, elements, pages }: Drawn,
  { story, pages: firstPage, paper }: PaperNumbers,
): string[] {
  const top: number[] = [];
  const inner = elements.map((): string[] => []);
  for (const [place, { parent }] of elements.entries()) {
    if (parent === null) top.push(place);
    else inner[parent]?.push(refTo(paper + 1 + place));
  }
  const pageOf = new Map<number, number>();
  for (const [page, { owners }] of pages.entries()) {
    for (const [piece, place] of owners.entries()) {
      const first = pageOf.get(place) ?? page;
      pageOf.set(place, first);
      inner[place]?.push(page === first ? String(piece) : `<</Type/MCR/Pg ${refTo(firstPage + page)}/MCID ${piece}>>`);
    }
  }
  return [
    `<</S/Document/P ${refTo(story)}/T${saidInPdf(title)}/K${arrayOf(top.map((place) => refTo(paper + 1 + place)))}>>`,
    ...elements.map((element, place) => {
      const page = pageOf.get(place);
      const on = page === undefined ? '' : `/Pg ${refTo(firstPage + page)}`;
      const within = inner[place] ?? [];
      const holds = within.length === 0 ? '' : `/K${arrayOf(within)}`;
      const parent = refTo(element.parent === null ? paper : paper + 1 + element.parent);
      return `<</S/${element.tag}/P ${parent}${on}${holds}${more(element)}>>`;
    }),
  ];
}

function more({ tag, scope, said }: Element): string {
  const heads = scope === undefined ? '' : `/A<</O/Table/Scope/${scope}>>`;
  // A list whose items have bullets of their own must say of which kind they are.
  const bullets = tag === 'L' ? '/A<</O/List/ListNumbering/Disc>>' : '';
  return said === undefined ? heads + bullets : `${heads}${bullets}/ActualText${saidInPdf(said)}`;
}

/** Which element each piece of each page belongs to; `first` is the key of the first page. */
export function ownersObject({ pages }: Drawn, first: number, paper: number): string {
  const keyed = pages.map(
    ({ owners }, page) => `${first + page}${arrayOf(owners.map((place) => refTo(paper + 1 + place)))}`,
  );
  return `<</Limits[${first} ${first + pages.length - 1}]/Nums${arrayOf(keyed)}>>`;
}
