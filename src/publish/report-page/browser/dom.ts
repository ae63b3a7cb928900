import { say } from '../../../domain/words/sentence.ts';
import { visible } from '../../../domain/words/visible.ts';
import type { Words } from '../../../domain/words/words.ts';
import { type Child, isElement } from '../markup.ts';

const drawn = new Set(['svg', 'rect', 'line', 'circle', 'text', 'g']);

/** The element in the browser. Texts never become markup. */
export function domOf(words: Words, child: Child): Node {
  if (!isElement(child)) return document.createTextNode(visible(say(words, child)));
  const { name, attributes, children } = child;
  const element = drawn.has(name)
    ? document.createElementNS('http://www.w3.org/2000/svg', name)
    : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(key, value === true ? '' : visible(say(words, value)));
  }
  element.append(...children.map((each) => domOf(words, each)));
  return element;
}

/** An element of the page that must be there. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
}

export function fieldById(id: string): HTMLInputElement | HTMLSelectElement {
  const found = byId(id);
  if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement) return found;
  throw new Error(`${id} is no field`);
}
