// What an editable combobox offers for what was typed: by label, pinyin and initials, best first.
import { numerals } from './words.numerals';

export interface Option {
  value: string;
  label: string;
  /** Smaller, behind the label: the line of a station, the parent of a type. */
  hint?: string;
  /** More to be found by: pinyin (`ti yu xi lu` or joined), initials (`tyxl`), a code. */
  search?: readonly string[];
  group?: string;
  disabled?: boolean;
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().trim();
const joined = (text: string): string => numerals(fold(text)).replace(/[\s'’-]+/g, '');

/** The letters of `query` in this order, each at the start of a syllable or right after the one before: `tiyux` and `tyxl` in `ti yu xi lu`. */
export function matchesSyllables(pinyin: string, query: string): boolean {
  const syllables = fold(pinyin).split(/\s+/).filter(Boolean);
  const from = (syllable: number, rest: string): boolean => {
    if (rest === '') return true;
    const here = syllables[syllable];
    if (here === undefined) return false;
    for (let length = Math.min(here.length, rest.length); length > 0; length--) {
      if (here.startsWith(rest.slice(0, length)) && from(syllable + 1, rest.slice(length))) return true;
    }
    return false;
  };
  return syllables.some((_, index) => from(index, query));
}

/** Lower is better; null when it does not fit. */
export function rank(option: Option, query: string): number | null {
  const q = joined(query);
  if (q === '') return 0;
  const label = joined(option.label);
  if (label === q) return 0;
  if (label.startsWith(q)) return 1;
  const search = option.search ?? [];
  const terms = search.map(joined).filter(Boolean);
  if (terms.includes(q)) return 2;
  if (terms.some((term) => term.startsWith(q))) return 3;
  if (label.includes(q)) return 4;
  if (search.some((term) => term.includes(' ') && matchesSyllables(term, q))) return 5;
  if (terms.some((term) => term.includes(q))) return 6;
  if (joined(`${option.hint ?? ''}${option.label}`).includes(q)) return 7;
  return null;
}

/** Those that fit, best first, otherwise in their own order; at most `limit`. */
export function filterOptions(options: readonly Option[], query: string, limit = 100): Option[] {
  if (joined(query) === '') return options.slice(0, limit);
  return options
    .map((option, index) => ({ option, index, rank: rank(option, query) }))
    .filter((entry): entry is { option: Option; index: number; rank: number } => entry.rank !== null)
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, limit)
    .map((entry) => entry.option);
}
