/** help('keywords'), help('topics'), and the text of a topic (pydoc.Helper). */
import { decref, xdecref } from '../heap/refcount.ts';
import { isPyException } from '../exceptions/body.ts';
import { dict_getStr, isDict } from '../objects/dict.ts';
import { hooks } from '../objects/hooks.ts';
import { isStr } from '../objects/str.ts';
import { lookupattrStr } from '../protocols/attribute.ts';

const KEYWORDS =
  'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
  'import in is lambda nonlocal not or pass raise return try while with yield';
const TOPICS =
  'ASSERTION ASSIGNMENT ATTRIBUTEMETHODS ATTRIBUTES AUGMENTEDASSIGNMENT BASICMETHODS BINARY BITWISE BOOLEAN ' +
  'CALLABLEMETHODS CALLS CLASSES CODEOBJECTS COMPARISON COMPLEX CONDITIONAL CONTEXTMANAGERS CONVERSIONS DEBUGGING ' +
  'DELETION DICTIONARIES DICTIONARYLITERALS DYNAMICFEATURES ELLIPSIS EXCEPTIONS EXECUTION EXPRESSIONS FLOAT FORMATTING ' +
  'FRAMEOBJECTS FRAMES FUNCTIONS IDENTIFIERS IMPORTING INTEGER LISTLITERALS LISTS LITERALS LOOPING MAPPINGMETHODS ' +
  'MAPPINGS METHODS MODULES NAMESPACES NONE NUMBERMETHODS NUMBERS OBJECTS OPERATORS PACKAGES POWER PRECEDENCE ' +
  'PRIVATENAMES RETURNING SCOPING SEQUENCEMETHODS SEQUENCES SHIFTING SLICINGS SPECIALATTRIBUTES SPECIALIDENTIFIERS ' +
  'SPECIALMETHODS STRINGMETHODS STRINGS SUBSCRIPTS TRACEBACKS TRUTHVALUE TUPLELITERALS TUPLES TYPEOBJECTS TYPES UNARY ' +
  'UNICODE';
const COLUMNS = 4;
const COLUMN_WIDTH = 20;

/** The page of a list or of a keyword or topic, or null. */
export function topicPage(name: string): string | null {
  if (name === 'keywords')
    return `\nHere is a list of the Python keywords.  Enter any keyword to get more help.\n\n${table(KEYWORDS)}\n\n`;
  if (name === 'topics')
    return `\nHere is a list of available topics.  Enter any topic name to get more help.\n\n${table(TOPICS)}\n\n`;
  if (!KEYWORDS.split(' ').includes(name) && !TOPICS.split(' ').includes(name)) return null;
  const text = topicText(name.toLowerCase());
  return text === null ? null : `${text.trim()}\n\n`;
}

/** Words in columns, down first. */
function table(words: string): string {
  const items = words.split(' ').sort();
  const rows = Math.ceil(items.length / COLUMNS);
  const lines: string[] = [];
  for (let row = 0; row < rows; row++) {
    const cells: string[] = [];
    for (let column = 0; column < COLUMNS; column++) {
      const item = items[column * rows + row];
      if (item !== undefined) cells.push(column < COLUMNS - 1 ? item.padEnd(COLUMN_WIDTH) : item);
    }
    lines.push(cells.join(''));
  }
  return lines.join('\n');
}

/** From the library's `pydoc_data.topics`, where there is one. */
function topicText(name: string): string | null {
  try {
    const module = hooks.importModule('pydoc_data.topics');
    const topics = lookupattrStr(module, 'topics');
    decref(module);
    const text = topics !== null && isDict(topics) ? dict_getStr(topics, name) : null;
    const result = text !== null && isStr(text) ? (text.v as string) : null;
    xdecref(topics);
    return result;
  } catch (e) {
    if (!isPyException(e)) throw e;
    decref(e);
    return null;
  }
}
