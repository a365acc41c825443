import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalText } from '../../src/model/search/normalise.ts';
import { makeReader } from '../../src/model/search/readings.ts';
import { compileReadings, learnReadings } from './search-readings.ts';

/** How the texts' own table reads a text: one syllable per character, what is no Han character left out. */
const readBy = (texts: string[], text: string) => {
  const { syllables, read } = makeReader(compileReadings(texts));
  return [...read(normalText(text))]
    .map((number) => syllables[number])
    .join(' ')
    .trim();
};

describe('readings', () => {
  it('are those that a character has most often, and words for the rest', () => {
    expect(compileReadings(['重点工程', '重点', '重庆路'])).toEqual({
      characters: { cheng: '程', dian: '点', gong: '工', lu: '路', qing: '庆', zhong: '重' },
      words: { 重庆: 'chong qing' },
    });
  });

  it('are given once for the shortest word that is always read so', () => {
    const texts = ['长江', '长江大桥', '长江音乐节', '快乐', '安乐', '校长', '长城'];
    expect(compileReadings(texts).words).toEqual({ 音乐: 'yin yue', 校长: 'xiao zhang' });
  });

  it('follow what the city knows of its names', () => {
    learnReadings({ 圌山: 'chuí shān' });
    expect(readBy(['圌山'], '圌山')).toBe('chui shan');
  });

  it('know words of reports that a dictionary splits otherwise', () => {
    const texts = [
      '演军巷道路',
      '河（湖）长制',
      '长江崩岸',
      '停车泊位',
      '行政中心',
      '高中压调压站',
      '市重点项目',
    ];
    expect(texts.map((text) => readBy(texts, text))).toEqual([
      'yan jun xiang dao lu',
      'he hu zhang zhi',
      'chang jiang beng an',
      'ting che bo wei',
      'xing zheng zhong xin',
      'gao zhong ya tiao ya zhan',
      'shi zhong dian xiang mu',
    ]);
  });

  it('leave out digits, letters and signs, and write v for ü', () => {
    const { characters } = compileReadings(['吕城5G基站（一期）', 'LNG', '👍']);
    expect(Object.values(characters).join('')).toMatch(/^\p{Script=Han}+$/u);
    expect(characters.lv).toBe('吕');
    expect(compileReadings([])).toEqual({ characters: {}, words: {} });
  });

  it('of each text among any others are those it has by itself', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'长行重乐大夫都会计调江山银音（·5'),
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (texts) => {
        // The same characters with other signs between them would be two readings of one text.
        const distinct = [...new Map(texts.map((each) => [normalText(each), each])).values()];
        for (const each of distinct)
          expect([each, readBy(distinct, each)]).toEqual([each, readBy([each], each)]);
      }),
    );
  }, 60_000);
});
