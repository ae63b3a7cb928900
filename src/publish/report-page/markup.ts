import { visible } from '../../domain/words/visible.ts';

/** An element of a page, before it is text or stands in a browser: in both it is made from the same. */
export interface Markup {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly Child[];
}

export type Child = Markup | string;

/** `true` is an attribute without a value; `null` is none. */
export type Attributes = Readonly<Record<string, string | number | true | null>>;

type Given = Child | null | readonly (Child | null)[];

/** `tag('td', { class: 'n' }, 'text')`. What is null is left out. */
export function tag(name: string, attributes: Attributes, ...given: readonly Given[]): Markup {
  const children = given.flat().filter((child) => child !== null);
  return { name, attributes, children };
}

const withoutEnd = new Set(['input', 'br', 'meta', 'link']);

/** The HTML of an element. Texts never become markup, and what cannot be seen in them is spelt out. */
export function htmlOf(child: Child): string {
  if (typeof child === 'string') return escaped(visible(child));
  const { name, attributes, children } = child;
  const start = `<${name}${Object.entries(attributes).map(attributeHtml).join('')}>`;
  return withoutEnd.has(name) ? start : `${start}${children.map(htmlOf).join('')}</${name}>`;
}

function attributeHtml([name, value]: [string, string | number | true | null]): string {
  if (value === null) return '';
  return value === true ? ` ${name}` : ` ${name}="${escaped(visible(String(value)))}"`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** JSON that may stand within a script element: nothing in it ends the element. */
export function jsonInPage(json: string): string {
  return json.replaceAll('<', '\\u003c');
}

/** The words of an element, as they are read. */
export function wordsOf(child: Child): string {
  return typeof child === 'string' ? child : child.children.map(wordsOf).join('');
}
