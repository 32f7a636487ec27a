"""What a line of a page is, and what its head says about the release: the parts from which `clean` is made."""
