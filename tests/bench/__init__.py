"""The benchmark of the main job: letters and their envelopes, from values to files."""
