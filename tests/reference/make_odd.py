#!/usr/bin/python3
"""Makes the odd picture files of tests/data/odd: the kinds that people have, and the ones that are broken.

Run once; the files are committed. Needs Debian's python3-pil and python3-numpy.
"""
import pathlib
import struct
import zlib

import numpy as np
from PIL import Image, ImageCms, ImageDraw

ODD = pathlib.Path(__file__).resolve().parent.parent / "data" / "odd"


def drawing(width=48, height=36):
    """A slope of colours, a disc left of the middle and a bar at the top: every corner differs from the others."""
    y, x = np.mgrid[0:height, 0:width]
    picture = np.stack([x * 255 // width, y * 255 // height, (x + 2 * y) * 255 // (width + 2 * height)], axis=2)
    image = Image.fromarray(picture.astype(np.uint8))
    pen = ImageDraw.Draw(image)
    pen.ellipse([width // 8, height // 4, width // 2, height * 3 // 4], fill=(230, 60, 30))
    pen.rectangle([width // 2, 0, width - 1, height // 8], fill=(20, 240, 200))
    return image


def with_alpha(image):
    """Transparent towards the left, wholly so at its edge, with the colours kept beneath."""
    width, height = image.size
    alpha = np.tile((np.arange(width) * 255 // (width - 1)).astype(np.uint8), (height, 1))
    image = image.copy()
    image.putalpha(Image.fromarray(alpha))
    return image


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(rows, width, height, bits, colour, before=b"", interlaced=False):
    """A PNG of unfiltered rows; Pillow writes neither 16 bits a channel in colour nor interlaced files."""
    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, int(interlaced))
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + before + chunk(b"IDAT", data) + chunk(b"IEND", b""))


def interlaced_rows(picture):
    for y, x, dy, dx in [(0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1)]:
        for row in picture[y::dy, x::dx]:
            yield row.tobytes()


def save_pngs(image):
    image.save(ODD / "colour.png")
    with_alpha(image).save(ODD / "alpha.png")
    with_alpha(image).save(ODD / "alpha-png.jpg", format="PNG")
    image.convert("P", palette=Image.ADAPTIVE, colors=40).save(ODD / "palette.png")
    image.convert("P", palette=Image.ADAPTIVE, colors=14).save(ODD / "palette-4-bits.png", bits=4)
    image.convert("P", palette=Image.ADAPTIVE, colors=40).save(ODD / "palette-transparent.png", transparency=3)
    image.convert("L").save(ODD / "gray.png")
    image.convert("1").save(ODD / "bilevel.png")
    with_alpha(image.convert("L")).save(ODD / "gray-alpha.png")
    picture = np.asarray(image)
    height, width, _ = picture.shape
    (ODD / "interlaced.png").write_bytes(png(interlaced_rows(picture), width, height, 8, 2, interlaced=True))
    deep = picture.astype(">u2") * 256 + np.arange(width)[None, :, None].astype(">u2") * 5
    deep = deep.astype(">u2")
    (ODD / "16-bit.png").write_bytes(png((row.tobytes() for row in deep), width, height, 16, 2))
    (ODD / "16-bit-gray.png").write_bytes(png((row[:, 0].tobytes() for row in deep), width, height, 16, 0))
    bad_profile = chunk(b"iCCP", b"profile\0\0" + zlib.compress(b"not a profile"))
    (ODD / "bad-profile.png").write_bytes(png((row.tobytes() for row in picture), width, height, 8, 2, bad_profile))
    Image.new("L", (4000, 3000), 200).save(ODD / "large-flat.png", optimize=True)
    Image.fromarray(picture[:, :1].repeat(8, axis=0)).save(ODD / "1-wide.png")
    Image.fromarray(picture[:1].repeat(6, axis=1)).save(ODD / "1-high.png")
    Image.new("RGB", (1, 1), (10, 200, 90)).save(ODD / "1-pixel.png")


def save_jpegs(image):
    image.save(ODD / "colour.jpg", quality=92)
    image.save(ODD / "4-4-4.jpg", quality=85, subsampling=0)
    image.save(ODD / "progressive.jpg", progressive=True, quality=85)
    image.convert("L").save(ODD / "gray.jpg", quality=85)
    image.convert("CMYK").save(ODD / "cmyk.jpg", quality=95)
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[0x0112] = orientation
        drawing(24, 16).save(ODD / f"orientation-{orientation}.jpg", exif=exif, quality=80)


def save_others(image):
    exif = Image.Exif()
    exif[0x0112] = 6
    image.save(ODD / "webp.jpg", format="WEBP", quality=80)
    image.save(ODD / "lossless.webp", lossless=True)
    with_alpha(image).save(ODD / "alpha.webp", lossless=True, exact=True)
    image.save(ODD / "animated.webp", save_all=True, append_images=[image.rotate(180)], duration=100, lossless=True)
    image.save(ODD / "orientation-6.webp", exif=exif)
    image.save(ODD / "orientation-6.png", exif=exif)
    image.save(ODD / "orientation-6.tif", exif=exif, compression="tiff_lzw")
    image.save(ODD / "colour.bmp")
    image.convert("P", palette=Image.ADAPTIVE, colors=40).save(ODD / "palette.bmp")
    image.save(ODD / "colour.tif", compression="tiff_deflate")
    image.convert("L").save(ODD / "gray.tif")
    with_alpha(image).save(ODD / "alpha.tif", compression="tiff_lzw")
    image.convert("P", palette=Image.ADAPTIVE, colors=40).save(ODD / "palette.tif")
    image.save(ODD / "animation.gif", save_all=True, append_images=[image.rotate(180)])


def save_netpbm(image):
    """Also the kinds that data sets of traffic signs and faces come in: bytes, text, 16 bits, other maxima, comments."""
    image.save(ODD / "colour.ppm")
    image.convert("L").save(ODD / "gray.pgm")
    picture = np.asarray(image)
    height, width, _ = picture.shape

    def save(name, kind, largest, values, comment=""):
        text = " ".join(str(value) for value in values.flatten())
        data = text.encode() if kind in "23" else values.astype("u1" if largest < 256 else ">u2").tobytes()
        (ODD / name).write_bytes(f"P{kind}\n{comment}{width} {height}\n{largest}\n".encode() + data)

    save("text.ppm", "3", 255, picture, "# a comment\n")
    save("text.pgm", "2", 99, (picture[:, :, 0] * 99.0 // 255).astype(int))
    save("maximum-99.ppm", "6", 99, (picture * 99.0 // 255).astype(int))
    save("16-bit.ppm", "6", 65535, picture.astype(int) * 257)
    save("16-bit.pgm", "5", 65535, picture[:, :, 0].astype(int) * 257)
    (ODD / "truncated.ppm").write_bytes((ODD / "colour.ppm").read_bytes()[:-10])
    (ODD / "claims-a-billion-pixels.ppm").write_bytes(b"P6 1000000000 1000000000 255 ")
    (ODD / "prose.ppm").write_text("P6 is not a picture.\n")


def save_refused(image):
    """Kinds that Pillow reads and we name."""
    image.convert("1").save(ODD / "bilevel.pbm")
    image.save(ODD / "colour.tga")
    image.save(ODD / "colour.pcx")
    image.save(ODD / "colour.sgi")
    to_lab = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
    ImageCms.applyTransform(image, to_lab).save(ODD / "lab.tif")


def save_broken():
    def cut(source, target, keep):
        data = (ODD / source).read_bytes()
        (ODD / target).write_bytes(data[:int(len(data) * keep)] if keep > 0 else data[:int(keep)])

    cut("colour.jpg", "truncated.jpg", 0.6)
    cut("colour.jpg", "truncated-end-marker.jpg", -2)
    cut("progressive.jpg", "truncated-progressive.jpg", 0.7)
    cut("colour.png", "truncated.png", 0.6)
    cut("webp.jpg", "truncated.webp", 0.6)
    cut("animated.webp", "truncated-animated.webp", 0.2)
    cut("colour.bmp", "truncated.bmp", 0.6)
    cut("colour.tif", "truncated.tif", 0.6)
    cut("colour.jpg", "only-a-start.jpg", 0.02)

    jpeg = bytearray((ODD / "colour.jpg").read_bytes())
    (ODD / "trailing-bytes.jpg").write_bytes(bytes(jpeg) + b"left over from a camera" * 9)
    jpeg[-60:-57] = b"\x12\x34\x56"
    (ODD / "corrupt-bytes.jpg").write_bytes(jpeg)
    data = bytearray((ODD / "colour.png").read_bytes())
    data[len(data) // 2] ^= 0x55
    (ODD / "corrupt-bytes.png").write_bytes(data)
    (ODD / "claims-900-million-pixels.png").write_bytes(png([b"\0" * 3750], 30000, 30000, 1, 0))
    (ODD / "few-rows.png").write_bytes(png([b"\x80" * 144] * 4, 48, 36, 8, 2))

    (ODD / "text.jpg").write_text("This is no picture.\n")
    (ODD / "text.bmp").write_text("BMW is a maker of cars, not a picture.\n")
    (ODD / "sound.webp").write_bytes(b"RIFF\x24\0\0\0WAVEfmt " + bytes(40))
    (ODD / "empty.jpg").write_bytes(b"")


def main():
    ODD.mkdir(parents=True, exist_ok=True)
    image = drawing()
    save_pngs(image)
    save_jpegs(image)
    save_others(image)
    save_netpbm(image)
    save_refused(image)
    save_broken()


if __name__ == "__main__":
    main()
