/** What the kernel says about itself and its language. */

import packageJson from '../package.json' with { type: 'json' };

export const IMPLEMENTATION = 'vivarium';
export const IMPLEMENTATION_VERSION: string = packageJson.version;

export const LANGUAGE_VERSION = '3.12.1';

/** `kernel_info_reply.language_info`; frontends save it in the notebook's metadata. */
export const LANGUAGE_INFO = {
  name: 'python',
  version: LANGUAGE_VERSION,
  mimetype: 'text/x-python',
  file_extension: '.py',
  pygments_lexer: 'ipython3',
  codemirror_mode: { name: 'ipython', version: 3 },
  nbconvert_exporter: 'python',
};

export const BANNER = `Python ${LANGUAGE_VERSION} (Vivarium ${IMPLEMENTATION_VERSION}), on an exactly simulated heap`;

export const HELP_LINKS = [
  { text: 'Python Reference', url: 'https://docs.python.org/3.12' },
  { text: 'Python: gc', url: 'https://docs.python.org/3.12/library/gc.html' },
  { text: 'Python: Data model', url: 'https://docs.python.org/3.12/reference/datamodel.html' },
];
