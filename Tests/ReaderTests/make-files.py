#!/usr/bin/env python3
"""Makes the awkward files of Tests/ReaderTests/Files anew. Needs Python 3 and, for the encrypted PDF, qpdf.

All texts are invented for this project. What each file is to give stands in AwkwardFilesTests.swift.
"""
import base64, gzip, io, os, pathlib, shutil, subprocess, tarfile, zipfile, zlib

FOLDER = pathlib.Path(__file__).parent / "Files"
FIXED = (2020, 1, 1, 0, 0, 0)


def write(name, data):
    path = FOLDER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))


FRENCH = """Communiqué conjoint du Kazakhstan et de la Hongrie

Budapest, le 4 mai 2023 – Les deux parties sont convenues d’ouvrir une liaison aérienne entre leurs capitales. \
Elles se sont engagées à coopérer dans l’énergie, à hauteur de 20 millions d’euros, au cœur de l’Europe.

Le Kazakhstan fournira de l’uranium à la Hongrie à partir de 2024.
"""

ENGLISH = """Joint statement by Canada and Chile

Ottawa, 7 June 2022 – The two sides agreed to deepen cooperation on clean energy. Canada will provide 10 million \
dollars to the fund. They signed a memorandum of understanding on mining.
"""


def zipped(members, method=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name, FIXED)
            info.compress_type = method
            archive.writestr(info, data)
    return buffer.getvalue()


def tarred(members):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, data in members:
            data = data if isinstance(data, bytes) else data.encode()
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


# Encodings.
plain = FRENCH.replace("’", "'").replace("–", "-")
write("utf8.txt", FRENCH)
write("utf8-mark.txt", b"\xef\xbb\xbf" + FRENCH.encode())
write("utf16le-mark.txt", b"\xff\xfe" + FRENCH.encode("utf-16-le"))
write("utf16be-mark.txt", b"\xfe\xff" + FRENCH.encode("utf-16-be"))
write("utf16le.txt", FRENCH.encode("utf-16-le"))
write("utf16be.txt", FRENCH.encode("utf-16-be"))
write("utf32le-mark.txt", b"\xff\xfe\x00\x00" + FRENCH.encode("utf-32-le"))
write("windows1252.txt", FRENCH.encode("cp1252"))
write("latin1.txt", plain.replace("œ", "oe").encode("latin-1"))
write("latin9.txt", plain.replace("d'euros", "€").encode("iso-8859-15"))
write("mixed.txt", FRENCH.encode() + "Paragraphe collé : l’accord est signé.\n".encode("cp1252")
      + "Note : coopération renforcée.\n".encode("cp1252"))
