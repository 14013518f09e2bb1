// ECharts with the parts that hearline draws with; comes by `import()` when there is something to draw.
import { BarChart, PieChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, PieChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, LabelLayout, CanvasRenderer]);

export type Chart = ECharts;
export const makeChart = (element: HTMLElement): Chart => init(element, null, { renderer: 'canvas' });
export { optionOf, hit, heightOf } from './options';
