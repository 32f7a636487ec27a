#!/usr/bin/env python
"""Parley's command line: `python manage.py help` lists the commands."""

import os
import sys

from config.refusal import told_plainly


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line

    with told_plainly(insides="--traceback" in sys.argv):
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
