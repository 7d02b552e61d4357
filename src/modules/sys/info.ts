/** The tables of sys that say what the interpreter is: version_info, flags, float_info, int_info, hash_info, thread_info. */
import { TypeBody, type PyObject } from '../../heap/object.ts';
import { intLimits, DEFAULT_MAX_STR_DIGITS, STR_DIGITS_CHECK_THRESHOLD } from '../../text/int_text.ts';
import { newFloat } from '../../objects/float.ts';
import { newInt } from '../../objects/int.ts';
import { newNamespace } from '../../objects/simplenamespace.ts';
import { bool } from '../../objects/singletons.ts';
import { newStr } from '../../objects/str.ts';
import { defineStructSeq, newStructSeq } from '../../objects/structseq.ts';
import { HEXVERSION, sysConfig } from './config.ts';

type Value = number | bigint | string | boolean | PyObject;

/** name -> [value, docstring] in field order. */
type Fields = [string, Value, string][];

function toObject(value: Value): PyObject {
  if (typeof value === 'number' || typeof value === 'bigint') return newInt(value);
  if (typeof value === 'string') return newStr(value);
  if (typeof value === 'boolean') return bool(value);
  return value;
}

function make(type: TypeBody, doc: string, fields: Fields): PyObject {
  if (type.mro.length === 0)
    defineStructSeq(type, {
      name: type.name,
      doc,
      fields: fields.map(([name, , text]) => [name, text]),
      visible: fields.length,
      callable: false,
    });
  return newStructSeq(
    type,
    fields.map(([, value]) => toObject(value)),
  );
}

const T_VERSION_INFO = new TypeBody('sys.version_info');
const T_FLAGS = new TypeBody('sys.flags');
const T_FLOAT_INFO = new TypeBody('sys.float_info');
const T_INT_INFO = new TypeBody('sys.int_info');
const T_HASH_INFO = new TypeBody('sys.hash_info');
const T_THREAD_INFO = new TypeBody('sys.thread_info');

export function versionInfo(): PyObject {
  return make(T_VERSION_INFO, 'The version of Python, part by part.', [
    ['major', 3, 'Major release number'],
    ['minor', 12, 'Minor release number'],
    ['micro', 1, 'Patch release number'],
    ['releaselevel', 'final', "'alpha', 'beta', 'candidate', or 'final'"],
    ['serial', 0, 'Serial release number'],
  ]);
}

export function flags(): PyObject {
  return make(T_FLAGS, 'The settings of the command line.', [
    ['debug', 0, '-d'],
    ['inspect', 0, '-i'],
    ['interactive', 0, '-i'],
    ['optimize', 0, '-O or -OO'],
    ['dont_write_bytecode', 1, '-B'],
    ['no_user_site', 0, '-s'],
    ['no_site', 0, '-S'],
    ['ignore_environment', 0, '-E'],
    ['verbose', 0, '-v'],
    ['bytes_warning', 0, '-b'],
    ['quiet', 0, '-q'],
    ['hash_randomization', sysConfig.hashSeed === 0 ? 0 : 1, '-R'],
    ['isolated', 0, '-I'],
    ['dev_mode', false, '-X dev'],
    ['utf8_mode', 0, '-X utf8'],
    ['warn_default_encoding', 0, '-X warn_default_encoding'],
    ['safe_path', false, '-P'],
    ['int_max_str_digits', intLimits.maxStrDigits, '-X int_max_str_digits'],
  ]);
}

export function floatInfo(): PyObject {
  return make(T_FLOAT_INFO, 'The range and precision of float.', [
    ['max', newFloat(Number.MAX_VALUE), 'largest finite float'],
    ['max_exp', 1024, 'least e for which 2**e is too large'],
    ['max_10_exp', 308, 'largest e for which 10**e is finite'],
    ['min', newFloat(2.2250738585072014e-308), 'smallest positive normal float'],
    ['min_exp', -1021, 'least e for which 2**(e-1) is normal'],
    ['min_10_exp', -307, 'least e for which 10**e is normal'],
    ['dig', 15, 'decimal digits that always survive'],
    ['mant_dig', 53, 'bits of the mantissa'],
    ['epsilon', newFloat(Number.EPSILON), 'from 1.0 to the next larger float'],
    ['radix', 2, 'base of the exponent'],
    ['rounds', 1, 'rounding mode: to nearest'],
  ]);
}

export function intInfo(): PyObject {
  return make(T_INT_INFO, 'How ints are held.', [
    ['bits_per_digit', 30, 'bits in a digit'],
    ['sizeof_digit', 4, 'bytes of a digit'],
    ['default_max_str_digits', DEFAULT_MAX_STR_DIGITS, 'default limit of decimal digits in conversions'],
    ['str_digits_check_threshold', STR_DIGITS_CHECK_THRESHOLD, 'smallest limit that can be set'],
  ]);
}

export function hashInfo(): PyObject {
  return make(T_HASH_INFO, 'How hashes are computed.', [
    ['width', 64, 'bits of a hash'],
    ['modulus', (1n << 61n) - 1n, 'prime for the hashes of numbers'],
    ['inf', 314159, 'hash of infinity'],
    ['nan', 0, 'no longer used'],
    ['imag', 1000003, 'factor of the imaginary part'],
    ['algorithm', 'siphash13', 'algorithm for str and bytes'],
    ['hash_bits', 64, "bits of the algorithm's result"],
    ['seed_bits', 128, "bits of the algorithm's key"],
    ['cutoff', 0, 'length below which another algorithm is used'],
  ]);
}

export function threadInfo(): PyObject {
  return make(T_THREAD_INFO, 'The implementation of threads.', [
    ['name', 'pthread', 'name of the implementation'],
    ['lock', 'semaphore', 'implementation of locks'],
    ['version', 'NPTL 2.36', 'name and version of the library'],
  ]);
}

/** `sys.implementation`: CPython's, since its behaviour and sizes are what is simulated. */
export function implementation(version: PyObject): PyObject {
  return newNamespace({
    name: newStr('cpython'),
    cache_tag: newStr('cpython-312'),
    version,
    hexversion: newInt(HEXVERSION),
    _multiarch: newStr('x86_64-linux-gnu'),
  });
}
