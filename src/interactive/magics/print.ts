/** Text that magics show, through the streams of `sys` so that redirection works. */
import { writeSys } from '../../runtime/sys_streams.ts';
import { shell } from '../shell.ts';

export function print(text: string): void {
  writeSys('stdout', text);
}

export function printError(text: string): void {
  writeSys('stderr', text);
}

/** Text for the pager of the frontend. */
export function page(text: string): void {
  shell.payload.push({ source: 'page', data: { 'text/plain': text }, start: 0 });
}

/** Puts text into the next cell, or in place of the running one. */
export function setNextInput(text: string, replace: boolean): void {
  shell.payload.push({ source: 'set_next_input', text, replace });
}
