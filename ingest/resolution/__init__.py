"""Who is who across articles.

`names` tells how two written names relate, `offices` how two offices do, `compare` joins both into a verdict with its reasons.
`linking` (who is joined with whom in the archive) stands on those.
"""
