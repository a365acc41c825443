/** What people type, key by key, to time the search. */
import { type SearchIndex, search } from '../src/model/search/index.ts';

/** What is typed, by what it is to show. A blank ends a word. */
const sessions: Record<string, string[]> = {
  Han: ['句容', '长江大桥', '污水处理厂', '新能源汽车'],
  'one letter': ['a', 'e', 'g', 'j', 'x', 'z', '5'],
  'one character': ['江', '大', '区', '的', '圌'],
  'full pinyin': ['zhenjiang', 'jurong', 'wufengshan', 'jianbi', 'xinnengyuan'],
  initials: ['zj', 'wfs', 'dgjd', 'cjdq'],
  mixed: ['丹yang', '句容xian', 'zhenj', 'wfshan', 'zhjxq'],
  English: ['yangtze river', 'high-tech', 'bridge', 'school', 'ange'],
  'several words': ['丹阳 学校', 'danyang xuexiao', 'a b', '镇江 bridge', 'zj da q'],
  homophones: ['句荣', '单阳', '长将大桥'],
  'no hit': ['qqqq', 'vvvv', '龘龘', 'zhenjiangx', '江江江江', 'eeee', 'x1x1 e'],
  pasted: ['加快推进重点产业项目建设，确保全年完成投资，推动镇江经济高质量发展', 'zhongdianchanyexiangmu'],
};

/** Milliseconds of each key, in the order of typing: the least of so many repetitions, after one that does not count. */
export function timeKeys(index: SearchIndex, repetitions: number): number[] {
  const rounds = Array.from({ length: repetitions + 1 }, () => typeAll(index)).slice(1);
  // What is more than the least is what the machine does besides.
  return (rounds[0] ?? []).map((_, key) => Math.min(...rounds.map((round) => round[key] ?? 0)));
}

/** Types every query as a person does, each with an empty memory at its beginning. */
function typeAll(index: SearchIndex): number[] {
  return Object.values(sessions)
    .flat()
    .flatMap((query) => {
      for (const group of [index.items, index.areas, index.paragraphs]) group.catalogue.recent = [];
      return Array.from({ length: query.length }, (_, last) => {
        const begun = performance.now();
        search(index, query.slice(0, last + 1));
        return performance.now() - begun;
      });
    });
}