write("cut-letter.txt", FRENCH.encode()[:-1] + "é".encode()[:1])
import unicodedata
write("decomposed.txt", unicodedata.normalize("NFD", FRENCH))
write("carriage-returns.txt", FRENCH.replace("\n", "\r"))
write("windows-lines.txt", FRENCH.replace("\n", "\r\n"))
write("terminal-escapes.txt", ENGLISH.replace("clean energy", "clean \x1b[31menergy\x1b[0m"))
write("arabic.txt", "بيان مشترك بين البلدين حول التعاون في مجال الطاقة والنقل والتجارة خلال السنة المقبلة\n")
write("empty.txt", b"")
write("blank.txt", b" \n\n\t\n")
write("zeros.txt", b"The two sides agreed\x00\x00\x00 to cooperate\n")
write("noise.bin", bytes((i * 37 + i // 7) % 32 for i in range(2048)))
write("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(64))
write("old-word.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "WordDocument".encode("utf-16-le") + bytes(512))
write("program", b"\x7fELF" + bytes(60))
write("rich.rtf", r"{\rtf1\ansi The two sides agreed to cooperate.}")
write("memorandum.txt", "From: the Minister\nTo: all posts\nDate: 7 June 2022\nSubject: Canada and Chile\n\n" + ENGLISH)

# Markdown.
write("front-matter.md", "---\ntitle: \"Canada and Chile on energy\"\npublisher: Global Affairs Canada\n"
      "date: 2022-06-08\nheld_on: 2022-06-07\ntags: [energy]\n---\n\n" + ENGLISH)
write("front-matter-plus.md", "+++\ntitre = 'Kazakhstan et Hongrie'\ndate = 2023-05-05 # le lendemain\n+++\n\n" + FRENCH)
write("front-matter-bad.md", "---\ntitle: x\ndate: someday\n---\n\n" + ENGLISH)
write("rule.md", "---\n\n" + ENGLISH)

# HTML.
ARTICLE = """<p>On Tuesday, Canada and Chile agreed to deepen cooperation on clean energy &amp; mining, the ministry said.</p>
<p>Canada will provide 10&nbsp;million dollars to the fund.<br>The two sides signed a memorandum of understanding.</p>
<ul><li>Chile will train 200 engineers;</li><li><p>Canada will open an office in Santiago.</p></li></ul>
<ol start="3"><li>The sides will meet again in 2024.</li></ol>
<table><tr><th>Country</th><th>Amount</th></tr><tr><td>Canada</td><td>10 million</td></tr></table>"""
CHROME = """<nav><ul><li><a href="/">Home</a></li><li><a href="/n">Newsroom</a></li></ul></nav>
<div id="cookieBanner" role="dialog"><p>We use cookies to give you the best experience. Do you agree to share data?</p></div>"""
TAIL = """<div class="share-buttons"><a href="#">Share on Facebook</a></div>
<section id="comments"><p>Reader: the government agreed to nothing at all, as I said last year already!</p></section>
<div class="related-links"><h2>Related</h2><ul><li><a href="a">Peru signs accord with Brazil on ports</a></li>
<li><a href="b">Japan will open a consulate in Lima</a></li><li><a href="c">France agreed to build dams</a></li></ul></div>
<footer>Copyright. The publisher agreed to all terms.</footer>"""
write("page.html", f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Canada and Chile deepen energy cooperation | Example Ministry</title>
<meta property="og:title" content="Canada and Chile deepen energy cooperation">
<meta property="og:site_name" content="Example Ministry"><meta property="article:published_time" content="2022-06-08T10:00:00+02:00">
<meta property="article:modified_time" content="2023-01-01T00:00:00Z"><link rel="canonical" href="https://example.org/energy">
<script>document.write("<p>Canada agreed to run scripts</p>")</script><style>p {{ color: red }}</style></head>
<body>{CHROME}<article><header><h1>Canada and Chile deepen energy cooperation</h1></header>{ARTICLE}</article>{TAIL}</body></html>""")
write("density.html", f"""<html><head><title>Canada and Chile deepen energy cooperation</title></head><body>{CHROME}
<div class="wrap"><div class="left-column"><a href="/x">Archive</a></div><div class="text"><h1>Canada and Chile deepen energy cooperation</h1>
<time datetime="2022-06-08">8 June</time><div>{ARTICLE}</div></div></div>{TAIL}</body></html>""")
write("linked-data.html", f"""<html><head><title>x</title><script type="application/ld+json">
{{"@context":"https://schema.org","@graph":[{{"@type":"WebSite","name":"Site"}},{{"@type":["NewsArticle"],
"headline":"Canada and Chile deepen \\u00e9nergie cooperation","datePublished":"2022-06-08T07:00:00Z","dateModified":"2024-01-01",
"publisher":{{"@type":"Organization","name":"Example News"}}}}]}}</script></head><body><main>{ARTICLE}</main></body></html>""")
write("amp.html", f"""<!doctype html><html amp lang="en"><head><meta charset="utf-8"><title>Canada and Chile deepen energy cooperation - Example</title>
<style amp-boilerplate>body{{visibility:hidden}}</style><meta name="DC.date.issued" content="20220608"></head>
<body><amp-sidebar><ul><li><a href="1">One</a></li><li><a href="2">Two</a></li><li><a href="3">Three</a></li></ul></amp-sidebar>
<article><h1>Canada and Chile deepen energy cooperation</h1>{ARTICLE}</article></body></html>""")
write("declared-latin1.html", """<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><title>Communiqué</title></head>
<body><p>Les deux parties sont convenues de coopérer dans l’énergie et la santé.</p></body></html>""")
write("windows1252.html", """<html><head><meta charset="windows-1252"><title>Communiqué</title></head>
<body><p>Les deux parties sont convenues d’ouvrir un bureau à Cœur-la-Ville, pour 20 €.</p></body></html>""".encode("cp1252"))
write("koi8.html", """<html><head><meta charset="koi8-r"><title>x</title></head>
<body><p>Стороны договорились о сотрудничестве в области энергетики.</p></body></html>""".encode("koi8-r"))
write("fragment.html", "<p>The two sides agreed to open a rail line.</p><p>Canada will pay &euro;5 &mdash; all of it.</p>")
write("deep.html", "<html><body>" + "<div>" * 20000 + "The two sides agreed to cooperate." + "</div>" * 20000)
write("script-only.html", "<html><head><title>App</title></head><body><script>let text = 'The sides agreed to meet.'</script></body></html>")
write("entity.xhtml", """<?xml version="1.0"?><!DOCTYPE html [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Statement</title></head><body><p>The two sides agreed to meet: &secret;.</p></body></html>""")

# XML.
lol = "".join(f'<!ENTITY l{i} "{("&l%d;" % (i - 1)) * 10}">' for i in range(1, 10))
write("laughs.xml", f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{lol}]><rss><channel><title>Laughs</title>'
      "<item><title>Joint statement</title><description>The two sides agreed: &l9;</description></item></channel></rss>")
write("external.xml", '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd">%p;]>'
      "<rss><channel><title>External</title><item><title>Joint statement</title><description>The sides agreed: &x; root</description></item></channel></rss>")
write("feed.xml", """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Example Ministry</title><link>https://example.org</link>
<item><title>Canada &amp; Chile agree</title><link>https://example.org/1</link><guid>https://example.org/1</guid><pubDate>Wed, 08 Jun 2022 10:00:00 +0200</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>Canada will provide <b>10&nbsp;million</b> dollars.</p><p>The sides agreed to meet.</p>]]></content:encoded></item>
<item><title>Le Kazakhstan et la Hongrie</title><guid isPermaLink="false">two</guid><description>&lt;p&gt;Les deux parties sont convenues de coop&amp;eacute;rer.&lt;/p&gt;</description></item>
</channel></rss>""")
write("atom.xml", """<?xml version="1.0" encoding="iso-8859-1"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Ministère exemple</title>
<entry><id>urn:1</id><title>Accord signé</title><link rel="self" href="https://example.org/self"/><link href="https://example.org/a1"/>
<published>2023-05-05T08:00:00Z</published><updated>2024-01-01T00:00:00Z</updated>
<content type="html">&lt;p&gt;Les deux parties sont convenues de coopérer.&lt;/p&gt;</content></entry></feed>""".encode("latin-1"))
write("rdf.xml", """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Example Wire</title></channel><item><title>Canada and Chile</title><link>https://example.org/r</link><dc:date>2022-06-08</dc:date>
<description>The two sides agreed to meet &eacute;very year.</description></item></rdf:RDF>""")
write("cut-feed.xml", """<?xml version="1.0"?><rss><channel><title>Cut</title><item><guid>1</guid><title>Whole</title><description>The two sides agreed to meet.</description></item>
<item><guid>2</guid><title>Ha""")
write("other.xml", '<?xml version="1.0"?><invoice><sum>3</sum></invoice>')

# Office.
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
def run(text): return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"
DOCX = f"""<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{run("Joint statement by Canada and Chile")}</w:p>
<w:p>{run("The two sides agr")}{run("eed to deepen cooperation")}<w:r><w:footnoteReference w:id="2"/></w:r>{run(" on energy.")}<w:del><w:r><w:delText>Deleted words.</w:delText></w:r></w:del></w:p>
<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>{run("Canada will open an office;")}</w:p>
<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>{run("Chile will train engineers.")}</w:p>
<w:tbl><w:tr><w:tc><w:p>{run("Canada")}</w:p></w:tc><w:tc><w:p>{run("10 million")}</w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>"""
NOTES = f"""<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p>{run("Under the 2019 accord.")}</w:p></w:footnote></w:footnotes>"""
CORE = '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Joint statement by Canada and Chile</dc:title></cp:coreProperties>'
docx = zipped([("[Content_Types].xml", "<Types/>"), ("word/document.xml", DOCX), ("word/footnotes.xml", NOTES), ("docProps/core.xml", CORE)])
write("statement.docx", docx)
write("cut.docx", docx[: len(docx) // 2])
write("entities.docx", zipped([("[Content_Types].xml", "<Types/>"), ("word/document.xml",
      f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document {W}><w:body><w:p>{run("The sides agreed. &b;")}</w:p></w:body></w:document>')]))
write("workbook.xlsx", zipped([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")]))
O = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
     'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"')
ODT = f"""<?xml version="1.0" encoding="UTF-8"?><office:document-content {O}><office:body><office:text>
<text:h>Communiqué conjoint</text:h><text:p>Les deux parties<text:s/>sont convenues de coopérer<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Accord de 2019.</text:p></text:note-body></text:note>.</text:p>
<text:list><text:list-item><text:p>Le Canada ouvrira un bureau ;</text:p></text:list-item><text:list-item><text:p>Le Chili formera des ingénieurs.</text:p></text:list-item></text:list>
<office:annotation><text:p>Commentaire interne.</text:p></office:annotation></office:text></office:body></office:document-content>"""
write("communique.odt", zipped([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", ODT)]))

# Mail.
write("multipart.eml", ("From: =?utf-8?q?Minist=C3=A8re_exemple?= <presse@example.org>\r\nTo: all@example.org\r\n"
      "Subject: =?utf-8?B?" + base64.b64encode("Communiqué conjoint : énergie".encode()).decode() + "?=\r\n"
      "Date: Thu, 04 May 2023 23:30:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"m\"\r\n\r\n"
      "--m\r\nContent-Type: multipart/alternative; boundary=\"a\"\r\n\r\n"
      "--a\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
      "Les deux parties sont convenues de coop=E9rer dans l'=E9nergie. Elles se retrou=\r\nveront en 2024.\r\n"
      "--a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Les deux parties sont convenues de coopérer.</p>\r\n--a--\r\n"
      "--m\r\nContent-Type: application/octet-stream; name=\"annexe.txt\"\r\nContent-Transfer-Encoding: base64\r\n"
      "Content-Disposition: attachment; filename=\"../annexe.txt\"\r\n\r\n" + base64.encodebytes(FRENCH.encode()).decode().replace("\n", "\r\n")
      + "--m\r\nContent-Type: image/png; name=logo.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--m--\r\n"))
write("stub.eml", "From: Jane Doe <jane@example.org>\r\nSubject: Fwd: Canada and Chile\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nYour reader does not show HTML.\r\n"
      f"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body>{ARTICLE}</body></html>\r\n--b--\r\n")

# Archives.
inner = zipped([("deep/communique.txt", FRENCH)])
write("nested.zip", zipped([("a/statement.txt", ENGLISH), ("../../escape.txt", FRENCH), ("/etc/absolute.html", "<p>The two sides agreed to meet.</p>"),
      ("inner.zip", inner), ("empty.txt", b""), ("style.css", "p {}"), (".hidden.txt", "x"), ("__MACOSX/a.txt", "x")]))
write("texts.tar", tarred([("a.txt", ENGLISH), ("../b.txt", FRENCH)]))
write("texts.tar.gz", gzip.compress(tarred([("a.txt", ENGLISH), ("b.html", "<p>The two sides agreed to meet.</p>")]), mtime=0))
write("statement.txt.gz", gzip.compress(ENGLISH.encode(), mtime=0))
write("cut.txt.gz", gzip.compress((ENGLISH * 50).encode(), mtime=0)[:200])
write("bomb.zip", zipped([("bomb.txt", b"0" * (24 << 20)), ("after.txt", ENGLISH)]))
write("nothing.zip", zipped([("a.css", "p {}")]))
level = zipped([("a.txt", ENGLISH)])
for depth in range(6): level = zipped([(f"level{depth}.zip", level)])
write("russian-doll.zip", level)
damaged = bytearray(zipped([("bad.txt", FRENCH * 20), ("good.txt", ENGLISH)]))
damaged[60] ^= 0xFF; damaged[61] ^= 0xFF; damaged[70] ^= 0x55
write("one-bad.zip", bytes(damaged))


# PDF.
def pdf(pages, extra=b"", info=""):
    """Pages are lists of (x, y, size, text) in points from the lower left corner."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", None, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for page in pages:
        content = b"".join(b"BT /F1 %d Tf %d %d Td (%s) Tj ET\n" % (size, x, y,
            text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")) for x, y, size, text in page) + extra
        packed = zlib.compress(content)
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + b"\nendstream")
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [" + b" ".join(kids) + b"] /Count %d >>" % len(kids)
    objects.append(b"<< /Title (%s) >>" % info.encode("cp1252"))
    output, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(output))
        output += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(output)
    output += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return output + b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(objects), start)


def column(x, y, lines, size=10, step=12): return [(x, y - index * step, size, line) for index, line in enumerate(lines)]


def paper(number, body): return [(200, 815, 9, "Ministère exemple – Communiqués"), (290, 30, 9, f"– {number} –")] + body


two = pdf([
    paper(1, [(60, 760, 16, "Communiqué conjoint")] + column(60, 720, [
        "Les deux parties sont convenues de renforcer leur coopé-", "ration dans le domaine de l'énergie et de créer un comité",
        "franco-", "allemand chargé du suivi des projets communs, qui se", "réunira chaque année à Berlin ou à Paris."])
        + column(60, 640, ["La coopération portera aussi sur les transports et sur les", "échanges de jeunes, dont le nombre doublera avant la fin de"])),
    paper(2, column(60, 760, ["l'année 2030.", ]) + column(60, 730, ["Les ministres signeront un accord en 2024."])),
    paper(3, column(60, 760, ["Fait à Berlin, le 4 mai 2023."])),
], info="Communiqué conjoint")
write("pages.pdf", two)
left = ["The two sides agreed to build a rail line", "between their capitals. Canada will pay", "half of the cost of the line, and Chile", "will pay the other half of it.",
        "They will also open a new consulate in", "Valparaiso before the end of next year."]
right = ["Chile will supply copper to Canada. The", "two ministers signed a memorandum of", "understanding on mining, and will meet", "again in Santiago in the spring of 2024.",
         "A joint committee will follow the work", "and report to both governments."]
write("columns.pdf", pdf([[(60, 760, 16, "Joint statement by Canada and Chile")] + column(60, 700, left) + column(320, 700, right)], info="Microsoft Word - final_v3.doc"))
write("scanned.pdf", pdf([[]], extra=b"0.5 g 100 100 300 400 re f\n"))
write("cut.pdf", two[:300])
if shutil.which("qpdf"):
    write("plain.tmp", two)
    subprocess.run(["qpdf", "--encrypt", "secret", "owner", "256", "--", FOLDER / "plain.tmp", FOLDER / "encrypted.pdf"], check=True)
    os.remove(FOLDER / "plain.tmp")
if shutil.which("zip"):
    write("locked.txt", ENGLISH)
    (FOLDER / "locked.zip").unlink(missing_ok=True)
    subprocess.run(["zip", "-q", "-X", "-P", "secret", "locked.zip", "locked.txt"], cwd=FOLDER, check=True)
    os.remove(FOLDER / "locked.txt")
