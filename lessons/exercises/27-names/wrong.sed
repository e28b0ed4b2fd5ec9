# Wrong answers to exercise 27, as edits of the solution; behind #> what is said of each.

# compares-addresses: where the names lie, and not what they are
#> not so: a second "wrapper" is refused
/^names_find/,/^}/s/!strcmp(t->functions\[i\]->name, name)/t->functions[i]->name == name/

# same-callable: looks whether the same one is there, and not the same name
#> not so: a second "wrapper" is refused
s/^    if (other) {/    if (0) {/

# room-first: a full table has no room, whatever the name
#> not so: in a full table a name that is taken is taken
/^    if (t->n_functions == NAMES_MAX)/,+1d
s/^    const struct callable \*other = .*/    if (t->n_functions == NAMES_MAX)\n        return ENOSPC;\n&/

# looks-at-the-last: only at the one that was added last
#> not so: a second "wrapper" is refused, though funcA came between
/^names_find/,/^}/s/size_t i = 0;/size_t i = t->n_functions ? t->n_functions - 1 : 0;/

# does-not-say-who: refuses, and leaves taken_by as it was
#> not so: and it is said who has the name
/\*taken_by = other;/d

# one-too-many: writes behind the table's end
#> not so: for funcD there is none
s/== NAMES_MAX/> NAMES_MAX/
