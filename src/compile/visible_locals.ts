/**
 * Which functions keep their locals where others can see them. Locals are JavaScript variables, which nobody else can read; only
 * functions that mention one of the names below keep them in an array as well. Once any program mentions `f_locals`, so do all
 * functions whose text is made from then on: a caller's frame shows its variables, too.
 */

/** Names a function looks at its own variables with. */
const INTROSPECTIVE = ['locals', 'vars', 'dir', 'eval', 'exec', 'breakpoint'];
/** Attributes by which it reaches its own frame. */
const INTROSPECTIVE_ATTRIBUTES = [
  '_getframe',
  'currentframe',
  'f_locals',
  'tb_frame',
  'stack',
  'set_trace',
  'getcallargs',
];

let framesAreRead = false;

/** Takes note of a program's source before any of its functions is generated. */
export function noteSource(lines: readonly string[] | null): void {
  framesAreRead ||= lines !== null && lines.some(line => line.includes('f_locals'));
}

/** True when code with these symbols may ask for its locals. */
export function asksForLocals(symbols: ReadonlyMap<string, unknown>): boolean {
  return INTROSPECTIVE.some(name => symbols.has(name));
}

/** True when a function that mentions these names keeps its locals visible from the start. */
export function hasVisibleLocals(symbols: ReadonlyMap<string, unknown>): boolean {
  return framesAreRead || asksForLocals(symbols);
}

/** The same by the attributes that its text turned out to use. */
export function reachesItsFrame(attributes: readonly string[]): boolean {
  return INTROSPECTIVE_ATTRIBUTES.some(name => attributes.includes(name));
}
