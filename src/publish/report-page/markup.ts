import { type Said, say } from '../../domain/words/sentence.ts';
import { visible } from '../../domain/words/visible.ts';
import type { Words } from '../../domain/words/words.ts';

/** An element of a page, before it is text or stands in a browser: in both it is made from the same. */
export interface Markup {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly Child[];
}

/** A text, or what is put into the words of the page where it is drawn. */
export type Child = Markup | Said;

/** `true` is an attribute without a value; `null` is none. */
export type Attributes = Readonly<Record<string, Said | number | true | null>>;

type Given = Child | null | readonly (Child | null)[];

/** `tag('td', { class: 'n' }, 'text')`. What is null is left out. */
export function tag(name: string, attributes: Attributes, ...given: readonly Given[]): Markup {
  const children = given.flat().filter((child) => child !== null);
  return { name, attributes, children };
}

const withoutEnd = new Set(['input', 'br', 'meta', 'link']);

/** Whether a part of a page is an element. */
export function isElement(child: Child): child is Markup {
  return typeof child === 'object' && 'name' in child;
}

/** The HTML of an element. Texts never become markup, and what cannot be seen in them is spelt out. */
export function htmlOf(words: Words, child: Child): string {
  if (!isElement(child)) return escaped(visible(say(words, child)));
  const { name, attributes, children } = child;
  const start = `<${name}${Object.entries(attributes)
    .map((each) => attributeHtml(words, each))
    .join('')}>`;
  return withoutEnd.has(name) ? start : `${start}${children.map((each) => htmlOf(words, each)).join('')}</${name}>`;
}

function attributeHtml(words: Words, [name, value]: [string, Attributes[string] | undefined]): string {
  if (value === null || value === undefined) return '';
  return value === true ? ` ${name}` : ` ${name}="${escaped(visible(say(words, value)))}"`;
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
export function textOf(words: Words, child: Child): string {
  return isElement(child) ? child.children.map((each) => textOf(words, each)).join('') : say(words, child);
}
