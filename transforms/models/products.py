"""How networks multiply matrices: by the library that numpy comes with, which knows the processor it runs on.

thinc's own is built for any processor and takes three times as long. The price: the last bits of a row depend on the
rows that are multiplied with it. So whatever is multiplied at once must be of one article, for what is found in it not
to depend on which others are read beside it.
"""

from functools import cache

from thinc.api import NumpyOps
from threadpoolctl import threadpool_limits


@cache
def quick_products() -> NumpyOps:
    """The operations that networks of this process are to be made with.

    On one thread: workers are processes, and how a product is shared out among threads would change its last bits, too.
    """
    threadpool_limits(limits=1, user_api="blas")
    return NumpyOps(use_blis=False)
