/** The Python modules of the interactive layer: name -> source. A package's name is that of its `__init__.py`. */
import comm from './py/comm/__init__.py';
import comm_base_comm from './py/comm/base_comm.py';
import ipykernel from './py/ipykernel/__init__.py';
import ipykernel_comm from './py/ipykernel/comm.py';
import IPython from './py/IPython/__init__.py';
import core from './py/IPython/core/__init__.py';
import core_display from './py/IPython/core/display.py';
import core_display_functions from './py/IPython/core/display_functions.py';
import core_error from './py/IPython/core/error.py';
import core_getipython from './py/IPython/core/getipython.py';
import core_interactiveshell from './py/IPython/core/interactiveshell.py';
import core_magic from './py/IPython/core/magic.py';
import display from './py/IPython/display.py';
import lib from './py/IPython/lib/__init__.py';
import lib_display from './py/IPython/lib/display.py';
import lib_pretty from './py/IPython/lib/pretty.py';
import utils from './py/IPython/utils/__init__.py';
import utils_capture from './py/IPython/utils/capture.py';
import utils_io from './py/IPython/utils/io.py';

export const frozenIPythonModules: Record<string, string> = {
  IPython,
  'IPython.core': core,
  'IPython.core.display': core_display,
  'IPython.core.display_functions': core_display_functions,
  'IPython.core.error': core_error,
  'IPython.core.getipython': core_getipython,
  'IPython.core.interactiveshell': core_interactiveshell,
  'IPython.core.magic': core_magic,
  'IPython.display': display,
  'IPython.lib': lib,
  'IPython.lib.display': lib_display,
  'IPython.lib.pretty': lib_pretty,
  'IPython.utils': utils,
  'IPython.utils.capture': utils_capture,
  'IPython.utils.io': utils_io,
  comm,
  'comm.base_comm': comm_base_comm,
  ipykernel,
  'ipykernel.comm': ipykernel_comm,
};
