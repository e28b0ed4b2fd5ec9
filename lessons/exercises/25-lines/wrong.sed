# Wrong answers to exercise 25, as edits of the solution; behind #> what is said of each.

# doubled: twice as many calls as before
#> rebound = 10: the program prints another number of lines
s/= 9/= 10/

# one-more: the calls of fib(3) and one more
#> instrument = 6: the program prints another number of lines
s/= 9/= 6/

# macro-works-backwards: a macro knows its whole file
#> macro = 9: the program prints another number of lines
s/^macro  .*/macro = 9/

# wrap-sees-the-recursion: the linker wraps every call that it sees
#> wrap = 9: the program prints another number of lines
s/^wrap  .*/wrap = 9/

# one-in-one-file: main at least is wrapped
#> wrap_one_file = 1: the program prints another number of lines
s/^wrap_one_file.*/wrap_one_file = 1/
