"""The first level: bounded by bytes, the least recently used given up first."""

from hypothesis import given
from hypothesis import strategies as st

from newsforge.kit.cache.memory import Memory


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_entry_ends_with_its_time():
    clock = Clock()
    memory = Memory(10_000, clock=clock)
    memory.put("a", b"1", ttl_s=5)
    clock.now = 4.9
    assert memory.peek("a") == b"1"
    clock.now = 5.0
    assert memory.peek("a") is None
    assert (len(memory), memory.bytes) == (0, 0)


def test_the_least_recently_used_goes_first():
    memory = Memory(5 * 300)
    for key in "abcde":
        memory.put(key, b"x" * 20, ttl_s=60)
    memory.peek("a")
    memory.put("f", b"x" * 20, ttl_s=60)
    assert memory.peek("a") is not None
    assert memory.peek("b") is None


def test_one_giant_does_not_turn_out_the_rest():
    memory = Memory(10_000)
    memory.put("a", b"1", ttl_s=60)
    memory.put("giant", b"x" * 5_000, ttl_s=60)
    assert memory.peek("a") == b"1"
    assert memory.peek("giant") is None


def test_what_is_mutable_can_be_forgotten_at_once():
    memory = Memory(10_000)
    memory.put("mutable", b"1", ttl_s=60)
    memory.put("immutable", b"2", ttl_s=60, immutable=True)
    memory.forget_mutable()
    assert memory.peek("mutable") is None
    assert memory.peek("immutable") == b"2"


STEPS = st.lists(
    st.tuples(
        st.sampled_from("abcdefgh"), st.sampled_from(["put", "drop", "peek", "age", "forget"]), st.integers(0, 900)
    ),
    max_size=60,
)


@given(STEPS)
def test_it_never_holds_more_than_it_may_nor_gives_another_value(steps):
    clock = Clock()
    memory = Memory(2_000, clock=clock)
    model: dict[str, tuple[bytes, float]] = {}
    for key, step, size in steps:
        match step:
            case "put":
                value = key.encode() * size
                memory.put(key, value, ttl_s=size / 100, tags=("t", key))
                model[key] = (value, clock.now + size / 100)
            case "drop":
                memory.drop(key)
                model.pop(key, None)
            case "age":
                clock.now += size / 300
            case "forget":
                memory.forget_mutable()
                model.clear()
        found = memory.peek(key)
        if found is not None:
            value, expires_at_s = model[key]
            assert found == value
            assert clock.now < expires_at_s
        assert memory.bytes <= 2_000
        assert set(memory.tagged("t")) == set(memory._entries)
    for key in "abcdefgh":
        memory.drop(key)
    assert (memory.bytes, dict(memory._tagged)) == (0, {})
