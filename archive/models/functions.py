"""Database functions that the first migration makes."""

from django.db.models import FloatField, Func, TextField


class Fold(Func):
    """Text in small letters without accents: "Dîncu" and "DINCU" are the same."""

    function = "parley_fold"
    output_field = TextField()


class FoldAll(Func):
    """As `Fold`, of a name, its acronyms and its other names one after the other."""

    function = "parley_fold_all"
    output_field = TextField()


class Likeness(Func):
    """How like the first text is to the words of the second that fit it best, from 0 to 1."""

    function = "word_similarity"
    output_field = FloatField()
