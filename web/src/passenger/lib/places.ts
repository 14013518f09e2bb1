// From what a passenger types to a station of the network.
import type { Reference } from './contract';

/** A station; one that several lines meet at stands once. `also`: its name in the other language, pinyin, and last the initials. */
export type Station = { code: string; name: string; also: string[]; lines: { code: string; name: string }[] };

/** Characters of the other script that the names are written with in this one. */
let variants = new Map<string, string>();

export function stationsOf(reference: Pick<Reference, 'lines' | 'variants'>): Station[] {
  variants = new Map([...reference.variants].flatMap((one, at, all) => (at % 2 ? [] : [[one, all[at + 1]!] as const])));
  const found = new Map<string, Station>();
  for (const { code, name, stations } of reference.lines) {
    for (const station of stations) {
      const known = found.get(station.code);
      if (known) known.lines.push({ code, name });
      else found.set(station.code, { ...station, lines: [{ code, name }] });
    }
  }
  return [...found.values()];
}

/** Width, case, script, spaces and the word for station do not matter. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[\s·'’-]/g, '').replace(/\p{Script=Han}/gu, (one) => variants.get(one) ?? one);
const bare = (text: string) => plain(text).replace(/(地[铁鐵]站|站|station)$/, '');

function rank({ code, name, also }: Station, typed: string): number {
  const names = [name, ...also].map(plain);
  const stem = bare(typed);
  if (names.some((one) => bare(one) === stem)) return 0;
  if (names[0]!.startsWith(typed)) return 1;
  if (names.some((one) => one.startsWith(typed))) return 2;
  // Two letters stand in the middle of too many romanised names.
  const within = /[a-z]/.test(stem) && stem.length < 3 ? names.slice(0, 1) : names;
  if (within.some((one) => one.includes(stem))) return 3;
  return code.startsWith(typed) ? 4 : 9;
}

/** The stations that what is typed may mean, the likeliest first. */
export function matching(stations: readonly Station[], text: string, most = 8): Station[] {
  const typed = plain(text);
  if (!typed || !bare(text)) return [];
  return stations.map((station) => ({ station, at: rank(station, typed) }))
    .filter(({ at }) => at < 9)
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ station }) => station);
}

/** The station that is named, by name or code; words after its name do not matter ("体育西路B口"), the longest name wins. */
export function stationIn(stations: readonly Station[], text: string): Station | undefined {
  const typed = plain(text);
  if (!typed) return undefined;
  return stations.find(({ code, name, also }) => code === typed || [name, ...also.slice(0, -1)].some((one) => bare(one) === bare(text)))
    ?? stations.filter(({ name }) => name.length > 1 && typed.startsWith(bare(name))).sort((a, b) => b.name.length - a.name.length)[0];
}

/** How the contract wants a place: the station when one is meant, and the words when they say more than its name. */
export function placeOf(stations: readonly Station[], text: string, chosen: string | null, spot: { exit?: string; equipment?: string } = {}) {
  const words = text.trim();
  const named = stations.find(({ code }) => code === chosen) ?? stationIn(stations, words);
  const station = named?.code ?? (chosen || null);
  const line = named?.lines.length === 1 ? named.lines[0]!.code : null;
  const says = !station || (named !== undefined && bare(words) !== bare(named.name) && plain(words) !== named.code);
  return { station, line, detail: says && words ? words : null, exit: spot.exit || null, equipment: spot.equipment || null };
}
