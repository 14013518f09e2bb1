// A place in words, part by part: what is a bare letter or number in the record says here what it is.
import type { Complaint } from '@/shared/api/client';
import { say } from '@/shared/i18n';
import './words';

interface Names {
  lineName: (code: string | null | undefined) => string;
  stationName: (code: string | null | undefined) => string;
}

/** `B` → `B口`; what was written in words stays as it is. */
const called = (key: 'exit' | 'train' | 'carriage', value: string | null | undefined): string =>
  value && /^[A-Za-z]?\d*$/.test(value) ? say(`placeText.${key}`, { value }) : (value ?? '');

/** `1号线`, `体育西路`, `B口` …, as far as it is known. */
export function placeWords(place: Complaint['place'], names: Names): string[] {
  if (!place) return [];
  const parts = [names.lineName(place.line), names.stationName(place.station), called('exit', place.exit), called('train', place.train), called('carriage', place.carriage), place.equipment, place.detail];
  return parts.filter((part): part is string => Boolean(part));
}
