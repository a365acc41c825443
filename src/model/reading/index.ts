export { hitsIn, type ItemMention, mentionsByParagraph, type Passage, passagesOf } from './passages.ts';
