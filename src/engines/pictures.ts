import {
  ColorSpace,
  ImageMagick,
  initializeImageMagick,
  MagickError,
  MagickFormat,
  MagickGeometry,
  MagickReadSettings,
} from '@imagemagick/magick-wasm';

/** A picture and the box that it must fit into, in pixels. */
interface Asked {
  readonly bytes: Uint8Array;
  readonly format: 'jpeg' | 'png';
  readonly width: number;
  readonly height: number;
}

/** Of 100: no loss that an eye sees on a photograph, at a quarter of the weight that cameras write. */
const QUALITY = 82;

let started: Promise<void> | undefined;

/**
 * Starts ImageMagick, compiled to WebAssembly: it runs wherever Node does, and reads no file.
 * @param wasm the program, `@imagemagick/magick-wasm/magick.wasm`
 * @returns what makes a picture upright, in screen colours, small enough for its box; the same bytes each time; null for
 * bytes that it cannot read. Its memory grows with the picture, about 10 bytes a pixel of a PNG, and stays until the
 * process ends; a JPEG is read at the size that is needed, however large it is
 */
export async function openPictures(wasm: Uint8Array): Promise<(picture: Asked) => Uint8Array | null> {
  started ??= initializeImageMagick(wasm);
  await started;
  return resized;
}

function resized({ bytes, format, width, height }: Asked): Uint8Array | null {
  const type = format === 'jpeg' ? MagickFormat.Jpeg : MagickFormat.Png;
  // The format is told, never guessed: ImageMagick knows two hundred.
  const settings = new MagickReadSettings({ format: type });
  const longest = Math.max(width, height);
  settings.setDefine(MagickFormat.Jpeg, 'size', `${longest}x${longest}`);
  try {
    return ImageMagick.read(bytes, settings, (image) => {
      image.autoOrient();
      if (image.colorSpace === ColorSpace.CMYK) {
        image.removeProfile('icc');
        image.colorSpace = ColorSpace.sRGB;
      }
      const box = new MagickGeometry(width, height);
      box.greater = true;
      image.resize(box);
      image.quality = QUALITY;
      return image.write(type, (written) => written.slice());
    });
  } catch (error) {
    if (error instanceof MagickError) return null;
    throw error;
  }
}
