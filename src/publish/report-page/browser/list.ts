import { ours, say } from '../../../domain/words/sentence.ts';
import { grouped, practicesCounted } from '../figures.ts';
import {
  byColumn,
  drawnAtOnce,
  type ListOrder,
  listColumns,
  listFilters,
  listOrder,
  listScale,
  mostDrawn,
  mostWithBars,
  practiceRow,
} from '../rows/practice-row.ts';
import { byId, domOf, fieldById } from './dom.ts';
import { pageWords, practices, practicesWith } from './page-data.ts';

const columns = listColumns(practices);
const hasLocalities = practices.some(({ locality }) => locality !== null);
const scale = practices.length > mostWithBars ? null : listScale(practices);
let order: ListOrder = listOrder(practices);
let drawn = drawnAtOnce;

/** Search, sort and filter of the list of practices. */
export function openList(): void {
  if (practices.length < 2) return;
  byId('find').hidden = false;
  for (const field of [fieldById('find-text'), fieldById('find-kind')])
    field.addEventListener('input', () => draw(drawnAtOnce));
  for (const head of byId('list').querySelectorAll('th[data-key]')) addSort(head);
  const more = byId('show-more');
  more.hidden = false;
  more.addEventListener('click', () => {
    const before = drawn;
    draw(drawn + drawnAtOnce);
    const next = byId('list').querySelectorAll('tbody a')[before];
    if (next instanceof HTMLElement) next.focus();
  });
}

function draw(most: number): void {
  const holds = listFilters.find(([id]) => id === fieldById('find-kind').value)?.[2] ?? (() => true);
  const rows = practicesWith(fieldById('find-text').value).filter(holds).toSorted(order);
  drawn = practices.length > mostDrawn ? most : practices.length;
  const shown = rows.slice(0, drawn);
  const body = byId('list').querySelector('tbody');
  body?.replaceChildren(...shown.map((row) => domOf(pageWords, practiceRow(row, columns, hasLocalities, scale))));
  const all = practices.length;
  const found =
    rows.length === 0
      ? 'None found. Write fewer letters, or show all.'
      : rows.length === all
        ? ours`All ${practicesCounted(all)}`
        : ours`${grouped(rows.length)} of ${practicesCounted(all)}`;
  byId('found').textContent = say(pageWords, found);
  byId('more').hidden = shown.length === rows.length;
  byId('shown').textContent = `${grouped(shown.length)} of ${grouped(rows.length)} are shown`;
}

/** Numbers largest first, names A to Z; a second time the other way. */
function addSort(head: Element): void {
  const key = head.getAttribute('data-key') ?? '';
  const text = head.textContent ?? '';
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  head.replaceChildren(button);
  const column = columns.find((each) => each.key === key);
  button.addEventListener('click', () => {
    const first = column ? 'descending' : 'ascending';
    const second = column ? 'ascending' : 'descending';
    const direction = head.getAttribute('aria-sort') === first ? second : first;
    for (const each of byId('list').querySelectorAll('th[aria-sort]')) each.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', direction);
    order = column ? byColumn(column.of, direction === 'descending') : byWords(key, direction === 'ascending');
    draw(drawnAtOnce);
    const how = column
      ? direction === 'descending'
        ? 'largest first'
        : 'smallest first'
      : direction === 'ascending'
        ? 'A to Z'
        : 'Z to A';
    byId('sorted').textContent = `Sorted by ${text}, ${how}`;
  });
}

function byWords(key: string, isForwards: boolean): ListOrder {
  const wordsOf = ({ name, locality }: { readonly name: string; readonly locality: string | null }) =>
    key === 'locality' ? (locality ?? '') : name;
  return (a, b) => {
    const before = wordsOf(a).localeCompare(wordsOf(b), 'en-GB') || (a.code < b.code ? -1 : 1);
    return isForwards ? before : -before;
  };
}
