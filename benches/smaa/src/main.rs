use std::time::Instant;
fn main() {
    for (m, n, d, k) in [
        (5usize, 8usize, 42u64, 100_000u64),
        (20, 12, 43, 1_000_000),
        (40, 32, 44, 100_000),
    ] {
        for q in [true, false] {
            let mut t = vec![];
            let mut c = vec![];
            for s in 0..7 {
                let a = Instant::now();
                let o = bench_smaa::run(m, n, d, k, s, q).unwrap();
                t.push(a.elapsed().as_secs_f64() * 1e3);
                c = (0..5).map(|i| o.rank(i, 0)).collect();
            }
            t.sort_by(f64::total_cmp);
            println!(
                "{m}x{n}x{k} quasi {q}: {:.3} ms  min {:.3} {c:.4?}",
                t[3], t[0]
            );
        }
    }
}
