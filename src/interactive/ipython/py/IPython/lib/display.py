"""Frames, links, sound and code."""

import _interactive
from IPython.core.display import DisplayObject

_escape = _interactive.escape


class IFrame:
    """Another page in the notebook."""

    def __init__(self, src, width, height, extras=None, **kwargs):
        self.src = src
        self.width = width
        self.height = height
        self.extras = [] if extras is None else extras
        self.params = kwargs

    def _repr_html_(self):
        query = ""
        if self.params:
            pairs = [_interactive.quote(str(k)) + "=" + _interactive.quote(str(v)) for k, v in self.params.items()]
            query = "?" + "&".join(pairs)
        lines = [
            "",
            "<iframe",
            '    width="%s"' % self.width,
            '    height="%s"' % self.height,
            '    src="%s%s"' % (self.src, query),
            '    frameborder="0"',
            "    allowfullscreen",
            '    referrerpolicy="strict-origin-when-cross-origin"',
            "    " + " ".join(self.extras),
            "></iframe>",
            "",
        ]
        return "\n        ".join(lines)


class YouTubeVideo(IFrame):
    """A video of YouTube, by its id."""

    def __init__(self, id, width=400, height=300, allow_autoplay=False, **kwargs):
        self.id = id
        src = "https://www.youtube.com/embed/" + id
        extras = list(kwargs.pop("extras", []))
        if allow_autoplay:
            kwargs.update(autoplay=1)
            extras.append('allow="autoplay"')
        super().__init__(src, width, height, extras=extras, **kwargs)


class VimeoVideo(IFrame):
    """A video of Vimeo, by its id."""

    def __init__(self, id, width=400, height=300, **kwargs):
        self.id = id
        super().__init__("https://player.vimeo.com/video/" + id, width, height, **kwargs)


class ScribdDocument(IFrame):
    """A document of Scribd, by its id."""

    def __init__(self, id, width=400, height=300, **kwargs):
        self.id = id
        super().__init__("https://www.scribd.com/embeds/" + id + "/content", width, height, **kwargs)


class FileLink:
    """A link to a file beside the notebook."""

    html_link_str = "<a href='%s' target='_blank'>%s</a>"

    def __init__(self, path, url_prefix="", result_html_prefix="", result_html_suffix="<br>"):
        path = str(path)
        if _interactive.is_directory(path):
            raise ValueError(
                "Cannot display a directory using FileLink. Use FileLinks to display '%s'." % path
            )
        self.path = path
        self.url_prefix = url_prefix
        self.result_html_prefix = result_html_prefix
        self.result_html_suffix = result_html_suffix

    def _format_path(self):
        link = self.html_link_str % (_escape(self.url_prefix + self.path), _escape(self.path))
        return self.result_html_prefix + link + self.result_html_suffix

    def _repr_html_(self):
        if not _interactive.exists(self.path):
            return (
                "Path (<tt>%s</tt>) doesn't exist. It may still be in the process of being generated, "
                "or you may have the incorrect path." % self.path
            )
        return self._format_path()

    def __repr__(self):
        return _interactive.absolute_path(self.path)


class FileLinks(FileLink):
    """Links to the files of a directory."""

    def __init__(self, path, url_prefix="", included_suffixes=None, result_html_prefix="", result_html_suffix="<br>"):
        path = str(path)
        if not _interactive.is_directory(path):
            raise ValueError("Cannot display a file using FileLinks. Use FileLink to display '%s'." % path)
        self.path = path.rstrip("/")
        self.url_prefix = url_prefix
        self.included_suffixes = included_suffixes
        self.result_html_prefix = result_html_prefix
        self.result_html_suffix = result_html_suffix

    def _names(self):
        for name in sorted(_interactive.listdir(self.path)):
            if _interactive.is_directory(self.path + "/" + name):
                continue
            if self.included_suffixes is None or name.endswith(tuple(self.included_suffixes)):
                yield name

    def _format_path(self):
        lines = [self.result_html_prefix + _escape(self.path) + "/" + self.result_html_suffix]
        for name in self._names():
            path = self.url_prefix + self.path + "/" + name
            link = self.html_link_str % (_escape(path), _escape(name))
            lines.append(self.result_html_prefix + "&nbsp;&nbsp;" + link + self.result_html_suffix)
        return "\n".join(lines)

    def __repr__(self):
        return "\n".join([self.path + "/"] + ["  " + name for name in self._names()])


