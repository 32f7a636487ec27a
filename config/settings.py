"""Settings, from the environment.

| variable                 | meaning                                                             | without it                   |
| ------------------------ | ------------------------------------------------------------------- | ---------------------------- |
| DATABASE_URL             | PostgreSQL server to use: postgresql://USER:PASSWORD@HOST:PORT/NAME | the embedded server          |
| PARLEY_DATA              | folder of the embedded server and the development key               | ./data                       |
| SECRET_KEY               | signs sessions; the same on all machines that serve one archive     | kept in PARLEY_DATA          |
| ALLOWED_HOSTS            | host names the site answers to, with commas between them            | this machine only            |
| PARLEY_PRODUCTION        | 1: refuse to start with what is unsafe on a public site             | 1 if ALLOWED_HOSTS is public |
| PARLEY_CLOSED            | 1: reading needs sign-in                                            | reading is public            |
| PARLEY_HTTPS             | 1: the site is behind TLS: secure cookies, redirect, HSTS           | plain HTTP                   |
| PARLEY_PROXIES           | proxies of yours before the site, whose X-Forwarded-For is believed | 1 with PARLEY_HTTPS          |
| PARLEY_URL               | address of the site, for links in mails                             | http://127.0.0.1:8000        |
| EMAIL_HOST               | mail server; with EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD  | mails are printed            |
| PARLEY_MAIL_FROM         | sender of mails                                                     | parley@localhost             |
| PARLEY_METRICS_TOKEN     | what monitoring sends to read /metrics                              | this machine reads them      |
| PARLEY_LOG               | json or text: form of the log on standard error                     | json on a public site        |
| PARLEY_LOG_LEVEL         | DEBUG, INFO, WARNING or ERROR                                       | INFO if public, or WARNING   |
| PARLEY_SLOW_QUERY        | milliseconds above which a query is logged                          | 500                          |
| PARLEY_QUERY_SECONDS     | seconds after which a reader's query is broken off; 0: never        | 15                           |
| PARLEY_PUBLISH           | 1: uploads are published at once where nothing in them is doubtful  | editors publish              |
| PARLEY_MAIL_UPLOADS      | 1: an editor is mailed when an upload is done                       | no mail                      |
| PARLEY_RESERVE           | megabytes of the embedded server's disk that no upload takes; 0: no | 500                          |
| PARLEY_NICE              | how far reading releases stands back behind pages: 0 (not) to 19    | 10                           |
| CSRF_TRUSTED_ORIGINS     | other origins whose forms are heard, as https://forms.example.org   | only the site's own          |
| PARLEY_BIND              | where gunicorn listens: ADDRESS:PORT or unix:/PATH                  | 127.0.0.1:8000               |
| PARLEY_WEB_WORKERS       | processes of the web server, four threads each                      | 2                            |
| PROMETHEUS_MULTIPROC_DIR | folder in which the processes of one web server add up their counts | a new one in /tmp            |
| DEBUG                    | 1: error pages with tracebacks; never on a public machine           | off                          |

Nothing is started and no connection is opened when this module is imported.
"""

from __future__ import annotations

import os
import warnings
from datetime import timedelta
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from config import environment, logs, production

BASE_DIR = Path(__file__).resolve().parent.parent
PARLEY_DATA = Path(os.environ.get("PARLEY_DATA") or BASE_DIR / "data").expanduser().absolute()
PARLEY_CLOSED = environment.flag("PARLEY_CLOSED")

DEBUG = environment.flag("DEBUG")
SECRET_KEY = environment.secret_key(PARLEY_DATA)
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", default=("localhost", "127.0.0.1", "[::1]"))
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS")
DATABASE_URL = os.environ.get("DATABASE_URL")

PARLEY_PRODUCTION = environment.flag("PARLEY_PRODUCTION", default=bool(production.public_hosts(ALLOWED_HOSTS)))
if PARLEY_PRODUCTION and (
    _faults := production.faults(debug=DEBUG, secret_key=os.environ.get("SECRET_KEY"), database_url=DATABASE_URL, hosts=ALLOWED_HOSTS)
):
    raise ImproperlyConfigured(
        "\n  ".join(["Parley does not start as a public site like this:", *_faults])
        + "\n(To try it in a network that you trust all the same, set PARLEY_PRODUCTION=0.)"
    )

INSTALLED_APPS = [
    "config.apps.ConfigConfig",
    "archive",
    "ingest",
    "procrastinate.contrib.django",
    "config.apps.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django_filters",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "csp",
    "axes",
    "rest_framework",
    "drf_spectacular",
]

