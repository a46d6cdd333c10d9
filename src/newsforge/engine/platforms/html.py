"""HTML forms of a post: a letter that mail programs keep whole, a text to paste into a blog editor, a feed's content.

Every value is escaped; the only addresses written are http ones (``furniture.web_address``). Styles are inline because
mail programs and the editor drop everything else.
"""

from __future__ import annotations

from html import escape

from newsforge.engine.platforms.blocks import BULLET, Block, block_of
from newsforge.engine.platforms.furniture import READ_ARTICLE
from newsforge.engine.platforms.record import Form
from newsforge.engine.post import Content, Post

_FONT = "-apple-system,BlinkMacSystemFont,'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR','Segoe UI',sans-serif"
_INK, _QUIET, _ACCENT, _PAPER = "#1f2328", "#6b7280", "#0b57d0", "#f4f5f7"


def render(post: Post, content: Content, form: Form) -> str | None:
    match form:
        case "letter":
            return letter(post, content)
        case "editor":
            return editor(post, content)
        case "feed":
            return feed(post, content)
        case "plain" | "markdown":
            return None


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _label(post: Post) -> str:
    return READ_ARTICLE.get(post.language.partition("-")[0], READ_ARTICLE["en"])


def _tags(post: Post) -> str:
    return " ".join(f"#{tag}" for tag in post.hashtags)


def letter(post: Post, content: Content) -> str:
    """A whole HTML document: tables for layout, no image, no script, one button; dark text on white, 600 px at most."""
    heading = content.title or post.subject or ""
    if post.subject and heading not in post.subject:
        heading = post.subject  # no receipt speaks of a longer one
    blocks = [_letter_block(block_of(paragraph)) for paragraph in content.paragraphs]
    if heading:
        top = f"margin:0 0 20px;font-family:{_FONT};font-size:24px;line-height:1.35;color:{_INK};word-break:keep-all;"
        blocks.insert(0, f'<h1 style="{top}">{_text(heading)}</h1>')
    if post.link:
        blocks.append(_button(post.link, _label(post)))
    if post.disclosure:
        small = f"margin:24px 0 0;font-family:{_FONT};font-size:13px;line-height:1.5;color:{_QUIET};"
        blocks.append(f'<p style="{small}">{_text(post.disclosure)}</p>')
    body = "\n".join(blocks)
    return f"""<!doctype html>
<html lang="{escape(post.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light">
<title>{escape(post.subject or heading)}</title>
</head>
<body style="margin:0;padding:0;background-color:{_PAPER};">
{_preheader(post)}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="{_PAPER}">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff"
 style="width:100%;max-width:600px;">
<tr><td align="left" style="padding:32px 28px;">
{body}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
"""


def _letter_block(block: Block) -> str:
    style = f"font-family:{_FONT};font-size:16px;line-height:1.7;color:{_INK};word-break:keep-all;"
    if block.items:
        heading = f'<h2 style="margin:0 0 8px;{style}font-weight:bold;">{_text(block.text)}</h2>' if block.text else ""
        items = "".join(f'<li style="margin:0 0 6px;{style}">{_text(item)}</li>' for item in block.items)
        return f'{heading}<ul style="margin:0 0 16px;padding:0 0 0 20px;">{items}</ul>'
    if block.is_heading:
        return f'<h2 style="margin:24px 0 8px;{style}font-weight:bold;">{_text(block.text)}</h2>'
    if block.is_quote:
        return (
            f'<p style="margin:0 0 16px;padding:2px 0 2px 14px;border-left:3px solid {_ACCENT};{style}">'
            f"{_text(block.text)}</p>"
        )
    return f'<p style="margin:0 0 16px;{style}">{_text(block.text)}</p>'


def _preheader(post: Post) -> str:
    """Shown in the inbox's list only; the run of joiners keeps the body's first words out of it."""
    if not post.preheader:
        return ""
    hidden = "display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;color:#ffffff;"
    return f'<div style="{hidden}">{_text(post.preheader)}{"&#8199;&#847; " * 40}</div>\n'


def _button(link: str, label: str) -> str:
    """A coloured cell around a padded link: Outlook draws it too."""
    style = (
        f"display:inline-block;padding:12px 22px;font-family:{_FONT};font-size:15px;color:#fff;text-decoration:none;"
    )
    return (
        '<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0 0;"><tr>'
        f'<td bgcolor="{_ACCENT}" style="border-radius:6px;">'
        f'<a href="{escape(link)}" target="_blank" rel="noopener" style="{style}">{_text(label)}</a></td></tr></table>'
    )


def editor(post: Post, content: Content) -> str:
    """A fragment of ``h3``, ``p``, ``blockquote`` and ``a`` with the few inline styles that Naver's editor keeps."""
    blocks = [_editor_block(block_of(paragraph)) for paragraph in content.paragraphs]
    if post.link:
        anchor = f'<a href="{escape(post.link)}" target="_blank">{_text(_label(post))}</a>'
        blocks.append(f'<p style="font-size:16px;line-height:1.8;">{anchor}</p>')
    if post.hashtags:
        blocks.append(f'<p style="font-size:15px;line-height:1.8;color:{_ACCENT};">{_text(_tags(post))}</p>')
    if post.disclosure:
        blocks.append(f'<p style="font-size:13px;line-height:1.6;color:{_QUIET};">{_text(post.disclosure)}</p>')
    # Its paste filter swallows the margins, so an empty paragraph stands between blocks.
    return "\n<p>&nbsp;</p>\n".join(blocks)


def _editor_block(block: Block) -> str:
    style = "font-size:16px;line-height:1.8;"
    if block.items:
        heading = f'<h3 style="font-size:19px;line-height:1.6;">{_text(block.text)}</h3>\n' if block.text else ""
        return f'{heading}<p style="{style}">{"<br>".join(_text(BULLET + item) for item in block.items)}</p>'
    if block.is_heading:
        return f'<h3 style="font-size:19px;line-height:1.6;">{_text(block.text)}</h3>'
    if block.is_quote:
        quote = f"margin:0;padding:4px 0 4px 16px;border-left:3px solid {_ACCENT};font-size:17px;line-height:1.8;"
        return f'<blockquote style="{quote}">{_text(block.text)}</blockquote>'
    return f'<p style="{style}">{_text(block.text)}</p>'


def feed(post: Post, content: Content) -> str:
    """``content_html`` of a JSON Feed item, ``content:encoded`` of an RSS one: no styles, the reader has its own."""
    blocks = [_feed_block(block_of(paragraph)) for paragraph in content.paragraphs]
    if post.link:
        blocks.append(f'<p><a href="{escape(post.link)}">{_text(_label(post))}</a></p>')
    if post.disclosure:
        blocks.append(f"<p><small>{_text(post.disclosure)}</small></p>")
    return "\n".join(blocks)


def _feed_block(block: Block) -> str:
    if block.items:
        heading = f"<h3>{_text(block.text)}</h3>" if block.text else ""
        return f"{heading}<ul>{''.join(f'<li>{_text(item)}</li>' for item in block.items)}</ul>"
    if block.is_heading:
        return f"<h3>{_text(block.text)}</h3>"
    return f"<blockquote>{_text(block.text)}</blockquote>" if block.is_quote else f"<p>{_text(block.text)}</p>"
