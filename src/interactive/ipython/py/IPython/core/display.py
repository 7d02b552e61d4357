"""Display objects: data with the mime type in which a frontend shows it."""

import _interactive
from _interactive import clear_output, display, publish_display_data, update_display


def _as_show(kind):
    def show(*objs, raw=False, metadata=None, **kwargs):
        mimes = {
            "pretty": "text/plain",
            "html": "text/html",
            "markdown": "text/markdown",
            "svg": "image/svg+xml",
            "png": "image/png",
            "jpeg": "image/jpeg",
            "latex": "text/latex",
            "json": "application/json",
            "javascript": "application/javascript",
            "pdf": "application/pdf",
        }
        mime = mimes[kind]
        if raw:
            for obj in objs:
                found = {} if metadata is None else {mime: metadata}
                _interactive.publish_display_data({mime: obj}, found)
        else:
            include = ["text/plain", mime]
            _interactive.display(*objs, include=include, metadata=metadata, **kwargs)

    show.__name__ = show.__qualname__ = "display_" + kind
    show.__doc__ = "Show objects in their " + kind + " form, or with raw=True data of it."
    return show


display_pretty = _as_show("pretty")
display_html = _as_show("html")
display_markdown = _as_show("markdown")
display_svg = _as_show("svg")
display_png = _as_show("png")
display_jpeg = _as_show("jpeg")
display_latex = _as_show("latex")
display_json = _as_show("json")
display_javascript = _as_show("javascript")
display_pdf = _as_show("pdf")


class DisplayObject:
    """Data for a frontend, given directly, or read from a file."""

    _read_flags = "r"
    _show_mem_addr = False
    metadata = None

    def __init__(self, data=None, url=None, filename=None, metadata=None):
        if type(data).__name__.endswith("Path"):
            data = str(data)
        if url is None and isinstance(data, str) and data.startswith(("http:", "https:")):
            url = data
            filename = None
            data = None
        elif filename is None and data is not None and self._is_file_name(data):
            filename = data
            data = None
        self.url = url
        self.filename = filename
        self.data = data
        if metadata is not None:
            self.metadata = metadata
        elif self.metadata is None:
            self.metadata = {}
        self.reload()
        self._check_data()

    def _is_file_name(self, data):
        return False

    def __repr__(self):
        if self._show_mem_addr:
            return super().__repr__()
        cls = self.__class__
        return "<%s.%s object>" % (cls.__module__, cls.__name__)

    def _check_data(self):
        """Raise TypeError if the data is of no use."""

    def _data_and_metadata(self):
        if self.metadata:
            return self.data, dict(self.metadata)
        return self.data

    def reload(self):
        """Read the file again."""
        if self.filename is not None:
            data = _interactive.read_file(str(self.filename))
            self.data = data if "b" in self._read_flags else data.decode("utf-8")
        elif self.url is not None and self.data is None:
            raise OSError("URLs cannot be read in this kernel: " + self.url)


class TextDisplayObject(DisplayObject):
    """Text of a mime type."""

    def _check_data(self):
        if self.data is not None and not isinstance(self.data, str):
            raise TypeError("%s expects text, not %r" % (self.__class__.__name__, self.data))


class Pretty(TextDisplayObject):
    """Text to be shown as it is."""

    def _repr_pretty_(self, pp, cycle):
        pp.text(self.data)


class HTML(TextDisplayObject):
    """HTML."""

    def _repr_html_(self):
        return self._data_and_metadata()

    def __html__(self):
        return self._repr_html_()


class Markdown(TextDisplayObject):
    """Markdown."""

    def _repr_markdown_(self):
        return self._data_and_metadata()


class Math(TextDisplayObject):
    """A formula in LaTeX, without dollar signs."""

    def _repr_latex_(self):
        s = "$\\displaystyle %s$" % self.data.strip("$")
        if self.metadata:
            return s, dict(self.metadata)
        return s


class Latex(TextDisplayObject):
    """LaTeX."""

    def _repr_latex_(self):
        return self._data_and_metadata()


class SVG(DisplayObject):
    """A picture in SVG."""

    def _check_data(self):
        data = self.data
        if isinstance(data, bytes):
            data = data.decode("utf-8")
        if data is not None:
            start = data.find("<svg")
            if start > 0:
                data = data[start:]
        self.data = data

    def _is_file_name(self, data):
        return isinstance(data, str) and "<svg" not in data and data.endswith(".svg")

    def _repr_svg_(self):
        return self._data_and_metadata()


