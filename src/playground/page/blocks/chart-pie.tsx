import type { Point } from './chart.tsx';

const R = 80;

export function Pie({ segments, label }: { readonly segments: readonly Point[]; readonly label: string }) {
  const total = segments.reduce((sum, one) => sum + one.value, 0) || 1;
  const starts = segments.map((_, index) => segments.slice(0, index).reduce((sum, one) => sum + one.value, 0) / total);
  return (
    <svg role="img" aria-label={label} viewBox="-92 -92 184 184" width={184} height={184}>
      {segments.map((one, index) => {
        const from = starts[index] ?? 0;
        const share = one.value / total;
        const middle = at(from + share / 2, R * 0.62);
        return (
          <g key={one.label}>
            <path className="slice" data-tone={index % 6} d={slice(from, from + share)} />
            {share > 0.07 && (
              <text className="share" x={middle.x} y={middle.y + 4} textAnchor="middle">
                {Math.round(share * 100)}%
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

function at(turn: number, radius: number): { readonly x: number; readonly y: number } {
  return { x: radius * Math.sin(turn * 2 * Math.PI), y: -radius * Math.cos(turn * 2 * Math.PI) };
}

function slice(from: number, to: number): string {
  // A full circle has no two ends for an arc to join.
  if (to - from > 0.9999) return `M0 ${-R}A${R} ${R} 0 1 1 -0.01 ${-R}Z`;
  const [a, b] = [at(from, R), at(to, R)];
  return `M0 0L${a.x} ${a.y}A${R} ${R} 0 ${to - from > 0.5 ? 1 : 0} 1 ${b.x} ${b.y}Z`;
}
