/**
 * Characters by the Latin letter that they look like. A compact table after `confusables.txt` of Unicode Technical
 * Standard #39 (https://www.unicode.org/Public/security/latest/confusables.txt): small letters of the scripts that a name
 * here could borrow from, and digits; a few are more alike here than there, because names are read and not looked at.
 */
const lookAlikes: Record<string, string> = {
  a: 'аɑαɐ⍺',
  b: 'ьƅᖯ',
  c: 'сϲⅽᴄ',
  d: 'ԁɗⅾ',
  e: 'еҽ℮ɛε',
  f: 'ƒẝք',
  g: 'ɡցԍ',
  h: 'һհᏂ',
  j: 'јϳ',
  k: 'кκ',
  l: 'iіιıɩӏ1|ℓⅼוןɪ',
  m: 'мⅿ',
  n: 'пոռη',
  o: 'оοσօ0ᴏσ০०٥ഠ',
  p: 'рρϱ⍴',
  q: 'ԛզգ',
  r: 'гᴦɾ',
  s: 'ѕƽꜱ5',
  t: 'тτ',
  u: 'υսʋц',
  v: 'ѵνⅴ',
  w: 'ѡԝաɯш',
  x: 'хχⅹ×',
  y: 'уγүყ',
  z: 'ᴢʐ2',
};
const prototypes = new Map(Object.entries(lookAlikes).flatMap(([as, like]) => [...like].map((char) => [char, as])));

/**
 * What an eye that does not look closely sees of a name: no accent, case, space or mark, and each character as what it
 * resembles. Names of one skeleton can be taken for each other (UTS #39 §4).
 */
export const skeletonOf = (name: string): string =>
  [...name.normalize('NFKD').toLowerCase()]
    .map((char) => prototypes.get(char) ?? char)
    .join('')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');

const scripts = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Hebrew', 'Arabic', 'Cherokee', 'Georgian'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
);

/** True for a name in which one word is written in two scripts, as no language does (UTS #39 §5.1). */
export const hasMixedWord = (name: string): boolean =>
  (name.match(/\p{L}+/gu) ?? []).some((word) => scripts.filter((script) => script.test(word)).length > 1);

/** The shortest skeleton that is compared for being nearly another: shorter names differ by a letter every day. */
const shortest = 6;

/** The skeleton, and what is left of it without each of its characters: names that share one differ in a character. */
export const nearSkeletons = (skeleton: string): string[] =>
  skeleton.length < shortest
    ? [skeleton]
    : [skeleton, ...Array.from(skeleton, (_, index) => skeleton.slice(0, index) + skeleton.slice(index + 1))];
