import { type Day, formatDay } from '../../domain/day.ts';
import { saidInPdf } from './pdf-words.ts';

/** What all papers of one file have in common. */
export interface FileOf {
  readonly title: string;
  readonly author: string;
  /** The day that the file names as that of its making: it is not to change from one day to the next. */
  readonly day: Day;
}

/** What a file is, as old readers ask for it. */
export function infoObject({ title, author, day }: FileOf): string {
  const made = formatDay(day).replaceAll('-', '');
  return `<</Title${saidInPdf(title)}/Author${saidInPdf(author)}/Creator(quarterday)/Producer(quarterday)/CreationDate(D:${made}000000Z)>>`;
}

/** The same in XML, and that the file can be read aloud (PDF/UA). */
export function metadataOf({ title, author, day }: FileOf): string {
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>quarterday</xmp:CreatorTool>
<xmp:CreateDate>${formatDay(day)}T00:00:00Z</xmp:CreateDate>
<pdf:Producer>quarterday</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
