"""What the tables need from PostgreSQL: accents folded, in full text search and in names; likeness of names by trigrams."""

from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations

# English stems, and accents make no difference: "Dincu" finds Dîncu, "talks" finds talk.
CONFIGURATION = """
    CREATE TEXT SEARCH CONFIGURATION parley (COPY = pg_catalog.english);
    ALTER TEXT SEARCH CONFIGURATION parley ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
"""

# unaccent() itself is not immutable, since its dictionary can be looked up by another path; named in full it is.
FOLD = """
    CREATE FUNCTION parley_fold(text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
        AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        migrations.RunSQL(CONFIGURATION, "DROP TEXT SEARCH CONFIGURATION parley"),
        migrations.RunSQL(FOLD, "DROP FUNCTION parley_fold(text)"),
    ]
