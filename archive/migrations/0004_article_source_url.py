from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0003_reference'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['source_url'], name='article_source_url'),
        ),
    ]
