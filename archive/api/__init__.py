"""The archive for programs: `/api/v1/`, read-only, with the same questions as the pages."""
