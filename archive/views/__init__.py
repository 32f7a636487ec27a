"""Pages. A view parses the address, makes one call and renders."""
