"""What corrects the names that the recogniser found, a module for each kind of mistake; ``find.py`` has the order."""
