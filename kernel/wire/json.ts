/** JSON as it goes over the wire. */

/**
 * JSON text of `value` with every lone surrogate replaced by U+FFFD, since such text has no UTF-8 form and
 * notebooks holding it cannot be saved. NaN and the infinities become null.
 */
export function toWireJson(value: unknown): string {
  const json = JSON.stringify(value);
  // JSON.stringify escapes a surrogate only when it is lone; `\\` pairs are skipped so that `\\ud800` stays text.
  if (!json.includes('\\ud')) return json;
  return json.replace(/\\(?:\\|ud[89a-f][0-9a-f]{2})/g, escape => (escape === '\\\\' ? escape : '\ufffd'));
}