class Code(DisplayObject):
    """Source code, shown as such."""

    def __init__(self, data=None, url=None, filename=None, language=None):
        self.language = language
        super().__init__(data=data, url=url, filename=filename)

    def _repr_html_(self):
        name = _escape(self.language or "python")
        return '<pre><code class="language-%s">%s</code></pre>' % (name, _escape(self.data))

    def _repr_latex_(self):
        return "\\begin{Verbatim}\n" + self.data + "\n\\end{Verbatim}\n"

    def __repr__(self):
        return self.data


class Audio(DisplayObject):
    """Sound: samples with their rate, bytes of a sound file, a file, or a URL."""

    _read_flags = "rb"

    def __init__(
        self,
        data=None,
        filename=None,
        url=None,
        embed=None,
        rate=None,
        autoplay=False,
        normalize=True,
        *,
        element_id=None,
    ):
        if filename is None and url is None and data is None:
            raise ValueError("No audio data found. Expecting filename, url, or data.")
        if embed is False and url is None:
            raise ValueError("No url found. Expecting url when embed=False")
        is_url = url is not None or (isinstance(data, str) and data.startswith(("http:", "https:")))
        self.embed = embed if embed is not None else not is_url
        self.autoplay = autoplay
        self.element_id = element_id
        self.mimetype = "audio/wav"
        super().__init__(data=data, url=url, filename=filename)
        if self.data is not None and not isinstance(self.data, bytes):
            if rate is None:
                raise ValueError("rate must be specified when data is a numpy array or list of audio samples.")
            self.data = _wav(self.data, rate, normalize)
        name = self.filename or self.url or ""
        kinds = {"mp3": "audio/mpeg", "ogg": "audio/ogg", "oga": "audio/ogg", "flac": "audio/flac", "m4a": "audio/mp4"}
        self.mimetype = kinds.get(name.rsplit(".", 1)[-1].lower(), "audio/wav")

    def _is_file_name(self, data):
        return isinstance(data, str)

    def reload(self):
        if self.embed:
            super().reload()

    def _repr_html_(self):
        return (
            "\n                <audio %s controls=\"controls\" %s>\n"
            '                    <source src="%s" type="%s" />\n'
            "                    Your browser does not support the audio element.\n"
            "                </audio>\n              "
        ) % (
            'id="%s"' % self.element_id if self.element_id else "",
            'autoplay="autoplay"' if self.autoplay else "",
            self._source(),
            self.mimetype,
        )

    def _source(self):
        if not self.embed:
            return self.url
        return "data:%s;base64,%s" % (self.mimetype, _interactive.b64encode(self.data))


def _wav(samples, rate, normalize):
    """Bytes of a WAV file with 16-bit samples: one sequence for mono, several for channels."""
    samples = list(samples)
    channels = 1
    if samples and hasattr(samples[0], "__len__"):
        channels = len(samples)
        samples = [value for frame in zip(*samples) for value in frame]
    peak = max((abs(x) for x in samples), default=0)
    if not normalize:
        if peak > 1:
            raise ValueError("Audio data must be between -1 and 1 when normalize=False.")
        peak = 1
    scale = 32767 / peak if peak else 0
    body = bytearray()
    for x in samples:
        body += int(x * scale).to_bytes(2, "little", signed=True)
    rate = int(rate)

    def word(n, size=4):
        return n.to_bytes(size, "little")

    return bytes(
        b"RIFF" + word(36 + len(body)) + b"WAVEfmt " + word(16) + word(1, 2) + word(channels, 2) + word(rate)
        + word(rate * 2 * channels) + word(2 * channels, 2) + word(16, 2) + b"data" + word(len(body)) + body
    )
