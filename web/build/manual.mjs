// The user's manual as modules: `import … from '….md?manual'` gives a chapter as HTML, made when the pages are built. Its pictures stay in docs/manual (they would be
// forty times the rest of the program's pages); links to other chapters lead to their pages.
import { readFileSync } from 'node:fs';
import { Marked } from 'marked';

const mark = '?manual';

/** What a section is pointed at by: its heading without what stands in brackets, `转办（1 个工作日内，R4.1）` → `转办`. */
export const anchor = (heading) => heading.replace(/[（(].*$/u, '').replace(/[`*]/g, '').trim().replace(/\s+/g, '-');

/** Without what only the text in docs/manual needs: the ids of rules (the pages name clauses by their words), and the colon before a picture. */
const forPages = (text) => text.replace(/（R\d+\.\d+[a-z]?(?:、R\d+\.\d+[a-z]?)*）/gu, '').replace(/[，、 ]?R\d+\.\d+[a-z]?/gu, '').replace(/[：:](\s*\n\s*!\[)/gu, '。$1');

export function chapterOf(text) {
  const sections = [];
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text: heading }) {
        const id = anchor(heading);
        if (depth > 1) sections.push({ id, title: heading.replace(/[`*]/g, ''), depth });
        return `<h${depth} id="${id}" tabindex="-1">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      image: () => '',
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        const chapter = /^([a-z]+)\.zh-CN\.md(#.*)?$/.exec(href);
        if (chapter) return `<a href="/staff/help/${chapter[1]}${chapter[2] ?? ''}">${/\.md$/.test(words) ? '打开' : words}</a>`;
        return /^https?:|^#/.test(href) ? `<a href="${href}">${words}</a>` : words;
      },
    },
  });
  const html = marked.parse(forPages(text)).replace(/<p>\s*<\/p>\n?/g, '');
  return { title: /^# (.*)$/m.exec(text)?.[1] ?? '', sections, html };
}

export const manual = () => ({
  name: 'manual',
  enforce: 'pre',
  load(id) {
    if (!id.endsWith(mark)) return null;
    const file = id.slice(0, -mark.length);
    this.addWatchFile(file);
    return `export default ${JSON.stringify(chapterOf(readFileSync(file, 'utf8')))};`;
  },
});
