import { useEffect, useRef, useState } from 'react';
import { isDict, type WireBlock } from '../../wire.ts';
import { Cartesian } from './chart-cartesian.tsx';
import { Pie } from './chart-pie.tsx';
import { dicts, str } from './read.ts';

export interface Point {
  readonly label: string;
  readonly value: number;
}

export interface Series {
  readonly name: string;
  readonly data: readonly Point[];
}

/** A chart as inline SVG with all its numbers in its label, and a legend in the order of the series. */
export function Chart({ block }: { readonly block: WireBlock }) {
  const chart = isDict(block.chart) ? block.chart : {};
  const axis = isDict(chart.axis_config) ? chart.axis_config : {};
  const kind = str(chart.type);
  const series = dicts(chart.series).map((one) => ({ name: str(one.name), data: points(one.data) }));
  const segments = points(chart.segments);
  const categories = Array.isArray(axis.categories) ? axis.categories.map(String) : [];
  const legend = kind === 'pie' ? segments.map((one) => one.label) : series.map((one) => one.name);
  const title = str(block.title);

  const [frame, width] = useWidth();
  const spoken = kind === 'pie' ? spell(segments) : series.map((one) => `${one.name}: ${spell(one.data)}`).join('; ');
  return (
    <figure className="chart" ref={frame}>
      <figcaption>{title}</figcaption>
      {width > 0 && kind === 'pie' && <Pie segments={segments} label={`Pie chart, ${title}. ${spoken}`} />}
      {width > 0 && kind !== 'pie' && (
        <Cartesian
          kind={kind}
          width={width}
          series={series}
          categories={categories}
          xLabel={str(axis.x_label)}
          yLabel={str(axis.y_label)}
          label={[`${kind[0]?.toUpperCase()}${kind.slice(1)} chart, ${title}`, str(axis.y_label), spoken]
            .filter(Boolean)
            .join('. ')}
        />
      )}
      <ul className="legend" aria-label="Legend">
        {legend.map((name, index) => (
          <li key={name}>
            <span className="swatch" data-tone={index % 6} aria-hidden="true" />
            {name}
          </li>
        ))}
      </ul>
    </figure>
  );
}

function points(value: unknown): readonly Point[] {
  return dicts(value).map((one) => ({ label: str(one.label), value: Number(one.value) }));
}

function spell(data: readonly Point[]): string {
  return data.map((one) => `${one.label} ${one.value}`).join(', ');
}

/** The frame's width in pixels, so that the chart's letters keep their size on a narrow screen. */
function useWidth(): readonly [React.RefObject<HTMLElement | null>, number] {
  const frame = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!frame.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  return [frame, width];
}
