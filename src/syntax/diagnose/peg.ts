import * as T from '../tokens.ts';
import type { Token } from '../tokens.ts';
import type { Diagnoser } from './diagnoser.ts';

/**
 * A packrat PEG matcher with the semantics of the parser that CPython's pegen generates: ordered choice,
 * lookaheads, cuts, forced tokens, memoization of the same rules, left recursion by growing a seed.
 *
 * A grammar maps rule names to alternatives. The notation of an alternative:
 *
 *     'if' "match" '+='   a keyword, a soft keyword, an operator        e? e* e+     as usual
 *     NAME NUMBER ...     a token type                                  s.e+         e separated by s
 *     rule                another rule                                  &e !e        lookaheads
 *     (e f | g)           a group                                       &&'x'        a token that must be here
 *     a=e                 a capture for the action                      ~            no other alternative after this
 */
export type Grammar = Record<string, string | (string | Alternative)[]>;

/** A pattern and what its match means; an action may reject the match by returning null. */
export type Alternative = [pattern: string, action: Action];

/** Whatever a rule yields: a token, a node, a list of them. Actions know what they asked for. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Value = any;

export type Captures = Record<string, Value>;

export type Action = (v: Captures, start: Token, p: Diagnoser) => Value;

/** Returns null when it does not match; then the caller restores the position. */
export type Matcher = (p: Diagnoser) => Value;

const TOKEN_TYPES: Record<string, number> = {
  NAME: T.NAME,
  STRING: T.STRING,
  NEWLINE: T.NEWLINE,
  INDENT: T.INDENT,
  DEDENT: T.DEDENT,
  ENDMARKER: T.ENDMARKER,
  FSTRING_START: T.FSTRING_START,
  FSTRING_MIDDLE: T.FSTRING_MIDDLE,
  FSTRING_END: T.FSTRING_END,
};

const LEXEME = /\s*('[^']+'|"[^"]+"|&&|[A-Za-z_]\w*|[()|*+?&!~=.])/y;

/** Compiles a grammar. `memo` and `leftRecursive` name the rules whose results are kept per token. */
export function compileGrammar(
  grammar: Grammar,
  memo: readonly string[],
  leftRecursive: readonly string[],
): Map<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const name of Object.keys(grammar)) rules.set(name, new Rule());
  for (const [name, definition] of Object.entries(grammar)) {
    const alternatives = (Array.isArray(definition) ? definition : [definition]).flatMap(alternative =>
      typeof alternative === 'string'
        ? new PatternReader(alternative, rules).choice()
        : [new PatternReader(alternative[0], rules).alternative(alternative[1])],
    );
    let rule = choice(alternatives);
    if (name.endsWith('_without_invalid')) rule = withoutInvalid(rule);
    if (leftRecursive.includes(name)) rule = growSeed(name, rule);
    else if (memo.includes(name)) rule = memoized(name, rule);
    rules.get(name)!.match = rule;
  }
  return rules;
}

/** What an alternative's items and the caller hold of a rule: rules may use one another before they are compiled. */
export class Rule {
  match: Matcher;

  constructor() {
    this.match = () => null;
  }
}

interface Item {
  rule: Rule;
  label: string | null;
  cut: boolean;
}

interface CompiledAlternative {
  items: Item[];
  action: Action | null;
  /** The alternative is just an `invalid_` rule. Those within longer ones are tried in the first pass, too. */
  usesInvalid: boolean;
  /** The item whose value is the alternative's when it has no action; -1 for none. */
  result: number;
}

/** Reads the notation. */
class PatternReader {
  private lexemes: string[];
  private i: number;
  private rules: Map<string, Rule>;

  constructor(pattern: string, rules: Map<string, Rule>) {
    this.lexemes = [];
    this.i = 0;
    this.rules = rules;
    LEXEME.lastIndex = 0;
    for (let m = LEXEME.exec(pattern); m !== null; m = LEXEME.exec(pattern)) this.lexemes.push(m[1]!);
  }

  choice(): CompiledAlternative[] {
    const alternatives = [this.alternative(null)];
    while (this.accept('|')) alternatives.push(this.alternative(null));
    return alternatives;
  }

  alternative(action: Action | null): CompiledAlternative {
    const items: Item[] = [];
    const from = this.i;
    while (this.i < this.lexemes.length && this.lexemes[this.i] !== '|' && this.lexemes[this.i] !== ')') {
      items.push(this.item());
    }
    const usesInvalid = this.i - from === 1 && this.lexemes[from]!.startsWith('invalid_');
    const labelled = items.findIndex(item => item.label !== null);
    return { items, action, usesInvalid, result: items.length === 1 ? 0 : labelled };
  }

  private accept(lexeme: string): boolean {
    if (this.lexemes[this.i] !== lexeme) return false;
    this.i++;
    return true;
  }

  private item(): Item {
    if (this.accept('~')) return { rule: ruleOf(() => true), label: null, cut: true };
    let label: string | null = null;
    if (this.lexemes[this.i + 1] === '=') {
      label = this.lexemes[this.i]!;
      this.i += 2;
    }
    const next = this.lexemes[this.i]!;
    const rule = this.rules.get(next);
    const after = this.lexemes[this.i + 1];
    if (rule !== undefined && after !== '?' && after !== '*' && after !== '+') {
      this.i++;
      return { rule, label, cut: false };
    }
    return { rule: ruleOf(this.prefixed()), label, cut: false };
  }

