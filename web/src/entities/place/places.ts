// Where it happened, from one box: stations by name, pinyin or initials, whole lines, or a sentence like "体育西路B口扶梯".
import type { Line, Station } from '@/shared/reference';
import type { Option } from '@/shared/ui/combobox';
import { exitPattern, stationSuffix } from './words.patterns';

export interface PlaceValue {
  line: string;
  station: string;
  exit: string;
  train: string;
  carriage: string;
  equipment: string;
  detail: string;
}
export const placeParts = ['line', 'station', 'exit', 'train', 'carriage', 'equipment', 'detail'] as const;
export const emptyPlace = (): PlaceValue => ({ line: '', station: '', exit: '', train: '', carriage: '', equipment: '', detail: '' });
export const isEmptyPlace = (place: PlaceValue): boolean => placeParts.every((part) => place[part].trim() === '');

type Named = Pick<Line, 'code' | 'name'>;

/** One entry a name: a station of two lines is one station to the caller. Its value is its name. Lines come after the stations. */
export function placeOptions(stations: readonly Station[], lines: readonly Named[], onLine: string, separator: string): Option[] {
  const byName = new Map<string, Station[]>();
  for (const station of stations) byName.set(station.name, [...(byName.get(station.name) ?? []), station]);
  const ofStations = [...byName].map(([name, all]): Option => ({
    value: name, label: name, hint: all.map((one) => one.lineName).join(separator), search: [...new Set(all.flatMap((one) => [one.pinyin, one.initials]))].filter(Boolean),
  }));
  return [...ofStations, ...lines.map((line): Option => ({ value: line.name, label: line.name, hint: onLine, search: [line.code] }))];
}

/** The stations of this name, one on each of its lines. */
export const stationsNamed = (stations: readonly Station[], name: string): Station[] => stations.filter((station) => station.name === name);
/** The name of the station that is chosen, by its code. */
export function stationName(stations: readonly Station[], place: Pick<PlaceValue, 'line' | 'station'>): string {
  const all = stations.filter((station) => station.code === place.station);
  return (all.find((station) => station.line === place.line) ?? all[0])?.name ?? place.station;
}

/** The station by its name: its line at once when it has but one, or when it lies on the one chosen before. */
export function withStation(place: PlaceValue, stations: readonly Station[], name: string): PlaceValue {
  const all = stationsNamed(stations, name);
  const chosen = all.length === 1 ? all[0] : all.find((station) => station.line === place.line);
  return { ...place, station: (chosen ?? all[0])?.code ?? name, line: chosen?.line ?? '' };
}
/** The line of a station that has several. */
export function withLine(place: PlaceValue, stations: readonly Station[], line: string): PlaceValue {
  const name = stationName(stations, place);
  return { ...place, line, station: stationsNamed(stations, name).find((station) => station.line === line)?.code ?? place.station };
}
export const withoutStation = (place: PlaceValue): PlaceValue => ({ ...place, line: '', station: '' });

/** What was typed and is no single name: the longest station's name in it, its exit, its line; what is left says where exactly. */
export function readPlace(text: string, place: PlaceValue, stations: readonly Station[], lines: readonly Named[]): PlaceValue {
  let rest = text.normalize('NFKC').trim();
  let next = { ...place };
  const line = lines.find((one) => rest.includes(one.name));
  if (line) {
    next = { ...next, line: line.code };
    rest = rest.replace(line.name, ' ');
  }
  const name = stations.map((one) => one.name).filter((one) => rest.includes(one)).sort((a, b) => b.length - a.length)[0];
  if (name) {
    next = withStation(next, stations, name);
    rest = rest.replace(new RegExp(`${escape(name)}${stationSuffix}`, 'u'), ' ');
  } else next = line ? { ...next, station: '' } : withoutStation(next);
  const exit = exitPattern.exec(rest);
  if (exit?.[1]) {
    next.exit = exit[1].toUpperCase();
    rest = rest.replace(exit[0], ' ');
  }
  rest = rest.replace(/\s+/g, ' ').replace(/^[\s,，、·-]+|[\s,，、·-]+$/g, '');
  if (rest !== '') next.detail = [next.detail.trim(), rest].filter(Boolean).join(' ');
  return next;
}
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** As the interface takes it: what is empty is left out; nothing when all is. */
export function placeBody(place: PlaceValue): Partial<PlaceValue> | undefined {
  const given = placeParts.map((part) => [part, place[part].trim()] as const).filter(([, value]) => value !== '');
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}
