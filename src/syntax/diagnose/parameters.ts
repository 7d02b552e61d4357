import * as N from '../nodes.ts';
import type { Grammar } from './peg.ts';

/**
 * The parameters of a function and of a lambda obey the same rules but for annotations and for what ends them:
 * `prefix` is that of the rules' names, `end` the closing token.
 */
function parameterRules(prefix: '' | 'lambda_', end: ')' | ':'): Grammar {
  const noDefault = `${prefix}param_no_default`;
  const withDefault = `${prefix}param_with_default`;
  const maybeDefault = `${prefix}param_maybe_default`;
  const slashNoDefault = `${prefix}slash_no_default`;
  const slashWithDefault = `${prefix}slash_with_default`;
  const starEtc = `${prefix}star_etc`;
  const kwds = `${prefix}kwds`;
  const param = `${prefix}param`;
  const parenthesized =
    prefix === '' ? `${noDefault}* a='(' ${noDefault}+ ','? b=')'` : `${noDefault}* a='(' ','.${param}+ ','? b=')'`;
  const what = prefix === '' ? 'Function' : 'Lambda expression';
  const starAnnotation = prefix === '' ? [`'*' param_no_default_star_annotation ${maybeDefault}* ${kwds}?`] : [];
  const bareStar = `(')' | ',' (')' | '**'))`.replaceAll("')'", `'${end}'`);
  return {
    [`${prefix}params`]: `invalid_${prefix}parameters | ${prefix}parameters`,
    [`${prefix}parameters`]: [
      `${slashNoDefault} ${noDefault}* ${withDefault}* ${starEtc}?`,
      `${slashWithDefault} ${withDefault}* ${starEtc}?`,
      `${noDefault}+ ${withDefault}* ${starEtc}?`,
      `${withDefault}+ ${starEtc}?`,
      starEtc,
    ],
    [slashNoDefault]: `${noDefault}+ '/' ',' | ${noDefault}+ '/' &'${end}'`,
    [slashWithDefault]: `${noDefault}* ${withDefault}+ '/' ',' | ${noDefault}* ${withDefault}+ '/' &'${end}'`,
    [starEtc]: [
      `invalid_${starEtc}`,
      `'*' ${noDefault} ${maybeDefault}* ${kwds}?`,
      ...starAnnotation,
      `'*' ',' ${maybeDefault}+ ${kwds}?`,
      kwds,
    ],
    [kwds]: `invalid_${kwds} | '**' ${noDefault}`,
    [noDefault]: `a=${param} ',' | a=${param} &'${end}'`,
    [withDefault]: `${param} default ',' | ${param} default &'${end}'`,
    [maybeDefault]: `${param} default? ',' | ${param} default? &'${end}'`,

    [`invalid_${prefix}parameters`]: [
      ["a='/' ','", (v, _s, p) => p.raiseAt(v.a, 'at least one argument must precede /')],
      [
        `(${slashNoDefault} | ${slashWithDefault}) ${maybeDefault}* a='/'`,
        (v, _s, p) => p.raiseAt(v.a, '/ may appear only once'),
      ],
      [
        `${slashNoDefault}? ${noDefault}* invalid_${prefix}parameters_helper a=${noDefault}`,
        (v, _s, p) => p.raiseAt(v.a, 'parameter without a default follows parameter with a default'),
      ],
      [parenthesized, (v, _s, p) => p.raiseRange(v.a, v.b, `${what} parameters cannot be parenthesized`)],
      [
        `(${slashNoDefault} | ${slashWithDefault})? ${maybeDefault}* '*' (',' | ${noDefault}) ${maybeDefault}* a='/'`,
        (v, _s, p) => p.raiseAt(v.a, '/ must be ahead of *'),
      ],
      [`${maybeDefault}+ '/' a='*'`, (v, _s, p) => p.raiseAt(v.a, 'expected comma between / and *')],
    ],
    [`invalid_${prefix}parameters_helper`]: `${slashWithDefault} | ${withDefault}+`,
    [`invalid_${starEtc}`]: [
      [
        `a='*' ${bareStar}`,
        (v, _s, p) =>
          prefix === ''
            ? p.raiseAt(v.a, 'named arguments must follow bare *')
            : p.raise('named arguments must follow bare *'),
      ],
      [`'*' ${param} a='='`, (v, _s, p) => p.raiseAt(v.a, 'var-positional argument cannot have default value')],
      [
        `'*' (${noDefault} | ',') ${maybeDefault}* a='*' (${noDefault} | ',')`,
        (v, _s, p) => p.raiseAt(v.a, '* argument may appear only once'),
      ],
    ],
    [`invalid_${kwds}`]: [
      [`'**' ${param} a='='`, (v, _s, p) => p.raiseAt(v.a, 'var-keyword argument cannot have default value')],
      [`'**' ${param} ',' a=${param}`, (v, _s, p) => p.raiseAt(v.a, 'arguments cannot follow var-keyword argument')],
      [
        `'**' ${param} ',' a=('*' | '**' | '/')`,
        (v, _s, p) => p.raiseAt(v.a, 'arguments cannot follow var-keyword argument'),
      ],
    ],
  };
}

export const PARAMETERS: Grammar = {
  ...parameterRules('', ')'),
  ...parameterRules('lambda_', ':'),
  // A parameter's value is its place.
  param: [['NAME annotation?', (_v, s, p) => N.Pass(s, p.last())]],
  lambda_param: [['NAME', (_v, s, p) => N.Pass(s, p.last())]],
  param_no_default_star_annotation: "param_star_annotation ',' | param_star_annotation &')'",
  param_star_annotation: 'NAME star_annotation',
  annotation: "':' expression",
  star_annotation: "':' star_expression",
  default: "'=' expression | invalid_default",
  invalid_default: [["a='=' &(')' | ',')", (v, _s, p) => p.raiseAt(v.a, 'expected default value expression')]],

  type_params: "'[' type_param_seq ']'",
  type_param_seq: "','.type_param+ ','?",
  type_param: [
    "NAME (':' expression)?",
    [
      "'*' NAME a=':' b=expression",
      (v, _s, p) => p.raiseFrom(v.a, `cannot use ${v.b.kind === 'Tuple' ? 'constraints' : 'bound'} with TypeVarTuple`),
    ],
    "'*' NAME",
    [
      "'**' NAME a=':' b=expression",
      (v, _s, p) => p.raiseFrom(v.a, `cannot use ${v.b.kind === 'Tuple' ? 'constraints' : 'bound'} with ParamSpec`),
    ],
    "'**' NAME",
  ],
};
