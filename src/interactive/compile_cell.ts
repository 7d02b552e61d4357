/** Compiling pieces of a cell: each statement is a code object of its own. */