MIDDLEWARE = [
    "config.observed.ObservedMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # behind WhiteNoise, whose files are compressed already
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "config.closed.ClosedArchiveMiddleware",
    "config.first_password.FirstPasswordMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "config.time_limit.TimeLimitMiddleware",
    "archive.standing.OneStateMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
ASGI_APPLICATION = "config.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# ---- database ----

if DATABASE_URL:
    DATABASES = {"default": environment.database(DATABASE_URL)}
else:
    DATABASES = {"default": {"ENGINE": "config.embedded_postgres", "NAME": "parley", "FOLDER": PARLEY_DATA / "postgres"}}
# Files that migrations read: when one changes, the template of test databases is made anew.
TEST_DATABASE_DEPENDS_ON = ["config/settings.py", "*/migrations/*.py", "archive/reference.py", "archive/data/*.tsv"]
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

PARLEY_QUERY_SECONDS = environment.number("PARLEY_QUERY_SECONDS", default=15)
PARLEY_SLOW_QUERY = environment.number("PARLEY_SLOW_QUERY", default=500)

# ---- what is told to those who run it ----

PARLEY_METRICS_TOKEN = os.environ.get("PARLEY_METRICS_TOKEN", "")
LOGGING = logs.configuration(
    form=environment.one_of("PARLEY_LOG", "text", "json", default="json" if PARLEY_PRODUCTION else "text"),
    level=environment.one_of("PARLEY_LOG_LEVEL", "DEBUG", "INFO", "WARNING", "ERROR", default="INFO" if PARLEY_PRODUCTION else "WARNING"),
)

# ---- people who sign in ----

LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
# Ten wrong passwords for one account from one address rest both for a quarter of an hour; the account stays open to its owner elsewhere.
# Attempts are counted in the database, so that all web servers count together.
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "config.clients.address"
AXES_LOCKOUT_TEMPLATE = "locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ACCESS_FAILURE_LOG = False  # the tables of attempts say enough
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# ---- language and time ----

LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = False

# ---- static files ----

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Collected files are served hashed and compressed; without a collection (development, tests) they are served from where they lie.
STATIC_IS_COLLECTED = (STATIC_ROOT / "staticfiles.json").exists() and not DEBUG
if not STATIC_IS_COLLECTED:
    warnings.filterwarnings("ignore", message="No directory at", category=UserWarning)
WHITENOISE_USE_FINDERS = not STATIC_IS_COLLECTED
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_IS_COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# ---- what browsers may do ----

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"

PARLEY_HTTPS = environment.flag("PARLEY_HTTPS")
PARLEY_PROXIES = environment.number("PARLEY_PROXIES", default=1 if PARLEY_HTTPS else 0)
SECURE_SSL_REDIRECT = PARLEY_HTTPS
SESSION_COOKIE_SECURE = PARLEY_HTTPS
CSRF_COOKIE_SECURE = PARLEY_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if PARLEY_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PARLEY_HTTPS
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # whether browsers are shipped with the name is for whoever owns the domain to say
if PARLEY_HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# ---- mail ----

PARLEY_URL = (os.environ.get("PARLEY_URL") or "http://127.0.0.1:8000").rstrip("/")
EMAIL_HOST = os.environ.get("EMAIL_HOST") or "localhost"
EMAIL_PORT = int(os.environ.get("EMAIL_PORT") or 25)
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = bool(EMAIL_HOST_USER)  # a password is never sent in the clear
EMAIL_TIMEOUT = 30
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if os.environ.get('EMAIL_HOST') else 'console'}.EmailBackend"
DEFAULT_FROM_EMAIL = os.environ.get("PARLEY_MAIL_FROM") or "Parley <parley@localhost>"

# ---- API ----

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["archive.api.access.ReadersOnly"],
    "DEFAULT_PAGINATION_CLASS": "archive.api.paging.ByKey",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "archive.api.problems.answered",
    # Counted by each process of the web server for itself, so that several of them let through as many times more.
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle", "rest_framework.throttling.UserRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"anon": "120/min", "user": "600/min"},
    "NUM_PROXIES": PARLEY_PROXIES,
    "URL_FORMAT_OVERRIDE": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Parley",
    "DESCRIPTION": "Meetings of defense officials, read from news releases, with the words that each fact was read from. Read-only.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["archive.api.access.ReadersOnly"],
    "COMPONENT_SPLIT_REQUEST": False,
}

# ---- uploads ----

DATA_UPLOAD_MAX_NUMBER_FILES = 20_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 25_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 25_000_000  # what is no file: a pasted page
FILE_UPLOAD_HANDLERS = ["ingest.spool.OneFileUploadHandler"]

UPLOAD_SIZE = 500_000_000  # bytes of one file or archive that is sent
UPLOAD_FILE_SIZE = 20_000_000  # bytes of one release
UPLOAD_ARCHIVE_FILES = 20_000  # files in one archive
UPLOAD_ARCHIVE_SIZE = 2_000_000_000  # bytes of all files of an archive together
UPLOAD_ARCHIVE_RATIO = 200  # how many times larger a file of an archive may be than it is packed
PUBLISH_AT_ONCE = environment.flag("PARLEY_PUBLISH")
PUBLISH_CONFIDENCE = 0.8  # measured precision that each rule behind a fact needs for that
MAIL_UPLOADS = environment.flag("PARLEY_MAIL_UPLOADS")
UPLOAD_RESERVE = 1_000_000 * environment.number("PARLEY_RESERVE", default=500)  # bytes: see `ingest.room`
READING_SECONDS = 60  # for one file
READING_MEMORY = 1_500_000_000  # bytes of address space for the process that reads files
READING_NICE = min(environment.number("PARLEY_NICE", default=10), 19)
READING_TRIES = 3  # after so many a file that ends the process which reads it is set aside

# Who keeps the tables that readers see in step with which releases are published: the archive itself never imports `ingest`.
PROJECTION = "ingest.projection"
# What tells how often each rule is right, as measured: a mapping from rule to precision.
MEASURED = "ingest.engine.record.measured_confidence"

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "tasks"
