import type { ClawbackStatus } from '../../../domain/account.ts';
import { ours, type Said } from '../../../domain/words/sentence.ts';
import type { Gathered } from '../gather/gathered.ts';
import { type Child, type Markup, tag } from '../markup.ts';

/** A section of the page, with what its line among the contents says. */
export interface Section {
  readonly id: string;
  readonly title: Said;
  /** The answer, beside the title. */
  readonly answer: Said | null;
  readonly body: readonly Child[];
}

export function sectionHtml({ id, title, body }: Section): Markup {
  return tag('section', { id, 'aria-labelledby': `${id}-h` }, tag('h2', { id: `${id}-h`, tabindex: -1 }, title), body);
}

/** A table that may be wider than the page scrolls by itself, under its own name. */
export function scrolling(name: Said, table: Markup): Markup {
  return tag('div', { class: 'scroll', 'data-name': name }, table);
}

/** A cell of a head, and its kind. */
export type Head = readonly [text: Said, kind?: string];

/** The head of a table; `n` are numbers. */
export function head(cells: readonly Head[]): Markup {
  const made = cells.map(([text, kind = '']) =>
    text === ''
      ? tag('td', { class: kind === '' ? null : kind })
      : tag('th', { scope: 'col', class: kind === '' ? null : kind }, text),
  );
  return tag('thead', {}, tag('tr', {}, made));
}

export function sumCell(label: Said, content: Child | readonly Child[], more = ''): Markup {
  return tag('td', { class: more === '' ? 'n' : `n ${more}`, 'data-h': label }, content);
}

export type TagKind = 'ok' | 'open' | 'back' | 'left';

export function badge(kind: TagKind, words: Said): Markup {
  return tag('span', { class: `tag t-${kind}` }, words);
}

/** What becomes of a sum that comes back, in the committee's words. */
export const statusWords: Readonly<Record<ClawbackStatus, readonly [TagKind, Said]>> = {
  due: ['back', 'taken back now'],
  proposed: ['open', 'waits for a decision'],
  deferred: ['open', 'comes back later'],
  waived: ['left', ours`stays with the practice`],
};

/** Where several schemes are published, each part of a section stands under the title of its scheme. */
export function byScheme(gathered: Gathered, make: (run: Gathered['runs'][number]) => readonly Child[]): Child[] {
  const { runs } = gathered;
  return runs.flatMap((run) => {
    const body = make(run);
    if (body.length === 0) return [];
    return runs.length === 1 ? [...body] : [tag('h3', {}, run.run.scheme.title), ...body];
  });
}

/** Up to three by name, the others by number. */
export function namedPractices(practices: readonly { readonly code: string; readonly name: string }[]): Child[] {
  const named = practices.slice(0, practices.length <= 3 ? 3 : 2);
  const links = named.flatMap(({ code, name }, index): Child[] => {
    const before = index === 0 ? '' : index === practices.length - 1 ? ' and ' : ', ';
    return [before, tag('a', { href: `#${code}` }, name)];
  });
  const more = practices.length - named.length;
  return more > 0 ? [...links, ` and ${more} more`] : links;
}
