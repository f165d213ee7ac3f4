"""What lists and views show: frozen rows, read in a fixed number of queries however many they are."""
