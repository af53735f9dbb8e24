"""Every page in a real browser: narrow, magnified, in the dark, on paper, and by the rules of access."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from ipak_cli.web.app import pages
from makers.browsers import chromium
from makers.offices import all_pages, full_office
from makers.pages import served

LARGEST = 100_000
"""Bytes of a page with all that it loads."""
SCREENS = {
    "telephone": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
    "desk": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "desk in the dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "twice as large": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
}
"""What pages are looked at with; magnified twice, a screen of 1280 is 640 wide."""


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rupa")
    with served(full_office(folder / "unit"), folder / "sementara") as found:
        found.visit()
        yield found


@pytest.fixture(scope="module")
def every_page(client):
    return all_pages(client)


@pytest.fixture(scope="module")
def addresses(client, every_page):
    """A page of each kind: those of its route that answer alike differ in what they are about alone."""
    found = {}
    for address, (status, _, _) in every_page.items():
        path = address.partition("?")[0]
        route = next((each.path for each in pages(client.desk).routes if each.path_regex.match(path)), path)
        found.setdefault((route, status, "?" in address), address)
    assert len(found) > 14
    return list(found.values())


@pytest.fixture(scope="module")
def browser():
    with chromium() as found:
        yield found


@pytest.fixture
def opened(browser, client):
    """Open a page that has the cookie, on a screen."""
    contexts = []

    def page(**screen):
        contexts.append(browser.new_context(**screen))
        contexts[-1].add_cookies([client.jar])
        return contexts[-1].new_page()

    yield page
    for context in contexts:
        context.close()


def test_every_page_of_the_example_is_under_100_kilobytes_with_all_that_it_loads(client, every_page):
    loaded = sum(len(client.get(name).text.encode()) for name in ("/laman.css", "/laman.js"))
    sizes = {address: len(text.encode()) + loaded for address, (_, text, _) in every_page.items()}
    assert len(sizes) > 25
    assert {address: size for address, size in sizes.items() if size >= LARGEST} == {}


@pytest.mark.parametrize("screen", ["telephone", "desk"])
def test_axe_finds_nothing_to_object_to(opened, client, addresses, screen):
    page, found = opened(**SCREENS[screen]), {}
    for address in addresses:
        page.goto(client.origin + address)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        results = Axe().run(page)
        if results.violations_count:
            found[address] = results.generate_report()
    assert found == {}


@pytest.mark.parametrize("screen", SCREENS)
def test_no_page_scrolls_sideways_or_complains_or_asks_another_address(opened, client, addresses, screen):
    page, wide, said, asked = opened(**SCREENS[screen]), {}, [], set()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.add(request.url))
    for address in addresses:
        page.goto(client.origin + address)
        width, room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        if width > room:
            wide[address] = width
    assert wide == {}
    # A page that is refused is told in the console by the browser itself.
    assert [each for each in said if "Failed to load resource" not in each] == []
    assert {each for each in asked if not each.startswith((f"{client.origin}/", "data:"))} == set()


def test_print_is_light_and_has_the_figures_and_none_of_what_is_pressed(opened, client, addresses):
    page = opened(color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    for address in addresses:
        page.goto(client.origin + address)
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.is_visible("h1")
        for pressed in ("nav", "button", "footer", "input:not([type=hidden])"):
            assert page.locator(f"{pressed} >> visible=true").count() == 0, (address, pressed)


def test_the_first_stop_of_the_keyboard_leads_past_the_head_and_each_stop_is_seen(opened, client):
    page = opened()
    page.goto(client.origin)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Langsung ke isi"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi"
    for _ in range(6):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "(() => { const style = getComputedStyle(document.activeElement);"
            " return [style.outlineStyle, parseFloat(style.outlineWidth)]; })()"
        )
        assert seen == ["solid", 3]
