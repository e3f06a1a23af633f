import type { CurvePoint } from './curve.ts';

/** A system's curve; the mark is where it works at its chosen threshold. */
export interface DrawnCurve {
  readonly name: string;
  readonly curve: readonly CurvePoint[];
  readonly mark: CurvePoint;
}

/** Told apart by colour, dash and mark: no one of them has to be seen. Colours hold 3:1 on white and on GitHub's dark. */
const STYLES = [
  { colour: '#1f7a5c', dash: '', width: 3 },
  { colour: '#c2571a', dash: '7 4', width: 1.8 },
  { colour: '#8a63d2', dash: '2 4', width: 1.8 },
  { colour: '#2f7fc1', dash: '10 4 2 4', width: 1.8 },
  { colour: '#b04a7a', dash: '4 3', width: 1.8 },
  { colour: '#7d7a28', dash: '12 5', width: 1.8 },
] as const;

const [WIDTH, HEIGHT] = [760, 470];
const PLOT = { left: 64, top: 48, width: 440, height: 360 };
const INK = '#6e7781';

const x = (refused: number): number => round(PLOT.left + refused * PLOT.width);
const y = (right: number): number => round(PLOT.top + (1 - right) * PLOT.height);
const round = (value: number): number => Math.round(value * 10) / 10;
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** All systems' curves of right against refused as one picture that reads on light and on dark pages, and aloud. */
export function drawCurves(title: string, systems: readonly DrawnCurve[]): string {
  const told = systems
    .map(({ name, mark }) => `${name}: ${percent(mark.right)} right at ${percent(mark.refused)} refused`)
    .join('; ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="13" fill="${INK}">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">Each line runs over all thresholds. Across: out-of-scope questions refused. Up: questions answered from the right section. Higher and further right is better. At each system's chosen threshold: ${escapeXml(told)}.</desc>`,
    `<text x="${PLOT.left}" y="26" font-size="16" font-weight="600">${escapeXml(title)}</text>`,
    ...grid(),
    // Ours last, so that it lies on top.
    ...[...systems.entries()].reverse().flatMap(([at, system]) => line(system, at)),
    ...systems.flatMap((system, at) => legend(system, at)),
    '</svg>',
    '',
  ].join('\n');
}

function grid(): readonly string[] {
  const steps = [0, 0.2, 0.4, 0.6, 0.8, 1];
  return [
    ...steps.flatMap((step) => [
      `<path d="M${x(step)} ${y(0)}V${y(1)}M${x(0)} ${y(step)}H${x(1)}" stroke="${INK}" stroke-opacity="${step === 0 ? 0.9 : 0.22}"/>`,
      `<text x="${x(step)}" y="${y(0) + 20}" text-anchor="middle">${percent(step)}</text>`,
      `<text x="${x(0) - 8}" y="${y(step) + 4}" text-anchor="end">${percent(step)}</text>`,
    ]),
    `<text x="${x(0.5)}" y="${y(0) + 44}" text-anchor="middle">out-of-scope questions refused</text>`,
    `<text transform="translate(16 ${y(0.5)}) rotate(-90)" text-anchor="middle">questions answered from the right section</text>`,
  ];
}

const styleOf = (at: number) => STYLES[at % STYLES.length] ?? STYLES[0];

function line({ curve, mark }: DrawnCurve, at: number): readonly string[] {
  const { colour, dash, width } = styleOf(at);
  const path = curve.map(({ refused, right }, step) => `${step === 0 ? 'M' : 'L'}${x(refused)} ${y(right)}`).join('');
  return [
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"${dash && ` stroke-dasharray="${dash}"`}/>`,
    `<circle cx="${x(mark.refused)}" cy="${y(mark.right)}" r="${at === 0 ? 6 : 4.5}" fill="${colour}"/>`,
  ];
}

function legend({ name, mark }: DrawnCurve, at: number): readonly string[] {
  const { colour, dash, width } = styleOf(at);
  const [left, top] = [PLOT.left + PLOT.width + 28, PLOT.top + 14 + at * 46];
  return [
    `<path d="M${left} ${top}h34" stroke="${colour}" stroke-width="${width}"${dash && ` stroke-dasharray="${dash}"`}/>`,
    `<circle cx="${left + 17}" cy="${top}" r="${at === 0 ? 6 : 4.5}" fill="${colour}"/>`,
    `<text x="${left + 44}" y="${top + 4}"${at === 0 ? ' font-weight="600"' : ''}>${escapeXml(name)}</text>`,
    `<text x="${left + 44}" y="${top + 21}" font-size="11.5">${percent(mark.right)} right, ${percent(mark.refused)} refused</text>`,
  ];
}
