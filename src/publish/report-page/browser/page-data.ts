import { type Pence, pence } from '../../../domain/money/money.ts';
import { plainWords, type Words } from '../../../domain/words/words.ts';
import { listedSums, type PackedListed, type PackedPractice, type PageData } from '../details/packed.ts';
import { unpacked } from '../details/texts.ts';
import type { ListedPractice } from '../rows/practice-row.ts';
import { byId } from './dom.ts';

/** A practice of the list, with the lines that hold its steps. */
export interface Listed extends ListedPractice {
  readonly details: readonly number[];
  /** What a search looks through. */
  readonly searched: string;
}

/** What this very page was made with; its build and its data are of one piece. */
export const data: PageData = JSON.parse(byId('page-data').textContent ?? '');

/** Those of the schemes. */
export const pageWords: Words = { ...plainWords, ...data.words };

export const practices: readonly Listed[] = data.practices.map(listed);

function listed([code, name, locality, paidTo, sums, details]: PackedListed): Listed {
  const place = locality === null ? null : textAt(locality);
  const amounts = Object.fromEntries(listedSums.map((key, at) => [key, pence(sums[at] ?? 0)])) as Record<
    (typeof listedSums)[number],
    Pence
  >;
  const searched = `${name} ${code} ${place ?? ''}`.toLowerCase();
  return { code, name, locality: place, paidTo: paidTo.map(textAt), ...amounts, details, searched };
}

export function textAt(packed: Parameters<typeof unpacked>[1]): string {
  return unpacked(data.texts, packed);
}

let lines: readonly string[] | null = null;

/** The steps of a practice, one for each of its schemes. */
export function packedStepsOf({ details }: Listed): readonly PackedPractice[] {
  lines ??= (byId('details').textContent ?? '').split('\n');
  const all = lines;
  return details.map((place): PackedPractice => JSON.parse(all[place] ?? ''));
}

/** Practices in which every word of a text is found. */
export function practicesWith(text: string): readonly Listed[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return practices.filter(({ searched }) => words.every((word) => searched.includes(word)));
}
