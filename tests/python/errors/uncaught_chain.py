class AppError(Exception):
    pass


def read(name):
    try:
        return {'a': 1}[name]
    except KeyError as e:
        raise AppError(f'no setting {name!r}') from e


def start():
    try:
        read('b')
    except AppError:
        cleanup()
        raise


def cleanup():
    print('cleaning up')


def main():
    try:
        start()
    finally:
        print('leaving')


main()
