"""The formats of news agencies and feeds, each with its items as :class:`transforms.readers.item.WireItem`."""
