/**
 * Constructors of tree nodes, as `_PyAST_*` in Python/Python-ast.c. The last two arguments are where the node
 * starts and ends: tokens or other nodes. One object literal a kind keeps every kind at one hidden class.
 */
export * from './nodes/expressions.ts';
export * from './nodes/patterns.ts';
export * from './nodes/statements.ts';
