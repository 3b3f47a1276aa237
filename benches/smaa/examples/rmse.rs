fn main() {
    for (m, n, d) in [(5usize, 8usize, 42u64), (20, 12, 43)] {
        let r = bench_smaa::run(m, n, d, 1 << 28, 777, true).unwrap();
        for k in [10_000u64, 16_384, 32_768, 40_000, 65_536, 100_000, 131_072, 1<<20] {
            let mut e = [0.0f64; 2];
            for (q, e) in e.iter_mut().enumerate() {
                for s in 0..40 {
                    let o = bench_smaa::run(m, n, d, k, s, q == 1).unwrap();
                    for (a, b) in o.ranks.iter().zip(&r.ranks) { *e += (a.value - b.value).powi(2); }
                }
                *e = (*e / 40.0 / (m * m) as f64).sqrt() * 100.0;
            }
            println!("{m}x{n} {k}: plain {:.4} pp quasi {:.4} pp ratio of samples {:.2}", e[0], e[1], (e[0] / e[1]).powi(2));
        }
    }
}
