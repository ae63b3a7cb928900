import { at } from '../../../domain/at.ts';
import { namedWords } from '../../../domain/words/words.ts';
import type { Publication, PublishedPractice } from '../../publication.ts';
import type { PracticeFigures } from '../gather/gathered.ts';
import { allPeriodsTitle } from '../titles.ts';
import { packedPence, packPractice } from './pack-practice.ts';
import { listedSums, type PackedListed, type PackedRun, type PageData } from './packed.ts';
import { Texts } from './texts.ts';

/** Packs the steps of all practices as they come, a line of JSON each. */
export class PackedDetails {
  readonly #publication: Publication;
  readonly #texts = new Texts();
  readonly #lines: string[] = [];
  /** By practice, the places of its lines: one for each of its schemes. */
  readonly #places = new Map<string, number[]>();

  constructor(publication: Publication) {
    this.#publication = publication;
  }

  add(run: number, practice: PublishedPractice): void {
    const { code } = practice.story.account.practice;
    const places = this.#places.get(code) ?? [];
    this.#places.set(code, places);
    places.push(this.#lines.length);
    const packed = packPractice(run, practice, at(this.#publication.runs, run), this.#texts);
    this.#lines.push(JSON.stringify(packed));
  }

  lines(): readonly string[] {
    return this.#lines;
  }

  /** What the script begins with. */
  pageData(practices: readonly PracticeFigures[]): PageData {
    const listed = practices.map((practice): PackedListed => {
      const { code, name, locality, paidTo } = practice;
      const sums = listedSums.map((key) => packedPence(practice[key]));
      const place = locality === null ? null : this.#texts.put(locality);
      return [code, name, place, paidTo.map((each) => this.#texts.put(each)), sums, this.#places.get(code) ?? []];
    });
    const runs = this.#publication.runs.map(
      ({ runId, scheme, period }): PackedRun => ({
        run: runId,
        scheme: scheme.id,
        title: scheme.title,
        components: scheme.components.map(({ id, title, shortTitle }) =>
          shortTitle === undefined ? [id, title] : [id, title, shortTitle],
        ),
        periods: scheme.periods.slice(0, period.index + 1).map(({ id, title }) => [id, title]),
        allPeriods: allPeriodsTitle({ scheme, period }),
      }),
    );
    return {
      format: 'quarterday/report-page/1',
      words: namedWords(this.#publication.words),
      runs,
      practices: listed,
      texts: this.#texts.all,
    };
  }
}