class ProgressBar(DisplayObject):
    """A bar that shows how much of a work is done; iterating over it counts up."""

    _show_mem_addr = True

    def __init__(self, total):
        self.total = total
        self._progress = 0
        self.html_width = "60ex"
        self.text_width = 60
        self._display_id = _interactive.new_display_id()

    def __repr__(self):
        fraction = self.progress / self.total
        filled = "=" * int(fraction * self.text_width)
        rest = " " * (self.text_width - len(filled))
        return "[%s%s] %s/%s" % (filled, rest, self.progress, self.total)

    def _repr_html_(self):
        return "<progress style='width:%s' max='%s' value='%s'></progress>" % (
            self.html_width,
            self.total,
            self.progress,
        )

    def display(self):
        _interactive.display(self, display_id=self._display_id)

    def update(self):
        _interactive.display(self, display_id=self._display_id, update=True)

    @property
    def progress(self):
        return self._progress

    @progress.setter
    def progress(self, value):
        self._progress = value
        self.update()

    def __iter__(self):
        self.display()
        self._progress = -1
        return self

    def __next__(self):
        self.progress += 1
        if self.progress < self.total:
            return self.progress
        raise StopIteration()


class JSON(DisplayObject):
    """Data that the frontend shows as a tree."""

    _data = None

    def __init__(self, data=None, url=None, filename=None, expanded=False, metadata=None, root="root", **kwargs):
        self.metadata = {"expanded": expanded, "root": root}
        if metadata:
            self.metadata.update(metadata)
        if kwargs:
            self.metadata.update(kwargs)
        super().__init__(data=data, url=url, filename=filename)

    def _check_data(self):
        if self.data is not None and not isinstance(self.data, (dict, list)):
            raise TypeError("%s expects JSONable dict or list, not %r" % (self.__class__.__name__, self.data))

    @property
    def data(self):
        return self._data

    @data.setter
    def data(self, data):
        if type(data).__name__.endswith("Path"):
            data = str(data)
        if isinstance(data, str):
            data = _interactive.parse_json(data)
        self._data = data

    def _repr_json_(self):
        return self._data_and_metadata()


