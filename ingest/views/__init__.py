"""Pages for editors. Each asks for the right to upload first; whoever is not signed in is led to sign in."""
