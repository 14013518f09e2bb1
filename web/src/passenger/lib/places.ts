// From what a passenger types to a station of the network.
import type { Reference } from './contract';

/** A station; one that several lines meet at stands once. */
export type Station = { code: string; name: string; lines: { code: string; name: string }[] };

export function stationsOf(reference: Reference): Station[] {
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

/** Width, case, spaces and the word for station do not matter. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[\s·'’-]/g, '');
const bare = (text: string) => plain(text).replace(/(地铁站|地鐵站|站|station)$/, '');

function rank(station: Station, typed: string): number {
  const name = plain(station.name);
  if (bare(station.name) === bare(typed)) return 0;
  if (name.startsWith(typed)) return 1;
  if (name.includes(typed) || name.includes(bare(typed))) return 2;
  return station.code.startsWith(typed) ? 3 : 9; // codes are mostly pinyin
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
  return stations.find(({ code, name }) => code === typed || bare(name) === bare(text))
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
