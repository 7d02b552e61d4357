/** Sending display_data, update_display_data and clear_output (IPython.core.displaypub, ipykernel.zmqshell). */
import type { JsonObject } from '../host/contract.ts';
import type { MimeBundle } from './formatter.ts';
import { shell } from './shell.ts';

/** Shows a mime bundle, or with `update` replaces those shown under the same display id. */
export function publishDisplay({ data, metadata }: MimeBundle, transient: JsonObject = {}, update = false): void {
  shell.publish(update ? 'update_display_data' : 'display_data', { data, metadata, transient });
}

/** Clears the cell's output; with `wait` when the next one comes. */
export function clearOutput(wait: boolean): void {
  shell.publish('clear_output', { wait });
}
