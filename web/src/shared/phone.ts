// Telephone numbers in what people write: two of them, an extension, words around them; and which of them cannot be one.
// The twin of src/base/phone.cpp; tests/cases/phones.txt holds both to one answer. It imports nothing: the passenger's pages take it too.

export interface Phone {
  digits: string;
  /** Digits after 转, ext, #; empty when there is none. */
  extension: string;
}
/** `mobile_length`: begins like a mobile number and has not 11 digits; `mobile_range`: of a range that does not exist. */
export type PhoneFault = 'mobile_length' | 'mobile_range' | 'incomplete';
export interface Phones {
  numbers: Phone[];
  odd: { digits: string; why: PhoneFault }[];
}

const shortest = 7; // fewer digits beside a number are an hour, a house, a QQ
const mobile = /^1(?:(?:3\d|5[0-35-9]|8\d|9[0-35-9]|6[2567]|4[579]|7[0-35-9])\d{8}|74(?:0\d|1[0-2]|9\d)\d{6}|4(?:[68]\d|10|4[01])\d{9})$/;
const landline = /^0(?:[12]\d{9}|[3-9]\d{9,10}|9\d{8})$/;
const others = /^(?:[2-9]\d{6,7}|[48]00\d{7}|85[23]\d{8}|886\d{8,9})$/;

function domestic(n: string): PhoneFault | null {
  if (mobile.test(n) || landline.test(n) || others.test(n) || (n.length === 12 && n[0] === '0' && mobile.test(n.slice(1)))) return null;
  if (n[0] === '1' && n.length === 11) return 'mobile_range';
  return n.length >= shortest && /^1[3-9]/.test(n) ? 'mobile_length' : 'incomplete';
}
function faultOf(digits: string, plus: boolean): PhoneFault | null {
  const abroad = plus || digits.startsWith('00');
  const n = abroad && !plus ? digits.slice(2) : digits;
  if (n.startsWith('86') && (abroad || n.length === 13)) {
    const rest = n.slice(2);
    return domestic(/^(?:1[1-9]|0)/.test(rest) ? rest : `0${rest}`);
  }
  return abroad ? (/^\d{7,15}$/.test(n) ? null : 'incomplete') : domestic(n);
}
function inOneForm(digits: string, plus: boolean): string {
  const rest = digits.match(plus ? /^86(\d+)$/ : /^(?:00)?86(\d+)$/)?.[1];
  return rest && mobile.test(rest) ? rest : (plus ? '+' : '') + digits;
}

/** Groups of digits with nothing but blanks, hyphens, dots and brackets between them. */
type Segment = { plus: boolean; groups: string[]; hyphens: boolean[]; extension: string };
const hyphen = /[-\u2010-\u2015\u2212\u30fc]/;

function segmentsOf(text: string): Segment[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '');
  // A number, what stands before it, and its extension.
  const pattern = /(qq[:\s]*)?(\+[\s.()-]*)?(\d+(?:[\s.()\-\u2010-\u2015\u2212\u30fc]*\d+)*)(?:[\s.()\-\u2010-\u2015\u2212\u30fc]*(?:[转轉]分机|[转轉]分機|分机|分機|[转轉]|ext|x|#)[\s.():\-\u2010-\u2015\u2212\u30fc]*(\d{1,6})(?!\d))?/g;
  return [...plain.matchAll(pattern)].filter(([, qq]) => !qq).map(([, , plus, digits, extension]) => {
    const parts = digits!.split(/(\d+)/).slice(1, -1);
    return {
      plus: Boolean(plus), extension: extension ?? '',
      groups: parts.filter((_, index) => index % 2 === 0),
      hyphens: parts.flatMap((_, index) => (index % 2 ? [] : [index > 0 && hyphen.test(parts[index - 1]!)])),
    };
  });
}

/** The numbers that the groups are, when they are numbers and nothing else. */
function numbersOf(segment: Segment, from: number, end: number): Phone[] | null {
  if (from === end) return [];
  for (let to = end; to > from; to -= 1) {
    const plus = segment.plus && from === 0;
    const digits = segment.groups.slice(from, to).join('');
    if (faultOf(digits, plus)) continue;
    const phone = { digits: inOneForm(digits, plus), extension: '' };
    let rest = numbersOf(segment, to, end);
    const next = segment.groups[to];
    if (!rest && next && next.length <= 6) {
      if (segment.hyphens[to]) phone.extension = next;
      rest = numbersOf(segment, to + 1, end);
    }
    if (rest) return [phone, ...rest];
  }
  return null;
}

/** Reads the numbers out of a text, and what looks like one and cannot be one. */
export function readPhones(text: string): Phones {
  const numbers: Phone[] = [];
  let odd: Phones['odd'] = [];
  for (const segment of segmentsOf(text)) {
    const all = segment.groups.length;
    let read = all;
    let found = all > 12 ? null : numbersOf(segment, 0, all);
    while (!found && all <= 12 && (read -= 1) > 0) found = numbersOf(segment, 0, read);
    if (!found) read = 0;
    const last = found?.at(-1);
    if (last && read === all) last.extension ||= segment.extension;
    numbers.push(...(found ?? []));
    const digits = segment.groups.slice(read).join('');
    if (digits) odd.push({ digits, why: faultOf(digits, segment.plus && read === 0) ?? 'incomplete' });
  }
  if (numbers.length) odd = odd.filter((one) => one.digits.length >= shortest);
  return { numbers, odd };
}
