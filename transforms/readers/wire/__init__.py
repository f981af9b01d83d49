"""The formats of news agencies and feeds, each with its items as :class:`transforms.readers.item.WireItem`.

``xml`` tells by the root element: ``newsml_g2``, ``newsml1``, ``nitf``, ``rcv1``, ``feeds``. ``ninjs`` is JSON, and is
asked by the reader of that.
"""