  private prefixed(): Matcher {
    if (this.accept('&&')) return forced(this.lexemes[this.i++]!.slice(1, -1));
    if (this.accept('&')) return lookahead(this.atom(), true);
    if (this.accept('!')) return lookahead(this.atom(), false);
    const match = this.atom();
    if (this.accept('?')) return optional(match);
    if (this.accept('*')) return repeat(match, 0);
    if (this.accept('+')) return repeat(match, 1);
    if (this.accept('.')) {
      const element = this.atom();
      this.accept('+');
      return gather(match, element);
    }
    return match;
  }

  private atom(): Matcher {
    const lexeme = this.lexemes[this.i++]!;
    if (lexeme === '(') {
      const group = choice(this.choice());
      this.accept(')');
      return group;
    }
    const text = lexeme.slice(1, -1);
    if (lexeme[0] === "'") return token(tokenType(text));
    if (lexeme[0] === '"') return softKeyword(text);
    if (lexeme === 'SOFT_KEYWORD') return anySoftKeyword;
    if (lexeme === 'NUMBER') return p => p.number();
    const type = TOKEN_TYPES[lexeme];
    if (type !== undefined) return token(type);
    const rule = this.rules.get(lexeme);
    if (rule === undefined) throw new Error(`no rule ${lexeme}`);
    return p => rule.match(p);
  }
}

function ruleOf(match: Matcher): Rule {
  const rule = new Rule();
  rule.match = match;
  return rule;
}

function tokenType(text: string): number {
  const type = T.OPERATORS.get(text) ?? T.KEYWORDS.get(text);
  if (type === undefined) throw new Error(`no token ${text}`);
  return type;
}

function token(type: number): Matcher {
  return p => p.expect(type);
}

function softKeyword(text: string): Matcher {
  return p => (p.peek().value === text ? p.expect(T.NAME) : null);
}

/** `_PyPegen_soft_keyword_token`, which takes the beginning of a soft keyword for one: `t` for `type`. */
function anySoftKeyword(p: Diagnoser): Value {
  const name = p.expect(T.NAME);
  if (name === null) return null;
  for (const keyword of T.SOFT_KEYWORDS) if (keyword.startsWith(name.value)) return name;
  return null;
}

function forced(text: string): Matcher {
  const type = tokenType(text);
  return p => p.expect(type) ?? p.raiseAt(p.peek(), `expected '${text}'`);
}

function lookahead(match: Matcher, positive: boolean): Matcher {
  return p => {
    const mark = p.mark;
    const found = match(p) !== null;
    p.mark = mark;
    return found === positive ? true : null;
  };
}

function optional(match: Matcher): Matcher {
  return p => {
    const mark = p.mark;
    const value = match(p);
    if (value !== null) return value;
    p.mark = mark;
    return undefined;
  };
}

function repeat(match: Matcher, minimum: number): Matcher {
  return p => {
    const values: Value[] = [];
    for (;;) {
      const mark = p.mark;
      const value = match(p);
      if (value === null) {
        p.mark = mark;
        return values.length >= minimum ? values : null;
      }
      values.push(value);
    }
  };
}

function gather(separator: Matcher, element: Matcher): Matcher {
  return p => {
    const first = element(p);
    if (first === null) return null;
    const values = [first];
    for (;;) {
      const mark = p.mark;
      const value = separator(p) === null ? null : element(p);
      if (value === null) {
        p.mark = mark;
        return values;
      }
      values.push(value);
    }
  };
}

function choice(alternatives: CompiledAlternative[]): Matcher {
  return p => {
    const mark = p.mark;
    for (const alternative of alternatives) {
      if (alternative.usesInvalid && !p.callInvalidRules) continue;
      const start = p.peek();
      const captures: Captures = {};
      let value: Value = true;
      let cut = false;
      const { items } = alternative;
      for (let i = 0; i < items.length; i++) {
        const item = items[i]!;
        const matched = item.rule.match(p);
        if (matched === null) {
          value = null;
          break;
        }
        cut ||= item.cut;
        if (item.label !== null) captures[item.label] = matched;
        if (i === alternative.result) value = matched ?? true;
      }
      if (value !== null && alternative.action !== null) value = alternative.action(captures, start, p);
      if (value !== null) return value;
      p.mark = mark;
      if (cut) return null;
    }
    return null;
  };
}

function withoutInvalid(rule: Matcher): Matcher {
  return p => {
    const before = p.callInvalidRules;
    p.callInvalidRules = false;
    const value = rule(p);
    p.callInvalidRules = before;
    return value;
  };
}

function memoized(name: string, rule: Matcher): Matcher {
  return p => {
    const known = p.recall(name);
    if (known !== undefined) {
      p.mark = known.mark;
      return known.value;
    }
    const from = p.mark;
    const value = rule(p);
    p.remember(name, from, value);
    return value;
  };
}

function growSeed(name: string, rule: Matcher): Matcher {
  return p => {
    const known = p.recall(name);
    if (known !== undefined) {
      p.mark = known.mark;
      return known.value;
    }
    const from = p.mark;
    let best = from;
    let value: Value = null;
    for (;;) {
      p.mark = best;
      p.remember(name, from, value);
      p.mark = from;
      const grown = rule(p);
      if (grown === null || p.mark <= best) break;
      best = p.mark;
      value = grown;
    }
    p.mark = best;
    return value;
  };
}
