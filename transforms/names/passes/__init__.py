"""What puts right what the recogniser found, a module for each kind of mistake; ``find.py`` has their order."""
