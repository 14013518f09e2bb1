// Which events this window brought about. Two windows of one account are two people: what the other one did is no doing of mine.
const made = new Set<string>();
const place = (number: string, seq: number): string => `${number} ${seq}`;
export const noteMade = (number: string, seq: number): void => void made.add(place(number, seq));
export const isMadeHere = (number: string, seq: number): boolean => made.has(place(number, seq));
