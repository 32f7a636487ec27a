"""Everything that changes the archive on somebody's word: verbs in noun modules, keyword-only, whole or not at all, in a name (`by=`).

    from archive.actions import corrections, people
    corrections.set_field(kind="person", key=person.key, field="country", old="PT", new="BR", by=user, reason="…")
    people.merge(source=one, into=other, by=user)

Machine facts change by `ingest` alone.
"""
