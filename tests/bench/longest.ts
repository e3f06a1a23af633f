/** Slack cuts a message here. */
export const LONGEST = 40_000;

const fill = (unit: string): string => unit.repeat(Math.ceil(LONGEST / unit.length)).slice(0, LONGEST);
const numbered = (unit: (number: number) => string): string => {
  let text = '';
  for (let number = 0; text.length < LONGEST; number += 1) text += unit(number);
  return text.slice(0, LONGEST);
};

/** Messages of 40,000 characters of every kind that could be slow to read: scripts, markup, and what patterns stumble on. */
export const LONGEST_INPUTS: Readonly<Record<string, string>> = {
  'a question again and again': fill('does pytorch run on tpus and which is faster for training on gpus? '),
  'words that nobody knows': numbered(
    (number) => `qwrt${number.toString(36).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? 'a')}xmo `,
  ),
  'misspelt words': numbered(
    (number) =>
      `${['tensroflow', 'pytroch', 'distribted', 'performence', 'deploymet', 'quantizaton', 'debuging'][number % 7] ?? ''}${'abcdefg'[number % 5] ?? ''} `,
  ),
  'one word': fill('a'),
  'one word of many letters': fill('tensorflowpytorch'),
  'a word of digits': fill('1.1'),
  Chinese: fill('哪个框架更适合在手机上部署模型'),
  'Hangul in jamo': fill('\u1112\u1161\u11ab\u1100\u1173\u11af '),
  'Arabic with marks of direction': fill('\u202eأي إطار عمل أسرع\u202c \u2066'),
  Thai: fill('เฟรมเวิร์กไหนดีกว่า'),
  Devanagari: fill('कौन सा ढांचा तेज़ है '),
  'letters that fold into many': fill('\ufdfa'),
  'stacked marks': fill(`a${'\u0301\u0328\u0334'.repeat(8)}`),
  'joined emoji': fill('👩🏽‍💻👨‍👩‍👧‍👦🏳️‍🌈'),
  'half characters': fill('\ud800x\udc00'),
  'mathematical letters': fill('𝖙𝖊𝖓𝖘𝖔𝖗 '),
  'zero-width and control characters': fill('\u200b\u200d\u0000\u0007\ufeff'),
  'white space': fill(' \t\n\u00a0\u3000'),
  'marks only': fill('?!.,;:-'),
  'mentions of people': fill('<@U024BE7LH> '),
  'links that never close': fill('<http:'),
  'channels that never close': fill('<#C|'),
  'mentions that never close': fill('<@U|'),
  'emoji that never close': fill(' :aaaaaaa'),
  entities: fill('&amp;&lt;'),
  'pins of versions': fill('@torch2.1 '),
  'pins that never end': fill('@torch-'),
  'orders to look further': fill('which page '),
  identifiers: fill('a.b_c.d '),
  underscores: fill('a_'),
  'parts joined by and': fill('tpu and '),
  'compounds written closed': fill('multigpudataparalleltraining '),
  'quotes and short forms': fill("don't it's we've "),
  'a log': fill(
    'RuntimeError: CUDA error: device-side assert triggered at /opt/conda/x.cu:31 block: [0,0,0], thread: [31,0,0]\n',
  ),
};
