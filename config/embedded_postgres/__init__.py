"""A Django database backend that brings its own PostgreSQL server: no set-up, one folder.

The server of the folder (setting FOLDER) is started when the first connection is opened, is shared by every process that uses the
folder, and stops when the last of them is gone. Set DATABASE_URL to use a server of one's own instead.

`base` connects Django, `server` starts and mends, `watcher` stops, `locks` says who uses the folder, `account` in whose name it runs.
"""
