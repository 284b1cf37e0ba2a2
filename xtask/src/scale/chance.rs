//! Chance from a seed, in whole numbers: the same draws on every machine, so that a page may quote what came of them.

/// A source of random numbers (SplitMix64).
pub struct Chance(u64);

impl Chance {
    /// The source that starts here.
    pub fn seeded(seed: u64) -> Self {
        Chance(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, the bound.
    pub fn below(&mut self, bound: u64) -> u64 {
        u64::try_from((u128::from(self.next()) * u128::from(bound)) >> 64).unwrap_or_default()
    }

    /// A time to wait until something happens that happens by chance, this often on average.
    ///
    /// Von Neumann's way: it only compares, so that no logarithm of some machine comes in, and is exact.
    pub fn wait(&mut self, mean: u64) -> u64 {
        let mut whole = 0_u64;
        loop {
            let first = self.next() >> 32;
            let (mut last, mut falls) = (first, 1);
            loop {
                let next = self.next() >> 32;
                if next >= last {
                    break;
                }
                last = next;
                falls += 1;
            }
            if falls % 2 == 1 {
                let parts = (u128::from(whole) << 32) + u128::from(first);
                return u64::try_from((parts * u128::from(mean)) >> 32).unwrap_or(u64::MAX);
            }
            whole += 1;
        }
    }
}

/// How unlike customers are: the one at place i comes as often as …
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Skew {
    /// … any other.
    Even,
    /// … 1 by the square root of i.
    Root,
    /// … 1 by i: Zipf's law.
    Zipf,
}

/// Who comes next.
pub struct Popularity {
    /// Sums of the weights, from the first place on.
    sums: Vec<u64>,
}

impl Popularity {
    /// So many customers, the most popular first.
    pub fn new(count: usize, skew: Skew) -> Self {
        let mut sum = 0_u64;
        let weight = |place: u64| match skew {
            Skew::Even => 1_u64 << 20,
            Skew::Root => (1_u64 << 30) / (place << 20).isqrt(),
            Skew::Zipf => (1_u64 << 40) / place,
        };
        let sums = (1_u64..).take(count).map(|place| {
            sum += weight(place);
            sum
        });
        Popularity { sums: sums.collect() }
    }

    /// The place of the one who comes next, from 0.
    pub fn draw(&self, chance: &mut Chance) -> usize {
        let point = chance.below(self.sums.last().copied().unwrap_or(1));
        self.sums.partition_point(|sum| *sum <= point)
    }

    /// How often the first place comes, in millionths.
    pub fn first_share(&self) -> u64 {
        let all = self.sums.last().copied().unwrap_or(1);
        u64::try_from(u128::from(self.sums.first().copied().unwrap_or(0)) * 1_000_000 / u128::from(all)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_have_the_mean_and_the_spread_of_chance() {
        let mut chance = Chance::seeded(1);
        let waits: Vec<u64> = (0..100_000).map(|_| chance.wait(1_000)).collect();
        let mean = waits.iter().sum::<u64>() / 100_000;
        assert!((985..=1_015).contains(&mean), "{mean}");
        // Of an exponential distribution 36.8 % lie beyond the mean and 5.0 % beyond three times it.
        let beyond = |bound: u64| waits.iter().filter(|wait| **wait > bound).count();
        assert!((36_300..=37_300).contains(&beyond(1_000)), "{}", beyond(1_000));
        assert!((4_780..=5_180).contains(&beyond(3_000)), "{}", beyond(3_000));
    }

    #[test]
    fn the_first_by_zipf_comes_twice_as_often_as_the_second() {
        let popularity = Popularity::new(1_000, Skew::Zipf);
        let mut chance = Chance::seeded(2);
        let mut counts = [0_u32; 1_000];
        (0..200_000).for_each(|_| counts[popularity.draw(&mut chance)] += 1);
        // 1 by the thousandth harmonic number, 7.485.
        assert!((26_000..=27_400).contains(&counts[0]), "{}", counts[0]);
        assert!((13_000..=13_700).contains(&counts[1]), "{}", counts[1]);
        assert_eq!(popularity.first_share(), 133_592);
        assert_eq!(Popularity::new(1_000, Skew::Even).first_share(), 1_000);
    }
}
