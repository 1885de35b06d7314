"""Words on which it is tried whether every parameter of a rule and every row of a registry counts.

The tests hold that they do; ``tests.support.mutation_report`` runs the same words on changed rules and registries.
"""
