"""jupyter_kernel_test's suites, told what to run on this kernel."""

import unittest

import jupyter_kernel_test


class VivariumTests(jupyter_kernel_test.KernelTests):
    kernel_name = "vivarium"
    language_name = "python"
    file_extension = ".py"

    code_hello_world = "print('hello, world')"
    code_stderr = "import sys; print('oops', file=sys.stderr)"

    completion_samples = [
        {"text": "zi", "matches": {"zip"}},
        {"text": "isinst", "matches": {"isinstance"}},
    ]

    complete_code_samples = [
        "1",
        "print('hello, world')",
        "def f(x):\n  return x*2\n\n\n",
        "x = [1,\n     2]",
    ]
    incomplete_code_samples = [
        "print('''hello",
        "def f(x):\n  x*2",
        "for i in range(3):",
        "x = [1,",
    ]
    invalid_code_samples = ["import = 7q", "1 +* 2"]

    code_page_something = "zip?"
    code_generate_error = "raise ValueError('as asked')"

    code_execute_result = [
        {"code": "1+2+3", "result": "6"},
        {"code": "1+2+3-6", "result": "0"},
        {"code": "[n*n for n in range(1, 4)]", "result": "[1, 4, 9]"},
        {"code": "1+2+4", "result": "7"},
        {"code": "1+2+5", "result": "8"},
    ]
    code_display_data = [
        {"code": "from IPython.display import HTML, display; display(HTML('<b>test</b>'))", "mime": "text/html"},
        {"code": "from IPython.display import Math, display; display(Math('\\\\frac{1}{2}'))", "mime": "text/latex"},
    ]

    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "1?2+3"

    code_inspect_sample = "zip"
    code_clear_output = "from IPython.display import clear_output; clear_output()"


class VivariumWelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "vivarium"
    support_iopub_welcome = True


if __name__ == "__main__":
    unittest.main(verbosity=2)
