/** From iopub messages to the outputs of a cell (nbclient's output hooks). */

import type { JsonObject } from '../../src/host/contract.ts';
import type { Message } from '../wire/message.ts';
import type { Output } from './format.ts';

/** Outputs of a whole notebook by display id: an update may change one of an earlier cell. */
export type Displays = Map<string, Output[]>;

export class OutputCollector {
  readonly outputs: Output[] = [];
  private readonly displays: Displays;
  private clearPending = false;

  constructor(displays: Displays) {
    this.displays = displays;
  }

  add({ header, content }: Message): void {
    switch (header.msg_type) {
      case 'stream':
        this.addStream(String(content.name), String(content.text));
        break;
      case 'display_data':
      case 'execute_result':
        this.addDisplay(header.msg_type, content);
        break;
      case 'update_display_data':
        for (const output of this.displays.get(displayId(content) ?? '') ?? []) {
          output.data = content.data ?? {};
          output.metadata = content.metadata ?? {};
        }
        break;
      case 'error': {
        const { ename, evalue, traceback } = content;
        this.push({ output_type: 'error', ename, evalue, traceback });
        break;
      }
      case 'clear_output':
        if (content.wait) this.clearPending = true;
        else this.outputs.length = 0;
    }
  }

  private addStream(name: string, text: string): void {
    const last = this.clearPending ? undefined : this.outputs.at(-1);
    if (last?.output_type === 'stream' && last.name === name) last.text = String(last.text) + text;
    else this.push({ output_type: 'stream', name, text });
  }

  private addDisplay(output_type: 'display_data' | 'execute_result', content: JsonObject): void {
    const { data = {}, metadata = {}, execution_count = null } = content;
    const output: Output = { output_type, data, metadata };
    if (output_type === 'execute_result') output.execution_count = execution_count;
    this.push(output);
    const id = displayId(content);
    if (id === null) return;
    const shown = this.displays.get(id) ?? [];
    this.displays.set(id, [...shown, output]);
  }

  private push(output: Output): void {
    if (this.clearPending) this.outputs.length = 0;
    this.clearPending = false;
    this.outputs.push(output);
  }
}

function displayId({ transient }: JsonObject): string | null {
  const id = (transient as JsonObject | undefined)?.display_id;
  return typeof id === 'string' ? id : null;
}
