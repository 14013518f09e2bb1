// Telephone numbers in what people write: two of them, an extension, words around them; and which of them cannot be one.
// The pages' twin of src/base/telephone.cpp; tests/cases/telephones.txt holds both to one answer. It imports nothing: the passenger's pages take it too.

export interface Phone {
  /** In one form: "13800138000", "02083106622", "+85223456789". */
  digits: string;
  /** Digits after 转, ext, #; empty when there is none. */
  extension: string;
  /** What every city has under the same few digits (12345, 10086): nobody is called back there. */
  service: boolean;
}
export type PhoneDoubt = 'too-few-digits' | 'too-many-digits' | 'unknown-range' | 'emergency';
export interface Phones {
  numbers: Phone[];
  /** Digits that are meant as a number and cannot be one. */
  doubtful: { digits: string; why: PhoneDoubt }[];
}

const least = 5; // fewer digits beside a number are a floor or an hour
const mobile = /^1(?:(?:3\d|5[0-35-9]|8\d|9[0-35-9]|6[2567]|4[579]|7[0-35-9])\d{8}|74(?:0\d|1[0-2]|9\d)\d{6}|4(?:[68]\d|10|4[01])\d{9})$/;
const service = /^(?:95\d{3,6}|96\d{3,4}|1[02]\d{3}|1[12]\d114)$/;
const area = /^0(?:10|2[0-57-9]|[3-9]\d\d)/;
const landline = /^(?:0(?:10|2[0-57-9])[2-8]\d{7}|0[3-9]\d\d[2-8]\d{6,7}|[2-8]\d{6,7}|[48]00\d{7})$/;
const neighbour = /^(?:85[23][2-9]\d{7}|886[2-9]\d{7,8})$/;

type Found = Omit<Phone, 'extension'> | null;
const plainly = (digits: string): Found => ({ digits, service: false });

function mainland(n: string): Found {
  if (mobile.test(n)) return plainly(n);
  if (service.test(n) || (area.test(n) && service.test(n.replace(area, '')))) return { digits: n, service: true };
  if (n[0] === '0' && mobile.test(n.slice(1))) return plainly(n.slice(1));
  return landline.test(n) ? plainly(n) : null;
}
function fromAbroad(n: string): Found {
  if (n[0] === '0' || mobile.test(n) || /^[48]00\d{7}$/.test(n)) return mainland(n);
  return n.length >= 9 && landline.test(`0${n}`) ? plainly(`0${n}`) : null;
}
function numberOf(digits: string, plus: boolean): Found {
  const n = plus ? digits : digits.replace(/^00/, '');
  if (plus || n !== digits) {
    if (n.startsWith('86')) return fromAbroad(n.slice(2));
    if (/^85[23]|^886/.test(n)) return neighbour.test(n) ? plainly(`+${n}`) : null;
    return /^(?:1\d{10}|[2-9]\d{6,14})$/.test(n) ? plainly(`+${n}`) : null;
  }
  return mainland(n) ?? (neighbour.test(n) ? plainly(`+${n}`) : n.startsWith('86') ? fromAbroad(n.slice(2)) : null);
}
function doubtOf(digits: string): PhoneDoubt {
  if (/^1(?:10|19|20|22)$/.test(digits)) return 'emergency';
  const [few, many] = { '1': [11, 11], '0': [10, 12], '+': [8, 16] }[digits[0]!] ?? [7, 8];
  return digits.length < few! ? 'too-few-digits' : digits.length > many! ? 'too-many-digits' : 'unknown-range';
}

/** Groups of digits with nothing but blanks, hyphens, dots and brackets between them. */
type Segment = { plus: boolean; groups: string[]; hyphens: boolean[]; extension: string };
const hyphen = /[-_~\u2010-\u2015\u2212]/;
const soft = '[\\s.()\\[\\]\\-_~\u2010-\u2015\u2212\u00b7]*';
// A number, what stands before it (QQ号), and its extension (转, 分机, 内线).
const written = new RegExp(`(qq[\\u53f7\\u865f\\u7801\\u78bc]*[:\\s]*)?(\\+${soft})?(\\d+(?:${soft}\\d+)*)(?:${soft}(?:[\\u8f6c\\u8f49]?\\u5206[\\u673a\\u6a5f]|\\u5185\\u7ebf|[\\u8f6c\\u8f49]|ext|[x#*])(?:${soft}:?)${soft}(\\d{1,6})(?!\\d))?`, 'g');

function segmentsOf(text: string): Segment[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replace(/[\w.-]*@\w[\w.-]*/g, '@').replace(/(\d)\+(?=\d)/g, '$1/');
  return [...plain.matchAll(written)].filter(([, qq]) => !qq).map(([, , plus, digits, extension]) => {
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
    const found = numberOf(segment.groups.slice(from, to).join(''), segment.plus && from === 0);
    if (!found) continue;
    const phone = { ...found, extension: '' };
    let rest = numbersOf(segment, to, end);
    const next = segment.groups[to];
    if (!rest && next && next.length <= 6) {
      if (segment.hyphens[to]) phone.extension = next;
      if (segment.hyphens[to] || next.length < least) rest = numbersOf(segment, to + 1, end);
    }
    if (rest) return [phone, ...rest];
  }
  return null;
}

/** Reads the numbers out of a text, and what looks like one and cannot be one. */
export function readPhones(text: string): Phones {
  const numbers: Phone[] = [];
  let doubtful: Phones['doubtful'] = [];
  for (const segment of segmentsOf(text)) {
    const all = segment.groups.length;
    let read = all;
    let found = all > 12 ? null : numbersOf(segment, 0, all);
    while (!found && all <= 12 && (read -= 1) > 0) found = numbersOf(segment, 0, read);
    if (!found) read = 0;
    const last = found?.at(-1);
    if (last && read === all) last.extension ||= segment.extension;
    for (const one of found ?? []) if (!numbers.some(({ digits, extension }) => digits === one.digits && extension === one.extension)) numbers.push(one);
    const digits = (segment.plus && read === 0 ? '+' : '') + segment.groups.slice(read).join('');
    if (/\d/.test(digits)) doubtful.push({ digits, why: doubtOf(digits) });
  }
  const isSmall = (one: { digits: string }) => one.digits.length < least;
  if (numbers.length || !doubtful.every(isSmall)) doubtful = doubtful.filter((one) => !isSmall(one));
  return { numbers, doubtful };
}
