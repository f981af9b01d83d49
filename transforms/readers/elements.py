"""Elements of XML and HTML by their local names, whatever their namespace, and their text."""

from lxml import etree


def local_name(element: etree._Element) -> str:
    """Tag without namespace; empty for comments and entities."""
    # Not by QName: the lenient HTML parser lets tags through that it refuses, such as "a.<p".
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def element_text(element: etree._Element | None) -> str:
    """All text below an element, as one line."""
    return " ".join("".join(str(part) for part in element.itertext()).split()) if element is not None else ""


def every(root: etree._Element | None, name: str) -> list[etree._Element]:
    """Elements of a local name below ``root``, in any namespace."""
    return [element for element in root.iter() if local_name(element) == name] if root is not None else []


def first(root: etree._Element | None, name: str) -> etree._Element | None:
    """The first element of a local name below ``root``."""
    return next(iter(every(root, name)), None)


def attribute(root: etree._Element | None, name: str, key: str) -> str | None:
    """An attribute of the first element of a local name."""
    element = first(root, name)
    return element.get(key) if element is not None else None
