//! Reads the stream of bits of `weights.bin`: a range coder, written by `scripts/train/table.py`. A bit takes as little room as it
//! was to be expected, which brotli cannot do for numbers of a few bits.

/// What a bit is expected to be, from those before it in its place.
#[derive(Clone, Copy)]
pub struct Chance {
    /// The chance that it is 0, of 65,536.
    zero: u16,
    /// How often it was met, this time counted; from [`MET_MAX`] on it is not counted.
    met: u16,
}

/// An even chance, from which all learn: the first bits much, later ones little.
pub const EVEN: Chance = Chance { zero: 1 << 15, met: 1 };
/// A bit moves a chance by one part of two to the power of as many as `met` has bits: by a half at first, by one of 32 in the end. Half
/// of this costs 66 bytes of 15,823; parts of any number save 17 and take a division a bit, which is a fifth of the time.
const MET_MAX: u16 = 31;
/// Bits of the size of a step.
const SIZE_BITS: u32 = 5;
/// Bits of a step below its highest whose chances are learned: those below are even.
const UPPER_BITS: u32 = 3;

/// What the steps of ascending rows are expected to be.
pub struct Steps {
    /// How many bits one has, by how many the one before had.
    sizes: [[Chance; 1 << SIZE_BITS]; 1 << SIZE_BITS],
    /// The upper ones of its bits, by how many it has.
    upper: [[Chance; 1 << UPPER_BITS]; 1 << SIZE_BITS],
}

impl Steps {
    /// Steps of which nothing is known.
    pub fn new() -> Steps {
        Steps { sizes: [[EVEN; 1 << SIZE_BITS]; 1 << SIZE_BITS], upper: [[EVEN; 1 << UPPER_BITS]; 1 << SIZE_BITS] }
    }
}

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
        let bound = (self.range >> 16) * u32::from(chance.zero);
        let shift = u16::BITS - chance.met.leading_zeros();
        let is_one = self.code >= bound;
        if is_one {
            self.code -= bound;
            self.range -= bound;
            chance.zero -= chance.zero >> shift;
        } else {
            self.range = bound;
            chance.zero += chance.zero.wrapping_neg() >> shift;
        }
        chance.met = (chance.met + 1).min(MET_MAX);
        while self.range < 1 << 24 {
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

    /// A step of an ascending row, at least 1. `size` is that of the step before, and becomes its own.
    pub fn step(&mut self, size: &mut u32, steps: &mut Steps) -> u32 {
        *size = self.number(SIZE_BITS, &mut steps.sizes[*size as usize]);
        let upper_bits = UPPER_BITS.min(*size);
        let upper = self.number(upper_bits, &mut steps.upper[*size as usize]);
        let lower_bits = *size - upper_bits;
        (1 << upper_bits | upper) << lower_bits | self.plain(lower_bits)
    }
}
