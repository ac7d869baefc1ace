// In: text of a page. Out: text of the same shape that says nothing: every letter and digit replaced by another of its sort.

type Random = (below: number) => number;

const random: Random = (below) => crypto.getRandomValues(new Uint32Array(1))[0]! % below;

/** Letters that stand for others of the same script and case; scripts that have no case here stand for themselves by block. */
const SORTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Nd}/u, '0123456789'],
  [/\p{Script=Latin}/u, 'abcdefghijklmnopqrstuvwxyz'],
  [/\p{Script=Cyrillic}/u, 'абвгдежзиклмнопрстуфхцчшыэюя'],
  [/\p{Script=Greek}/u, 'αβγδεζηθικλμνξοπρστυφχψω'],
  [/\p{Script=Arabic}/u, 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'],
  [/\p{Script=Hebrew}/u, 'אבגדהוזחטיכלמנסעפצקרשת'],
  [/\p{Script=Hangul}/u, '가나다라마바사아자차카타파하'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'あいうえおかきくけこさしすせそ'],
  [/\p{Script=Devanagari}/u, 'कखगघचछजझटठडढतथदध'],
  [/\p{Script=Thai}/u, 'กขคงจฉชซดตถทนบปผพฟมยรล'],
  // Everything else that is a letter or a mark, ideographs first of all.
  [/[\p{L}\p{M}\p{N}]/u, '一二三四五六七八九十上下中大小人山川日月'],
];

/** Letter by letter, at random; punctuation and white space stay. */
export function scramble(text: string, pick: Random = random): string {
  return Array.from(text, (letter) => {
    const sort = SORTS.find(([pattern]) => pattern.test(letter));
    if (!sort) return letter;
    const letters = Array.from(sort[1]);
    const other = letters[pick(letters.length)]!;
    return letter !== letter.toLowerCase() ? other.toUpperCase() : other;
  }).join('');
}
