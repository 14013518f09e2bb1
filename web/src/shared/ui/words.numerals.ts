// Lines are said in one kind of numerals and written in the other.
const digits = '零一二三四五六七八九';
/** `十一号线` as `11号线`. */
export const numerals = (text: string): string =>
  text.replace(/([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)(?=号线|號線)/gu, (_, tens: string, ten: string, ones: string) => {
    const of = (one: string, none: number) => (one ? digits.indexOf(one) : none);
    if (ten) return String(of(tens, 1) * 10 + of(ones, 0));
    return [tens, ones].filter(Boolean).map((one) => digits.indexOf(one)).join('');
  });
