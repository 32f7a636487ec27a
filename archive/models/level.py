"""How high an office is, from 1 (head of state or government) to 6 (working level)."""

from django.db import models


class Level(models.IntegerChoices):
    HEAD = 1, "head of state or government"
    MINISTER = 2, "minister"
    DEPUTY = 3, "deputy minister, state secretary, chief of defence"
    SERVICE_CHIEF = 4, "service chief, theatre commander"
    FLAG = 5, "other general or flag officer, director"
    WORKING = 6, "working level"
