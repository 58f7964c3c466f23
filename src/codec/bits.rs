//! Small numbers packed side by side, and short texts, as few bytes as they need.

/// Writes bits, first the high ones, and what stands on whole bytes.
#[derive(Clone, Debug, Default)]
pub struct BitWriter {
    bytes: Vec<u8>,
    /// Bits of the last byte that are taken; 0: all.
    taken: u32,
}

impl BitWriter {
    /// The lowest `width` bits of `value`, at most 32.
    pub fn bits(&mut self, value: u32, width: u32) {
        for at in (0..width.min(32)).rev() {
            if self.taken == 0 {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= ((value >> at & 1) as u8) << (7 - self.taken);
            }
            self.taken = (self.taken + 1) % 8;
        }
    }

    /// Bytes as they are, from the next whole byte on.
    pub fn raw(&mut self, bytes: &[u8]) {
        self.taken = 0;
        self.bytes.extend(bytes);
    }

    /// A count, seven bits a byte.
    pub fn count(&mut self, mut value: u64) {
        loop {
            let more = value > 0x7f;
            self.raw(&[(value as u8 & 0x7f) | (u8::from(more) << 7)]);
            value >>= 7;
            if !more {
                return;
            }
        }
    }

    /// A text with its length.
    pub fn text(&mut self, text: &str) {
        self.count(text.len() as u64);
        self.raw(text.as_bytes());
    }

    /// What was written.
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// Reads what [`BitWriter`] wrote. `None`: there is no more, or it is not what it should be.
#[derive(Clone, Debug)]
pub struct BitReader<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Bits of the byte at `at` that are read.
    read: u32,
}

impl<'a> BitReader<'a> {
    /// A reader of these bytes.
    pub fn new(bytes: &'a [u8]) -> BitReader<'a> {
        BitReader { bytes, at: 0, read: 0 }
    }

    /// The next `width` bits, at most 32.
    pub fn bits(&mut self, width: u32) -> Option<u32> {
        let mut value = 0;
        for _ in 0..width.min(32) {
            let byte = *self.bytes.get(self.at)?;
            value = value << 1 | u32::from(byte >> (7 - self.read) & 1);
            self.read += 1;
            if self.read == 8 {
                (self.at, self.read) = (self.at + 1, 0);
            }
        }
        Some(value)
    }

    /// The next `count` bytes, from the next whole byte on.
    pub fn raw(&mut self, count: usize) -> Option<&'a [u8]> {
        self.align()?;
        let bytes = self.bytes.get(self.at..self.at.checked_add(count)?)?;
        self.at += count;
        Some(bytes)
    }

    /// The next bytes as an array.
    pub fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.raw(N)?.try_into().ok()
    }

    /// A count.
    pub fn count(&mut self) -> Option<u64> {
        let mut value = 0u64;
        for shift in (0..63).step_by(7) {
            let [byte] = self.array()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                // A count has one form only.
                return (byte > 0 || shift == 0).then_some(value);
            }
        }
        None
    }

    /// A text with its length.
    pub fn text(&mut self) -> Option<String> {
        let length = usize::try_from(self.count()?).ok()?;
        String::from_utf8(self.raw(length)?.to_vec()).ok()
    }

    /// Whether everything is read; bits that fill the last byte are zeroes.
    pub fn is_at_end(&mut self) -> bool {
        self.align().is_some() && self.at == self.bytes.len()
    }

    /// Goes on to the next whole byte; `None`: the bits passed over are not zeroes.
    fn align(&mut self) -> Option<()> {
        if self.read == 0 {
            return Some(());
        }
        let rest = 8 - self.read;
        (self.bits(rest)? == 0).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let mut writer = BitWriter::default();
        writer.bits(5, 3);
        writer.bits(1, 7);
        writer.count(300);
        writer.bits(2, 2);
        writer.text("chè");
        let bytes = writer.finish();
        let mut reader = BitReader::new(&bytes);
        assert_eq!((reader.bits(3), reader.bits(7), reader.count()), (Some(5), Some(1), Some(300)));
        assert_eq!((reader.bits(2), reader.text().as_deref()), (Some(2), Some("chè")));
        assert!(reader.is_at_end());
        assert_eq!(reader.bits(1), None);
        for end in 0..bytes.len() {
            let mut reader = BitReader::new(&bytes[..end]);
            let read = (reader.bits(3), reader.bits(7), reader.count(), reader.bits(2), reader.text());
            assert_eq!(read.4, None, "{end}");
        }
    }
}
