"""What is printed beside the name of a person: titles and roles, and what they tell."""
