"""Names of organizations are found by an index with their acronyms and other names; titles of agreements and quotes by their words."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models
from django.db.models import F

import archive.models.functions

# array_to_string is only "stable" for arrays of any type; of texts it always gives the same.
FOLD_ALL = """
    CREATE FUNCTION parley_fold_all(text, varchar[], varchar[]) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
        AS $$ SELECT public.parley_fold($1 || ' | ' || array_to_string($2, ' | ') || ' | ' || array_to_string($3, ' | ')) $$;
"""
SIGNATURE = "parley_fold_all(text, varchar[], varchar[])"


class Migration(migrations.Migration):
    dependencies = [("archive", "0010_saved_searches")]
    operations = [
        migrations.RunSQL(FOLD_ALL, f"DROP FUNCTION {SIGNATURE}"),
        migrations.AddField(
            model_name="organization",
            name="spellings",
            field=models.GeneratedField(
                db_persist=True,
                expression=archive.models.functions.FoldAll("name", "acronyms", "other_names"),
                output_field=models.TextField(),
            ),
        ),
        migrations.AddIndex(
            model_name="organization",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(F("spellings"), name="gin_trgm_ops"), name="organization_spellings"
            ),
        ),
        migrations.AddIndex(
            model_name="agreement",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("title", config="parley"), name="agreement_words"
            ),
        ),
        migrations.AddIndex(
            model_name="quote",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("text", config="parley"), name="quote_words"
            ),
        ),
    ]
