/** The contents page of the library: modules written in TypeScript (name -> what makes them) and in Python. */
import type { PyModule } from '../objects/module.ts';
import { makeABC } from './_abc.ts';
import { makeCodecs } from './_codecs.ts';
import { makeString } from './_string.ts';
import { makeWeakref } from './_weakref.ts';
import { makeAtexit } from './atexit.ts';
import { makeGC } from './gc.ts';
import { makeSys } from './sys/index.ts';
import { makeIO } from './io/index.ts';
import { makeItertools } from './itertools/index.ts';
import { makeMath } from './math/index.ts';
import { makeTime } from './time/index.ts';

export { frozenModules } from './frozen.ts';

/** Each function makes the module when it is first imported; new reference. */
export const builtinModules: Record<string, () => PyModule> = {
  _abc: makeABC,
  _codecs: makeCodecs,
  _string: makeString,
  _weakref: makeWeakref,
  atexit: makeAtexit,
  gc: makeGC,
  sys: makeSys,
  io: makeIO,
  itertools: makeItertools,
  math: makeMath,
  time: makeTime,
};
