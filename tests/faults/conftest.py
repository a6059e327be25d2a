"""Faults that both engines must stand are tried on both."""

from tests.models.conftest import shop, shop_url

__all__ = ["shop", "shop_url"]
