//! From a picture to the texts of the codes in it.

use rqrr::PreparedImage;

/// How a picture is prepared before codes are looked for in it. A camera that shows picture after picture takes the next
/// one with each; a single picture is worth all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As it is.
    Plain,
    /// Grain evened out: dim light.
    Smooth,
    /// Edges made harder: out of focus.
    Sharp,
    /// Grain evened out, at half the size: a large picture with much grain.
    Half,
}

impl Look {
    /// All of them, the most likely to help first.
    pub const ALL: [Look; 4] = [Look::Plain, Look::Sharp, Look::Smooth, Look::Half];
}

/// A picture in grey points (0 is black), row by row.
struct Picture {
    width: usize,
    height: usize,
    grey: Vec<u8>,
}

/// The texts of the codes that can be read in a picture of `width` × `height` grey points (0 is black), row by row; also
/// where dark and light are swapped. Empty: no code was found, or none could be read.
pub fn see(width: usize, height: usize, grey: &[u8], looks: &[Look]) -> Vec<String> {
    if width == 0 || height == 0 || width.checked_mul(height) != Some(grey.len()) {
        return Vec::new();
    }
    let picture = Picture { width, height, grey: grey.to_vec() };
    for look in looks {
        let looked = picture.looked(*look);
        for swapped in [0, 255] {
            let texts = looked.read(swapped);
            if !texts.is_empty() {
                return texts;
            }
        }
    }
    Vec::new()
}

impl Picture {
    fn looked(&self, look: Look) -> Picture {
        match look {
            Look::Plain => Picture { width: self.width, height: self.height, grey: self.grey.clone() },
            Look::Smooth => self.smooth(),
            Look::Sharp => self.sharp(),
            Look::Half => self.half(),
        }
    }

    /// `swap` is 255 where dark and light are swapped, else 0.
    fn read(&self, swap: u8) -> Vec<String> {
        let grey = |x, y| self.grey[y * self.width + x] ^ swap;
        let mut picture = PreparedImage::prepare_from_greyscale(self.width, self.height, grey);
        picture.detect_grids().into_iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect()
    }

    /// Every point is the mean of itself and its eight neighbours.
    fn smooth(&self) -> Picture {
        let (width, height) = (self.width, self.height);
        let mut across = vec![0u16; self.grey.len()];
        for (row, sums) in self.grey.chunks(width).zip(across.chunks_mut(width)) {
            for (x, sum) in sums.iter_mut().enumerate() {
                let point = |x: usize| u16::from(row[x.min(width - 1)]);
                *sum = point(x.saturating_sub(1)) + point(x) + point(x + 1);
            }
        }
        let mut grey = vec![0; self.grey.len()];
        for (at, point) in grey.iter_mut().enumerate() {
            let (x, y) = (at % width, at / width);
            let row = |y: usize| across[y.min(height - 1) * width + x];
            *point = ((row(y.saturating_sub(1)) + row(y) + row(y + 1)) / 9) as u8;
        }
        Picture { width, height, grey }
    }

    /// Every point is moved away from the mean of its neighbourhood.
    fn sharp(&self) -> Picture {
        let smooth = self.smooth().smooth();
        let harder = |(point, mean): (&u8, &u8)| (i32::from(*point) * 4 - i32::from(*mean) * 3).clamp(0, 255) as u8;
        Picture { grey: self.grey.iter().zip(&smooth.grey).map(harder).collect(), ..smooth }
    }

    /// Four points become one.
    fn half(&self) -> Picture {
        let (width, height) = (self.width / 2, self.height / 2);
        let four = |at: usize| {
            let (x, y) = (at % width * 2, at / width * 2);
            let point = |x: usize, y: usize| u16::from(self.grey[y * self.width + x]);
            ((point(x, y) + point(x + 1, y) + point(x, y + 1) + point(x + 1, y + 1)) / 4) as u8
        };
        Picture { width, height, grey: (0..width * height).map(four).collect() }
    }
}
