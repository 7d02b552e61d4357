/** A warning of the tokenizer, the parser or the compiler, to be issued by whoever knows the `warnings` module. */
export interface SyntaxWarning {
  message: string;
  lineno: number;
  category: 'SyntaxWarning';
}
