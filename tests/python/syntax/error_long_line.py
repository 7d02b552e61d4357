result = some_function_with_a_long_name(first_argument, second_argument, third_argument another_argument, fifth_argument)
