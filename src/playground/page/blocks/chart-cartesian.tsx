import type { Series } from './chart.tsx';
import { shortNumber, ticksFor } from './chart-scale.ts';

interface CartesianProps {
  readonly kind: string;
  readonly width: number;
  readonly series: readonly Series[];
  readonly categories: readonly string[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly label: string;
}

const LETTER = 6.4;
/** Names of categories are smaller. */
const NAME_LETTER = 5.8;
const LINE = 13;
const MOST_LINES = 3;

/** Bars, lines or areas over categories. */
export function Cartesian({ kind, width, series, categories, xLabel, yLabel, label }: CartesianProps) {
  const ticks = ticksFor(series.flatMap((one) => one.data.map((point) => point.value)));
  const left = 8 + Math.max(...ticks.map((tick) => shortNumber(tick).length)) * LETTER + (yLabel ? 18 : 0);
  const slot = (width - left - 8) / Math.max(1, categories.length);
  const names = categories.map((one) => linesOf(one, Math.floor(slot / NAME_LETTER)));
  const longest = Math.max(0, ...categories.map((one) => one.length)) * NAME_LETTER;
  // Names that would run into each other are broken, or turned where that is not enough.
  const turned = names.some((lines) => lines === undefined);
  const most = Math.max(1, ...names.map((lines) => lines?.length ?? 1));
  const bottom = (turned ? Math.min(longest * 0.72, 96) + 14 : 8 + most * LINE) + (xLabel ? 20 : 0);
  const height = width < 400 ? 140 : 190;
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const y = (value: number) => 8 + height * (1 - (value - low) / (high - low || 1));
  const x = (index: number) => left + slot * (index + 0.5);
  const value = (one: Series, category: string) => one.data.find((point) => point.label === category)?.value ?? 0;
  const total = height + 16 + bottom;
  const bar = Math.min(44, (slot * 0.86) / Math.max(1, series.length));
  const amounts = series.flatMap((one) => one.data.map((point) => shortNumber(point.value).length * LETTER));
  // All amounts or none: some without one would look like nothing.
  const spelt = Math.max(0, ...amounts) < (series.length === 1 ? slot : bar);

  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${total}`} width={width} height={total}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            className="grid"
            x1={left}
            x2={width - 4}
            y1={y(tick)}
            y2={y(tick)}
            data-zero={tick === 0 || undefined}
          />
          <text x={left - 6} y={y(tick) + 4} textAnchor="end">
            {shortNumber(tick)}
          </text>
        </g>
      ))}
      {categories.map((category, index) => (
        <text
          key={category}
          className="name"
          x={x(index)}
          y={height + 24}
          textAnchor={turned ? 'end' : 'middle'}
          transform={turned ? `rotate(-40 ${x(index)} ${height + 20})` : undefined}
        >
          {(turned ? [category] : (names[index] ?? [])).map((line, at) => (
            <tspan key={line} x={x(index)} dy={at === 0 ? 0 : LINE}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
      {kind === 'bar' &&
        series.map((one, index) =>
          categories.map((category, at) => {
            const amount = value(one, category);
            const from = x(at) + bar * (index - series.length / 2);
            return (
              <g key={`${one.name}-${category}`}>
                <rect
                  className="bar"
                  data-tone={index % 6}
                  x={from + 1}
                  y={Math.min(y(amount), y(0))}
                  width={Math.max(1, bar - 2)}
                  height={Math.max(1, Math.abs(y(amount) - y(0)))}
                  rx={2}
                />
                {spelt && (
                  <text className="amount" x={from + bar / 2} y={Math.min(y(amount), y(0)) - 4} textAnchor="middle">
                    {shortNumber(amount)}
                  </text>
                )}
              </g>
            );
          }),
        )}
      {kind !== 'bar' &&
        series.map((one, index) => {
          const path = categories.map((category, at) => `${x(at)},${y(value(one, category))}`).join(' ');
          return (
            <g key={one.name} data-tone={index % 6} className="trace">
              {kind === 'area' && <polygon points={`${x(0)},${y(0)} ${path} ${x(categories.length - 1)},${y(0)}`} />}
              <polyline points={path} />
              {categories.map((category, at) => (
                <circle key={category} cx={x(at)} cy={y(value(one, category))} r={3.5} />
              ))}
            </g>
          );
        })}
      {xLabel && (
        <text x={left + (width - left) / 2} y={total - 4} textAnchor="middle" className="axis">
          {xLabel}
        </text>
      )}
      {yLabel && (
        <text className="axis" textAnchor="middle" transform={`translate(12 ${8 + height / 2}) rotate(-90)`}>
          {yLabel}
        </text>
      )}
    </svg>
  );
}

/** A name in as few lines as hold it; undefined when a word is too long, or the lines are too many. */
function linesOf(name: string, room: number): readonly string[] | undefined {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= MOST_LINES && lines.every((line) => line.length <= room) ? lines : undefined;
}
