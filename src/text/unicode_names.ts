/** Names of characters (Modules/unicodedata.c): Unicode 15.0, as CPython 3.12 has them. The tables unfold at first use. */
import * as tables from './unicode_name_table.ts';

/** The digits of the generated table: printable ASCII without apostrophe and backslash. */
const DIGITS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter(c => c !== "'" && c !== '\\')
  .join('');
/** So many of the most frequent words are one digit. */
const SINGLE = 46;
const RARE = DIGITS.length - 1;

interface Names {
  readonly names: Map<number, string>;
  readonly codes: Map<string, number>;
}

let unfolded: Names | null = null;

function unfold(): Names {
  const words = tables.WORDS.split(' ');
  const rare = tables.RARE_WORDS.split(' ');
  const names = new Map<number, string>();
  const codes = new Map<string, number>();
  const digit = new Uint8Array(128);
  for (let i = 0; i < DIGITS.length; i++) digit[DIGITS.charCodeAt(i)] = i;
  const text = tables.NAMES;
  let at = 0;
  let nextRare = 0;
  const name: string[] = [];
  /** Reads the next name, told against the one before. */
  const read = (): string => {
    name.length = digit[text.charCodeAt(at++)]!;
    for (let c = text.charCodeAt(at++); c > 32; c = text.charCodeAt(at++)) {
      const d = digit[c]!;
      if (d === RARE) name.push(rare[nextRare++]!);
      else if (d < SINGLE) name.push(words[d]!);
      else name.push(words[SINGLE + (d - SINGLE) * DIGITS.length + digit[text.charCodeAt(at++)]!]!);
    }
    return name.join(' ');
  };
  for (const run of tables.NAMED.split(',')) {
    const [first, length] = run.split(' ').map(n => parseInt(n, 16)) as [number, number];
    for (let cp = first; cp < first + length; cp++) {
      const full = read();
      names.set(cp, full);
      codes.set(full, cp);
    }
  }
  for (const cp of tables.ALIASED.split(',')) codes.set(read(), parseInt(cp, 16));
  unfolded = { names, codes };
  return unfolded;
}

function isIn(ranges: string, cp: number): boolean {
  return ranges.split(',').some(range => {
    const [first, last] = range.split(' ').map(n => parseInt(n, 16)) as [number, number];
    return cp >= first && cp <= last;
  });
}

/** The romanization of Hangul letters in names of syllables. */
const INITIALS = 'G GG N D DD R M B BB S SS  J JJ C K T P H'.split(' ');
const MEDIALS = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' ');
const FINALS = ' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'.split(' ');
const SYLLABLE = 'HANGUL SYLLABLE ';
const FIRST_SYLLABLE = 0xac00;

function syllableName(cp: number): string {
  const index = cp - FIRST_SYLLABLE;
  const initial = INITIALS[Math.floor(index / (21 * 28))]!;
  return `${SYLLABLE}${initial}${MEDIALS[Math.floor(index / 28) % 21]!}${FINALS[index % 28]!}`;
}

/** `unicodedata.name` of a code point, or null. */
export function nameOf(cp: number): string | null {
  if (isIn(tables.SYLLABLES, cp)) return syllableName(cp);
  const hex = cp.toString(16).toUpperCase();
  if (isIn(tables.IDEOGRAPHS, cp)) return `CJK UNIFIED IDEOGRAPH-${hex}`;
  if (isIn(tables.COMPATIBILITY_IDEOGRAPHS, cp)) return `CJK COMPATIBILITY IDEOGRAPH-${hex}`;
  return (unfolded ?? unfold()).names.get(cp) ?? null;
}

/** The character of a name or alias, as `\N{...}` finds it, or null. Only the table's names may be written in lower case. */
export function characterNamed(name: string): string | null {
  let cp: number | undefined;
  if (name.startsWith(SYLLABLE)) {
    for (let at = FIRST_SYLLABLE; at < 0xd7a4 && cp === undefined; at++) if (syllableName(at) === name) cp = at;
  } else if (name.startsWith('CJK UNIFIED IDEOGRAPH-')) {
    const code = parseInt(name.slice(22), 16);
    if (nameOf(code) === name) cp = code;
  } else {
    const key = name.toUpperCase();
    const code = key.startsWith('CJK COMPATIBILITY IDEOGRAPH-') ? parseInt(key.slice(28), 16) : NaN;
    cp = nameOf(code) === key ? code : (unfolded ?? unfold()).codes.get(key);
  }
  return cp === undefined ? null : String.fromCodePoint(cp);
}
