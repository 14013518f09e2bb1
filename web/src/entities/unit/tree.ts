// The organisation as a tree to walk: whom a unit has, where a desk is missing (R2.2), where a unit can be moved to.
import type { Schemas } from '@/shared/api/client';

/** `name` is in the reader's language, `name_zh` and `name_en` are both of its names. */
export type Unit = Schemas['Unit'];
export type UnitKind = Unit['kind'];
export const unitKinds: readonly UnitKind[] = ['company', 'department', 'centre', 'unit', 'station'];

export interface Node {
  unit: Unit;
  above: readonly Unit[];
}
export const walk = (units: readonly Unit[], above: readonly Unit[] = []): Node[] => units.flatMap((unit) => [{ unit, above }, ...walk(unit.children, [...above, unit])]);

export interface Shown {
  retired: boolean;
  gapsOnly: boolean;
}
/** What is left of the tree: a unit stays when it or something below it is asked for. */
export function prune(units: readonly Unit[], shown: Shown): Unit[] {
  return units.flatMap((unit) => {
    const children = prune(unit.children, shown);
    const wanted = (shown.retired || !unit.retired) && (!shown.gapsOnly || (unit.gap !== null && !unit.retired));
    return wanted || children.length > 0 ? [{ ...unit, children }] : [];
  });
}
export const gaps = (units: readonly Unit[]): Unit[] => walk(units).map((node) => node.unit).filter((unit) => unit.gap !== null && !unit.retired);

/** Whom a unit can stand below: any in use but itself and what is below it. */
export function possibleParents(units: readonly Unit[], of: Unit | null): Node[] {
  return walk(units).filter(({ unit, above }) => !unit.retired && (!of || (unit.code !== of.code && !above.some((one) => one.code === of.code))));
}
export const unitCode = /^[a-z0-9_-]{1,64}$/;
