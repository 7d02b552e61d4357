/** The io module: files and streams in memory. */
import { incref } from '../../heap/refcount.ts';
import { builtinNamed } from '../../objects/builtin_named.ts';
import { newInt } from '../../objects/int.ts';
import { defineModule, type PyModule } from '../../objects/module.ts';
import { initBinary, T_BUFFERED_RANDOM, T_BUFFERED_READER, T_BUFFERED_WRITER, T_BYTESIO, T_FILEIO } from './binary.ts';
import { unsupportedOperation } from './common.ts';
import { initText, T_STRINGIO, T_TEXTFILE } from './text.ts';

/** Defines the types, which the builtin `open` needs. */
export function initIO(): void {
  initBinary();
  initText();
}

/** Makes the module; new reference. */
export function makeIO(): PyModule {
  return defineModule({
    name: 'io',
    doc: 'Files, and streams over bytes and text in memory.',
    attrs: () => ({
      open: builtinNamed('open'),
      FileIO: incref(T_FILEIO.obj),
      BufferedReader: incref(T_BUFFERED_READER.obj),
      BufferedWriter: incref(T_BUFFERED_WRITER.obj),
      BufferedRandom: incref(T_BUFFERED_RANDOM.obj),
      BytesIO: incref(T_BYTESIO.obj),
      StringIO: incref(T_STRINGIO.obj),
      TextIOWrapper: incref(T_TEXTFILE.obj),
      UnsupportedOperation: incref(unsupportedOperation()),
      DEFAULT_BUFFER_SIZE: newInt(8192),
      SEEK_SET: newInt(0),
      SEEK_CUR: newInt(1),
      SEEK_END: newInt(2),
    }),
  });
}