class GeoJSON(JSON):
    """GeoJSON, which a frontend may show as a map."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)

    def _ipython_display_(self):
        bundle = {"application/geo+json": self.data, "text/plain": "<IPython.display.GeoJSON object>"}
        _interactive.publish_display_data(bundle, {"application/geo+json": self.metadata})


class Javascript(TextDisplayObject):
    """JavaScript that the page runs."""

    def __init__(self, data=None, url=None, filename=None, lib=None, css=None):
        if isinstance(lib, str):
            lib = [lib]
        if isinstance(css, str):
            css = [css]
        for name, value in (("lib", lib), ("css", css)):
            if value is not None and not isinstance(value, (list, tuple)):
                raise TypeError("expected sequence, got: %r" % (value,))
        self.lib = [] if lib is None else lib
        self.css = [] if css is None else css
        super().__init__(data=data, url=url, filename=filename)

    def _repr_javascript_(self):
        head = ""
        for link in self.css:
            head += (
                "var link = document.createElement('link');\n"
                "link.rel = 'stylesheet';\nlink.type = 'text/css';\n"
                "link.href = '%s';\ndocument.head.appendChild(link);\n" % link
            )
        tail = ""
        for link in self.lib:
            head += (
                "new Promise(function(resolve, reject) {\n"
                "\tvar script = document.createElement('script');\n"
                "\tscript.onload = resolve;\n\tscript.onerror = reject;\n"
                "\tscript.src = '%s';\n\tdocument.head.appendChild(script);\n"
                "}).then(() => {\n" % link
            )
            tail += "\n});"
        return head + self.data + tail


_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_GIF = (b"GIF87a", b"GIF89a")


def _big_endian(data):
    return int.from_bytes(data, "big")


def _png_size(data):
    return _big_endian(data[16:20]), _big_endian(data[20:24])


def _gif_size(data):
    return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")


def _jpeg_size(data):
    at = 4
    while at < len(data):
        at += _big_endian(data[at : at + 2])
        if at >= len(data) or data[at] != 0xFF:
            break
        if data[at + 1] in (0xC0, 0xC1, 0xC2):
            return _big_endian(data[at + 7 : at + 9]), _big_endian(data[at + 5 : at + 7])
        at += 2
    return None


class Image(DisplayObject):
    """A picture: bytes of a PNG, JPEG or GIF, a file, or the URL of one."""

    _read_flags = "rb"
    _FMT_JPEG = "jpeg"
    _FMT_PNG = "png"
    _FMT_GIF = "gif"
    _ACCEPTABLE_EMBEDDINGS = ["jpeg", "png", "gif"]
    _MIMETYPES = {"png": "image/png", "jpeg": "image/jpeg", "gif": "image/gif"}

    def __init__(
        self,
        data=None,
        url=None,
        filename=None,
        format=None,
        embed=None,
        width=None,
        height=None,
        retina=False,
        unconfined=False,
        metadata=None,
        alt=None,
    ):
        name = filename if filename is not None else url if url is not None else data
        if format is None:
            if isinstance(name, str):
                ext = name.rsplit(".", 1)[-1].lower() if "." in name else ""
                format = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png", "gif": "gif"}.get(ext, ext or "png")
            elif isinstance(name, bytes):
                if name[:8] == _PNG:
                    format = "png"
                elif name[:2] == _JPEG:
                    format = "jpeg"
                elif name[:6] in _GIF:
                    format = "gif"
        if format == "jpg":
            format = "jpeg"
        self.format = "png" if format is None else format.lower()
        is_url = url is not None or (isinstance(data, str) and data.startswith(("http:", "https:")))
        self.embed = embed if embed is not None else not is_url
        if self.embed and self.format not in self._ACCEPTABLE_EMBEDDINGS:
            raise ValueError("Cannot embed the '%s' image format" % self.format)
        self._mimetype = self._MIMETYPES.get(self.format)
        self.width = width
        self.height = height
        self.retina = retina
        self.unconfined = unconfined
        self.alt = alt
        super().__init__(data=data, url=url, filename=filename, metadata=metadata)
        if self.width is None and self.metadata.get("width", {}):
            self.width = metadata["width"]
        if self.height is None and self.metadata.get("height", {}):
            self.height = metadata["height"]
        if self.alt is None and self.metadata.get("alt", {}):
            self.alt = metadata["alt"]
        if retina:
            self._retina_shape()

    def _is_file_name(self, data):
        return isinstance(data, str)

    def _check_data(self):
        if self.embed and self.data is None:
            raise ValueError("No image data found. Expecting filename, url, or data.")

    def reload(self):
        if self.embed:
            super().reload()
            if self.retina:
                self._retina_shape()

    def _retina_shape(self):
        if not self.embed or self.data is None:
            return
        sizes = {"png": _png_size, "jpeg": _jpeg_size, "gif": _gif_size}
        size = sizes[self.format](self.data)
        if size is not None:
            self.width, self.height = size[0] // 2, size[1] // 2

    def _attributes(self):
        found = dict(self.metadata)
        if self.width:
            found["width"] = self.width
        if self.height:
            found["height"] = self.height
        if self.unconfined:
            found["unconfined"] = self.unconfined
        if self.alt:
            found["alt"] = self.alt
        return found

    def _repr_mimebundle_(self, include=None, exclude=None):
        if self.embed:
            attributes = self._attributes()
            data = self.data
            if isinstance(data, bytes):
                data = _interactive.b64encode(data)
            return {self._mimetype: data}, ({self._mimetype: attributes} if attributes else {})
        return {"text/html": self._repr_html_()}

    def _repr_html_(self):
        if self.embed:
            return None
        width = ' width="%d"' % self.width if self.width else ""
        height = ' height="%d"' % self.height if self.height else ""
        klass = ' class="unconfined"' if self.unconfined else ""
        alt = ' alt="%s"' % _interactive.escape(self.alt) if self.alt else ""
        src = self.url if self.url is not None else self.filename
        return '<img src="%s"%s%s%s%s/>' % (src, width, height, klass, alt)

    def _repr_png_(self):
        if self.embed and self.format == "png":
            return self._data_and_metadata()

    def _repr_jpeg_(self):
        if self.embed and self.format == "jpeg":
            return self._data_and_metadata()


class Video(DisplayObject):
    """A video: a URL, a file, or bytes with their mime type."""

    _read_flags = "rb"

    def __init__(
        self,
        data=None,
        url=None,
        filename=None,
        embed=False,
        mimetype=None,
        width=None,
        height=None,
        html_attributes="controls",
    ):
        if isinstance(data, bytes) and not embed:
            raise ValueError("To embed videos, you must pass embed=True (this may make your notebook files huge)")
        if url is None and isinstance(data, str) and data.startswith(("http:", "https:")):
            url = data
            data = None
        elif isinstance(data, str):
            filename = data
            data = None
        if filename and not embed:
            url = filename
            filename = None
        self.mimetype = mimetype
        self.embed = embed
        self.width = width
        self.height = height
        self.html_attributes = html_attributes
        super().__init__(data=data, url=url, filename=filename)

    def reload(self):
        if self.embed:
            super().reload()

    def _repr_html_(self):
        width = ' width="%d"' % self.width if self.width else ""
        height = ' height="%d"' % self.height if self.height else ""
        if not self.embed:
            url = self.url if self.url is not None else self.filename
            return '<video src="%s" %s %s %s>\n      Your browser does not support the <code>video</code> element.\n    </video>' % (
                url,
                self.html_attributes,
                width,
                height,
            )
        data = self.data
        if isinstance(data, bytes):
            data = _interactive.b64encode(data)
        return '<video %s%s%s>\n <source src="data:%s;base64,%s" type="%s">\n Your browser does not support the video tag.\n </video>' % (
            self.html_attributes,
            width,
            height,
            self.mimetype or "video/mp4",
            data,
            self.mimetype or "video/mp4",
        )
