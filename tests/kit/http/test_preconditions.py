"""Whoever sends back the tag that they were given is understood, whatever lies between them and the service."""

import pytest

from newsforge.kit.http.preconditions import PreconditionFailed, check_match, etag_of, names


@pytest.mark.parametrize("header", ['"7"', 'W/"7"', '"1", "7"', '"1",W/"7"', "*", ' "7" '])
def test_a_tag_is_named(header):
    assert names(header, etag_of(7))
    check_match(header, 7)


@pytest.mark.parametrize("header", ['"6"', 'W/"6"', '"77"', "7", '""', "", "W/7", '"7', "w/", ",,", "\xff"])
def test_anything_else_names_another_version(header):
    assert not names(header, etag_of(7))
    with pytest.raises(PreconditionFailed) as refused:
        check_match(header, 7)
    assert refused.value.headers == {"ETag": '"7"'}


def test_no_header_names_nothing():
    assert not names(None, etag_of(7))
