import type { AnyBlock } from '@slack/types';

const text = (words: string) => ({ type: 'plain_text' as const, text: words });
const cell = (words: string) => ({ type: 'raw_text' as const, text: words });
const row = (...words: readonly string[]) => words.map(cell);

/** A message with one of everything that the page draws, for tests that look at it. */
export const RICH: readonly AnyBlock[] = [
  { type: 'header', text: text('PyTorch and TensorFlow on TPU') },
  {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: '*TensorFlow* runs on TPU natively; *PyTorch* needs `torch_xla`. See <https://example.com/tpu|the guide>, ask <@U0ADA>.\n```\nimport torch_xla.core.xla_model as xm\n```',
    },
  },
  {
    type: 'data_table',
    caption: 'Side by side',
    page_size: 3,
    rows: [
      row('Aspect', 'PyTorch', 'TensorFlow'),
      row('TPU support', 'through torch_xla, kept by Google and Meta', 'built in'),
      row('Windows', 'yes, CPU and CUDA', 'CPU only since 2.11'),
      row('Mobile', 'ExecuTorch', 'LiteRT'),
      row('Graph', 'eager first, torch.compile', 'eager, tf.function'),
    ],
  },
  {
    type: 'data_visualization',
    title: 'Papers with code, share by year',
    chart: {
      type: 'bar',
      axis_config: { categories: ['2021', '2022', '2023', '2024'], x_label: 'Year', y_label: 'Share in %' },
      series: [
        { name: 'PyTorch', data: [58, 62, 65, 70].map((value, at) => ({ label: String(2021 + at), value })) },
        { name: 'TensorFlow', data: [12, 8, 5, 4].map((value, at) => ({ label: String(2021 + at), value })) },
      ],
    },
  } as AnyBlock,
  {
    type: 'container',
    title: text('How we know'),
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Two pages, read *last week*.' } }],
  },
  { type: 'context', elements: [{ type: 'mrkdwn', text: 'As of 22 November 2026 · <https://example.com/a|source>' }] },
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'share', value: 'shared', text: text('Share in channel'), style: 'primary' },
      { type: 'button', action_id: 'read', url: 'https://example.com/', text: text('Read more') },
    ],
  },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: { text: text('Helpful'), value: 'yes' },
        negative_button: { text: text('Not helpful'), value: 'no' },
      },
    ],
  },
  {
    type: 'table',
    rows: [
      row('Framework', 'First release', 'Licence'),
      row('PyTorch', '2016', 'BSD-3'),
      row('TensorFlow', '2015', 'Apache-2.0'),
    ],
  },
];
