"""A named-entity recogniser for news that reads a whole article at once. Model card: docs/ner-model-card.md."""
