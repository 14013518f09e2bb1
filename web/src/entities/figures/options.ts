// A drawing as ECharts draws it. Pure: values in, options out.
import type { ComposeOption } from 'echarts/core';
import type { BarSeriesOption, PieSeriesOption } from 'echarts/charts';
import type { AriaComponentOption, GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import type { Drawing, Tone } from './drawing';
import type { Palette } from './palette';

export type ChartOption = ComposeOption<BarSeriesOption | PieSeriesOption | GridComponentOption | TooltipComponentOption | LegendComponentOption | AriaComponentOption>;
/** `columns`: over time; `bars`: one below the other; `ring`: parts of a whole. */
export type ChartKind = 'columns' | 'bars' | 'ring';

export interface ChartLook {
  palette: Palette;
  /** Colours of the parts of a ring, by row. */
  tones?: Readonly<Record<string, Tone>>;
  /** Digits as the language writes them. */
  number: (count: number) => string;
}

const plain = (text: string): string => text.replaceAll('{', '｛').replaceAll('|', '｜'); // ECharts' rich text would take them for its own

function common({ palette }: ChartLook): ChartOption {
  return {
    animationDuration: 300,
    animationDurationUpdate: 200,
    textStyle: { fontFamily: palette.font, fontSize: palette.rem * 0.8, color: palette.text },
    // The strict content security policy allows no styles from a text: tips are drawn, not HTML.
    tooltip: { renderMode: 'richText', confine: true, backgroundColor: palette.surface, borderColor: palette.border, textStyle: { color: palette.text, fontSize: palette.rem * 0.8, fontFamily: palette.font } },
    aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals: decals(palette) } },
  };
}

// Colour is never alone: the first kind plain, then lines, dots, cross lines.
function decals(palette: Palette) {
  const color = palette.surface;
  return [
    { symbol: 'none' },
    { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color },
    { symbol: 'circle', dashArrayX: [[5, 5], [0, 5, 5, 0]], dashArrayY: [5, 0], symbolSize: 0.5, color },
    { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4, color },
    { symbol: 'rect', dashArrayX: [[4, 4], [0, 4, 4, 0]], dashArrayY: [4, 0], color },
  ];
}

function series(drawing: Drawing, look: ChartLook, flat: boolean): BarSeriesOption[] {
  const { palette } = look;
  const last = drawing.columns.length - 1;
  return drawing.columns.map((column, index) => ({
    type: 'bar', name: plain(column.label), stack: last > 0 ? 'all' : undefined, barMaxWidth: palette.rem * (flat ? 1.1 : 2.5), cursor: 'pointer',
    itemStyle: { color: palette.tones[column.tone], borderRadius: last > 0 ? 0 : flat ? [0, 3, 3, 0] : [3, 3, 0, 0] },
    emphasis: { focus: 'none', itemStyle: { opacity: 0.8 } },
    data: drawing.rows.map((row) => row.cells[index]?.count ?? 0),
    // The whole count stands behind the bar (above the column), once.
    label: index === last
      ? { show: true, position: flat ? 'right' : 'top', color: palette.text, fontSize: palette.rem * 0.75, formatter: ({ dataIndex }) => { const count = drawing.rows[dataIndex]?.total.count ?? 0; return count > 0 || flat ? look.number(count) : ''; } }
      : { show: false },
    labelLayout: flat ? undefined : { hideOverlap: true },
  }));
}

function barOption(drawing: Drawing, look: ChartLook, flat: boolean): ChartOption {
  const { palette } = look;
  const names = { type: 'category' as const, data: drawing.rows.map((row) => plain(row.label)), axisTick: { show: false }, axisLine: { lineStyle: { color: palette.border } }, axisLabel: { color: palette.text, fontSize: palette.rem * 0.75, ...(flat ? { width: palette.rem * 7.5, overflow: 'truncate' as const, interval: 0 } : { hideOverlap: true }) } };
  const counts = { type: 'value' as const, minInterval: 1, splitLine: { lineStyle: { color: palette.border } }, axisLabel: { color: palette.muted, fontSize: palette.rem * 0.75, hideOverlap: true } };
  return {
    ...common(look),
    grid: { left: palette.rem * 0.25, right: palette.rem * (flat ? 2.75 : 0.5), top: palette.rem * (drawing.columns.length > 1 ? 2.25 : 1.25), bottom: palette.rem * 0.25, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: drawing.columns.length > 1 ? { top: 0, left: 0, itemWidth: palette.rem * 1.25, itemHeight: palette.rem * 0.75, textStyle: { color: palette.text, fontSize: palette.rem * 0.8 }, selectedMode: false } : undefined,
    xAxis: flat ? { ...counts, axisLabel: { ...counts.axisLabel } } : names,
    yAxis: flat ? { ...names, inverse: true } : counts,
    series: series(drawing, look, flat),
  };
}

function ringOption(drawing: Drawing, look: ChartLook): ChartOption {
  const { palette, tones } = look;
  const rows = drawing.rows.filter((row) => row.total.count > 0);
  return {
    ...common(look),
    series: [{
      type: 'pie', radius: ['48%', '74%'], center: ['50%', '50%'], cursor: 'pointer', startAngle: 90, minAngle: 4, avoidLabelOverlap: true,
      label: { show: true, color: palette.text, fontSize: palette.rem * 0.8, lineHeight: palette.rem * 1.1, formatter: ({ name, value }) => `${name}\n${look.number(Number(value))}` },
      labelLine: { length: palette.rem * 0.5, length2: palette.rem * 0.4, lineStyle: { color: palette.muted } },
      itemStyle: { borderColor: palette.surface, borderWidth: 2 },
      data: rows.map((row) => ({ name: plain(row.label), value: row.total.count, itemStyle: { color: palette.tones[tones?.[row.key] ?? 'plain'] } })),
    }],
  };
}

export function optionOf(kind: ChartKind, drawing: Drawing, look: ChartLook): ChartOption {
  return kind === 'ring' ? ringOption(drawing, look) : barOption(drawing, look, kind === 'bars');
}

/** Which cell a click on the drawing means: the row, and the column of a stack. */
export function hit(kind: ChartKind, drawing: Drawing, at: { dataIndex: number; seriesIndex?: number | undefined }) {
  const rows = kind === 'ring' ? drawing.rows.filter((row) => row.total.count > 0) : drawing.rows;
  const row = rows[at.dataIndex];
  return drawing.columns.length > 1 ? row?.cells[at.seriesIndex ?? 0] : row?.total;
}
/** How high the drawing wants to be, in rem. */
export const heightOf = (kind: ChartKind, drawing: Drawing): number => (kind === 'bars' ? Math.max(8, drawing.rows.length * 1.75 + (drawing.columns.length > 1 ? 3.5 : 2.5)) : 16);
