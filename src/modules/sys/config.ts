/** What the host tells the sys module before it is made: arguments, paths, the hash seed. */

export const sysConfig = {
  argv: [''],
  origArgv: ['python3'],
  /** Entries of `sys.path`. */
  path: [] as string[],
  executable: '',
  prefix: '/usr',
  hashSeed: 0,
  /** A cell's or prompt's interpreter (`sys.ps1` exists, `sys.flags.interactive`). */
  interactive: false,
};

export const VERSION = '3.12.1 (main, Dec  8 2023, 00:00:00) [Vivarium on V8]';
export const HEXVERSION = 0x030c01f0;
