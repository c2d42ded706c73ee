//! Reads the stream of bits of `weights.bin`: a range coder, written by `scripts/train/table.py`. A bit takes as little room as it
//! was to be expected, which brotli cannot do for numbers of a few bits.

/// The chance that a bit is 0, of 2048.
pub type Chance = u16;

/// An even chance, from which all learn.
pub const EVEN: Chance = 1024;
/// How slowly a chance learns: by one part of two to this power.
const SLOWNESS: u32 = 4;

/// Reads bits. Past the end all bytes are zero.
pub struct Coder<'a> {
    bytes: &'a [u8],
    range: u32,
    code: u32,
}

impl<'a> Coder<'a> {
    /// Begins at the first byte.
    pub fn new(bytes: &'a [u8]) -> Coder<'a> {
        let mut coder = Coder { bytes, range: u32::MAX, code: 0 };
        for _ in 0..4 {
            coder.shift();
        }
        coder
    }

    fn shift(&mut self) {
        let (first, rest) = self.bytes.split_first().map_or((0, self.bytes), |(first, rest)| (*first, rest));
        self.code = self.code << 8 | u32::from(first);
        self.bytes = rest;
    }

    /// One bit, from which its chance learns.
    pub fn bit(&mut self, chance: &mut Chance) -> u32 {
        let bound = (self.range >> 11) * u32::from(*chance);
        let is_one = self.code >= bound;
        if is_one {
            self.code -= bound;
            self.range -= bound;
            *chance -= *chance >> SLOWNESS;
        } else {
            self.range = bound;
            *chance += (2048 - *chance) >> SLOWNESS;
        }
        if self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
        is_one as u32
    }

    /// A number of so many bits, all of even chance.
    pub fn plain(&mut self, bits: u32) -> u32 {
        (0..bits).fold(0, |number, _| number << 1 | self.bit(&mut { EVEN }))
    }

    /// A number of so many bits; `chances` has room for two to the power of that.
    pub fn number(&mut self, bits: u32, chances: &mut [Chance]) -> u32 {
        (0..bits).fold(1, |at, _| at << 1 | self.bit(&mut chances[at as usize])) - (1 << bits)
    }

    /// [`Coder::number`] with half of the range below zero.
    pub fn signed(&mut self, bits: u32, chances: &mut [Chance]) -> i32 {
        self.number(bits, chances) as i32 - (1 << (bits - 1))
    }

    /// A step of an ascending row: so many ones, a zero and the lower bits; or ones for all `chances` and all bits.
    pub fn step(&mut self, low_bits: u32, all_bits: u32, chances: &mut [Chance]) -> u32 {
        for (ones, chance) in (0..).zip(chances) {
            if self.bit(chance) == 0 {
                return ones << low_bits | self.plain(low_bits);
            }
        }
        self.plain(all_bits)
    }
}
