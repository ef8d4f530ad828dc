"""The custom actions: one a file, named like it. They know no language, only values and names."""
