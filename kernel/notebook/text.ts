/** Outputs as text for a terminal. */

import { type Output, textOf } from './format.ts';

/** Text without ANSI colour sequences. */
export function withoutAnsi(text: string): string {
  return text.replace(/\x1b\[[0-9;]*[A-Za-z]/g, '');
}

/** An output as plain text; rich data shows its `text/plain`, or else names its types. */
export function outputText(output: Output): string {
  switch (output.output_type) {
    case 'stream':
      return textOf(output.text);
    case 'error':
      return `${(output.traceback as string[]).join('\n')}\n`;
    default: {
      const data = (output.data ?? {}) as Record<string, string | string[]>;
      return `${textOf(data['text/plain']) || `<${Object.keys(data).join(', ')}>`}\n`;
    }
  }
}

/** All outputs of a cell as lines; the line end that closes them is not a line of its own. */
export function outputLines(outputs: readonly Output[]): string[] {
  const text = withoutAnsi(outputs.map(outputText).join(''));
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
