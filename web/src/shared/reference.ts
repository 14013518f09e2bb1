// Units, types, causes, places and the rest: asked for once, kept until the server says that they changed; names to codes.
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { api, ask, type Schemas } from './api/client';
import { word } from './i18n';
import { keys } from './keys';
import { useSession } from './session';
import type { Option } from './ui/combobox';

export type Unit = Schemas['Unit'];
export type Entry = Schemas['Entry'];
export type Line = Schemas['Line'];
type Tree<T> = { code: string; name: string; children: T[] };

const forever = { staleTime: Infinity, gcTime: Infinity };

export const useUnits = () => useQuery({ queryKey: keys.reference('units'), queryFn: () => ask(api.GET('/api/v1/units')), ...forever });
export const useTypes = () => useQuery({ queryKey: keys.reference('types'), queryFn: () => ask(api.GET('/api/v1/types')), ...forever });
export const useCauses = () => useQuery({ queryKey: keys.reference('causes'), queryFn: () => ask(api.GET('/api/v1/causes')), ...forever });
export const usePlaces = () => useQuery({ queryKey: keys.reference('places'), queryFn: () => ask(api.GET('/api/v1/places')), ...forever });
export const useChannels = () => useQuery({ queryKey: keys.reference('channels'), queryFn: () => ask(api.GET('/api/v1/channels')), ...forever });
export const usePolicies = () => useQuery({ queryKey: keys.reference('policies'), queryFn: () => ask(api.GET('/api/v1/policies')), ...forever });
/** The version that holds today: the newest may be one to come. */
export const inForce = (items: readonly Schemas['Policy'][] | undefined): Schemas['Policy'] | null => items?.find((one) => one.state === 'in_force') ?? null;
export const settingOf = (items: readonly Schemas['Policy'][] | undefined, name: string, before: number): number => inForce(items)?.settings.find((one) => one.name === name)?.value ?? before;
export const useCalendars = () => useQuery({ queryKey: keys.reference('calendars'), queryFn: () => ask(api.GET('/api/v1/calendars')), ...forever });
/** For those who may read them: administrators and auditors. */
export const useUsers = () => {
  const session = useSession();
  return useQuery({ queryKey: keys.reference('users'), queryFn: () => ask(api.GET('/api/v1/users')), enabled: () => session.can('read_people') });
};

/** A tree as one list, parents before children, with the path of names above. */
export function flatten<T extends Tree<T>>(items: readonly T[], above: readonly T[] = []): { item: T; above: readonly T[] }[] {
  return items.flatMap((item) => [{ item, above }, ...flatten(item.children, [...above, item])]);
}

/** What a name is found by beside itself: its code, its pinyin whole and by initials. */
const readings = (item: { code: string; pinyin?: string | null; initials?: string | null }): string[] => [item.code, item.pinyin, item.initials].filter((one): one is string => Boolean(one));

export interface Station {
  code: string;
  name: string;
  line: string; // code
  lineName: string;
  pinyin: string;
  initials: string;
}

/** Names for codes and options for choosing, as far as they have come. One call per component. */
export function useReference() {
  const units = useUnits();
  const types = useTypes();
  const causes = useCauses();
  const places = usePlaces();

  const unitList = computed(() => flatten<Unit>(units.data.value?.items ?? []));
  const typeList = computed(() => flatten<Entry>(types.data.value?.items ?? []));
  const causeList = computed(() => flatten<Entry>(causes.data.value?.items ?? []));
  const lines = computed<Line[]>(() => places.data.value?.items ?? []);
  const stations = computed<Station[]>(() =>
    lines.value.flatMap((line) =>
      line.children.map((station) => ({ code: station.code, name: station.name, line: line.code, lineName: line.name, pinyin: station.pinyin ?? '', initials: station.initials ?? '' })),
    ),
  );

  const names = (list: { item: { code: string; name: string } }[]) => new Map(list.map(({ item }) => [item.code, item.name]));
  const unitNames = computed(() => names(unitList.value));
  const typeNames = computed(() => names(typeList.value));
  const causeNames = computed(() => names(causeList.value));
  const lineNames = computed(() => new Map(lines.value.map((line) => [line.code, line.name])));
  const stationNames = computed(() => new Map(stations.value.map((station) => [station.code, station.name])));
  const of = (map: ReadonlyMap<string, string>, code: string | null | undefined) => (code ? (map.get(code) ?? code) : '');

  const entryOptions = (list: { item: Entry; above: readonly Entry[] }[], leavesOnly: boolean): Option[] =>
    list
      .filter(({ item }) => !item.retired && (!leavesOnly || item.children.length === 0))
      .map(({ item, above }) => ({ value: item.code, label: item.name, hint: above.map((one) => one.name).join(' › '), search: readings(item) }));

  return {
    ready: computed(() => Boolean(units.data.value && types.data.value && causes.data.value && places.data.value)),
    unitList, typeList, causeList, lines, stations,
    unitName: (code: string | null | undefined) => of(unitNames.value, code),
    typeName: (code: string | null | undefined) => of(typeNames.value, code),
    /** `设施设备 › 电梯扶梯` */
    typePath: (code: string | null | undefined) => {
      const found = typeList.value.find(({ item }) => item.code === code);
      return found ? [...found.above, found.item].map((entry) => entry.name).join(' › ') : (code ?? '');
    },
    causeName: (code: string | null | undefined) => of(causeNames.value, code),
    lineName: (code: string | null | undefined) => of(lineNames.value, code),
    stationName: (code: string | null | undefined) => of(stationNames.value, code),
    channelName: (code: string | null | undefined) => word('channel', code),
    /** Where work can be sent to. */
    unitOptions: computed<Option[]>(() =>
      unitList.value.filter(({ item }) => item.takes_work && !item.retired).map(({ item, above }) => ({ value: item.code, label: item.name, hint: above.at(-1)?.name, search: readings(item) })),
    ),
    allUnitOptions: computed<Option[]>(() => unitList.value.map(({ item, above }) => ({ value: item.code, label: item.name, hint: above.at(-1)?.name, search: readings(item) }))),
    /** The lowest level, and the first level where it has none below. */
    typeOptions: computed(() => entryOptions(typeList.value, true)),
    /** Both levels, for filters. */
    allTypeOptions: computed(() => entryOptions(typeList.value, false)),
    causeOptions: computed(() => entryOptions(causeList.value, true)),
    lineOptions: computed<Option[]>(() => lines.value.filter((line) => !line.retired).map((line) => ({ value: line.code, label: line.name, search: readings(line) }))),
    /** Stations of one line, or of all (then once for each line, value `line/station`; see `splitStation`). */
    stationOptions: (line?: string | null): Option[] =>
      stations.value
        .filter((station) => !line || station.line === line)
        .map((station) => ({ value: line ? station.code : `${station.line}/${station.code}`, label: station.name, hint: station.lineName, search: [station.pinyin, station.initials] })),
  };
}

/** `1/tiyuxilu` to its parts. */
export function splitStation(value: string): { line: string; station: string } {
  const cut = value.indexOf('/');
  return { line: value.slice(0, cut), station: value.slice(cut + 1) };
}
