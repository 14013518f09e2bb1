// Texts as they are typed and pasted: what nobody can see and no system keeps is taken out, line breaks of other systems become ours.

/** Control characters but tab and line feed, halves of pairs and characters that are none; vertical tabs, form feeds and NEL break lines. */
export function cleaned(text: string): string {
  return text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\0-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (pair) => (pair.length === 2 && (pair.codePointAt(0)! & 0xfffe) !== 0xfffe ? pair : ''));
}

/** As the server counts: characters, not halves of them. */
export const lengthOf = (text: string) => [...text].length;
/** Full-width letters and signs as everybody else's. */
export const narrow = (text: string) => text.normalize('NFKC').trim();
