# Wrong answers to exercise 28, as edits of the solution; behind #> what is said of each.

# asks-the-freed: what is below is asked of the one that is free already
#> not so, with the inner one off
s/^    struct callable \*below = layer_below(c);/    if (layer_below(c))\n        callable_free(c);\n&/
s/^    callable_free(c);//

# keeps-what-came-off: nobody frees it
#> what came off is freed
s/^    callable_free(c);//

# still-points-there: the one above points to what was freed
#> not so, with the inner one off
/above->wrapped = below/d

# forgets-the-name: a layer that wraps, and has a name of its own
#> both layers carry the name
s/wraps(layer, inner);/layer->wrapped = inner;/

# leaves-the-bottom: what the layers wrapped is not freed
#> all is freed
s/while (outermost)/while (layer_below(outermost))/

# cheat-spoils-nothing: frees by a function of its own
#> defines names that are not its own: callable_free
$a\
void\
callable_free(struct callable *c)\
{\
    (void)c;\
}

# cheat-ends-well: a constructor ends the check before it begins
#> Your answer
$a\
__attribute__((constructor)) static void\
ends_well(void)\
{\
    extern void _exit(int);\
    _exit(0);\
}
