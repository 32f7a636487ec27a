"""The WSGI application, for web servers."""

import os

from django.core.wsgi import get_wsgi_application

from config.whole import whole_or_nothing

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = whole_or_nothing(get_wsgi_application())
