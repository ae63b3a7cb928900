import { bulletList, paragraph, renderPage, unbroken } from '../../report/page/page.ts';
import type { Paint } from '../../report/page/paint.ts';
import { type Part, readers, type Topic, topicParts } from './topics/topic.ts';
import { topics } from './topics/topics.ts';

/** A page of the manual for a terminal. */
export function topicText(topic: Topic, paint: Paint): string {
  const head = `${paint.heading(topic.title)}\n`;
  const body = topicParts(topic).map((part) => partText(part, paint));
  return [head, ...body, `${paint.strong('Read next')}\n${nextLines(topic).join('')}`].join('\n');
}

function partText(part: Part, paint: Paint): string {
  switch (part.kind) {
    case 'paragraph':
      return renderPage([paragraph(part.text)], paint);
    case 'items':
      return renderPage([bulletList(part.items)], paint);
    case 'commands':
      // What is there to be copied is not broken; a line that goes on stands below the command.
      return renderPage(
        part.lines.map((line) => unbroken(line.startsWith('  ') ? `  ${line}` : `$ ${line}`)),
        paint,
      );
  }
}

function nextLines({ next }: Topic): string[] {
  return next.map((id) => `  quarterday help ${id.padEnd(10)}  ${titleOf(id)}\n`);
}

/** The title of a page. */
function titleOf(id: string): string {
  const found = topics.find((topic) => topic.id === id);
  if (!found) throw new Error(`there is no page ${id}`);
  return found.title;
}

/** A page of the manual as data; `folder` is where its files are. */
export function topicJson(topic: Topic, folder: string) {
  const { id, title, reader, next } = topic;
  return {
    format: 'quarterday/topic/1',
    topic: id,
    title,
    reader: readers[reader],
    parts: topicParts(topic),
    next,
    folder,
  } as const;
}
