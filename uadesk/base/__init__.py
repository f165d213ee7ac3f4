"""What every layer stands on: folders, settings, logs, the clock, languages, jobs and the child process."""
