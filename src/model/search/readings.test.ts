import { expect, it } from 'vitest';
import { makeReader } from './readings.ts';

const { read, syllables } = makeReader({
  characters: { da: '大', fu: '夫', qiao: '桥', shan: '山' },
  words: { 大夫山: 'da fu shan', 大夫: 'dai fu' },
});
const spoken = (text: string) => [...read(text)].map((number) => syllables[number]).join(' ');

it('reads a character as it is mostly read, and nothing that has no reading', () => {
  expect(spoken('大桥')).toBe('da qiao');
  expect(spoken('大X未桥')).toBe('da   qiao');
  expect(spoken('')).toBe('');
});

it('reads words by themselves, and the longer word before the shorter one', () => {
  expect(spoken('大夫桥大夫')).toBe('dai fu qiao dai fu');
  expect(spoken('大夫山')).toBe('da fu shan');
});
