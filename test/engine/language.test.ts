// In: texts with and without a declared language. Out: proof that the language is told by the text, and the phrases to load with it.
import { expect, it } from 'vitest';
import { guessLanguage } from '../../lib/engine/language';
import { languages } from '../../lib/engine/lexicon/languages';
import { fold } from '../../lib/engine/lexicon/match';

const SAMPLES = {
  en: 'The mayor said that the bridge would be open again in the summer, and that it was a relief for the people of the town.',
  de: 'Die Brücke ist seit dem Frühjahr gesperrt, und der Bürgermeister sagt, dass sie im Sommer wieder für den Verkehr geöffnet wird.',
  fr: 'Le pont est fermé depuis le printemps et la maire dit que les travaux seront finis dans une semaine pour les habitants.',
  ru: 'Мост закрыт с весны, и мэр говорит, что он будет открыт летом, как и обещали жителям города.',
  el: 'Η γέφυρα είναι κλειστή από την άνοιξη και ο δήμαρχος λέει ότι θα ανοίξει το καλοκαίρι για τους κατοίκους της πόλης.',
  tr: 'Köprü ilkbahardan beri kapalı ve belediye başkanı yaz için şu sözü verdi: bu köprü daha iyi olacak, çok insan gibi ben de bekliyorum.',
  ja: '橋は春から閉鎖されており、市長は夏には再開すると述べた。',
  zh: '這座橋自春天以來一直關閉，市長說夏天會重新開放。',
  ko: '다리는 봄부터 폐쇄되었으며 시장은 여름에 다시 열릴 것이라고 말했다.',
  th: 'สะพานถูกปิดตั้งแต่ฤดูใบไม้ผลิ และนายกเทศมนตรีกล่าวว่าจะเปิดอีกครั้งในฤดูร้อน',
};

it.each(Object.entries(SAMPLES))('tells %s by its text', (language, text) => {
  expect(guessLanguage(text, '').language).toBe(language);
});

it('believes the text more than the declaration, but loads the phrases of both, and English last', () => {
  expect(guessLanguage(SAMPLES.de, 'fr')).toEqual({ language: 'de', active: ['de', 'fr', 'en'] });
});

it('falls back to the declaration, by its primary subtag and under one name', () => {
  expect(guessLanguage('', 'pt-BR').language).toBe('pt');
  expect(guessLanguage('', 'no').language).toBe('nb');
});

it('knows nothing of a page that says nothing', () => {
  expect(guessLanguage('', '')).toEqual({ language: '', active: ['en'] });
  expect(guessLanguage('12 34 56', 'xx')).toEqual({ language: 'xx', active: ['en'] });
});

it('knows function words by what folding leaves of them', () => {
  const accented = languages.el.function.split('|').filter((word) => fold(word) !== word);
  expect(accented.length).toBeGreaterThan(0);
  expect(guessLanguage([...accented, ...accented, ...accented].join(' '), '').language).toBe('el');
});
