//! Whether the machine is quiet. A throttled page is held back by the clock on the wall, so time in which another
//! program had the core is multiplied as well: a compilation beside a measurement makes its figures worthless.

use std::fs;
use std::time::{Duration, Instant};

/// Other programs may use this share of all cores.
const QUIET: f64 = 0.12;
/// How long to wait for quiet.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the machine did just before a measurement; `None` where it does not tell.
pub struct Load {
    average: Option<f64>,
    busy: Option<f64>,
}

impl Load {
    /// Looks while our own browser idles, and waits a little for quiet.
    pub async fn before() -> Load {
        let asked = Instant::now();
        loop {
            let begun = ticks();
            tokio::time::sleep(Duration::from_millis(500)).await;
            let busy = begun.zip(ticks()).map(|(begun, ended)| share(begun, ended));
            if busy.is_none_or(|busy| busy < QUIET) || asked.elapsed() > PATIENCE {
                return Load { average: average(), busy };
            }
        }
    }

    pub fn is_quiet(&self) -> bool {
        self.busy.is_none_or(|busy| busy < QUIET)
    }

    pub fn words(&self) -> String {
        let average = self.average.map_or("unknown".to_owned(), |average| format!("{average:.2}"));
        let busy = self.busy.map_or("unknown".to_owned(), |busy| format!("{:.0} %", busy * 100.0));
        format!("load average {average}, others use {busy} of the cores")
    }
}

fn average() -> Option<f64> {
    fs::read_to_string("/proc/loadavg").ok()?.split_whitespace().next()?.parse().ok()
}

/// Idle and all ticks of all cores since the start.
fn ticks() -> Option<(f64, f64)> {
    let stat = fs::read_to_string("/proc/stat").ok()?;
    let fields = stat.lines().next()?.split_whitespace().skip(1);
    let ticks: Vec<f64> = fields.take(8).map_while(|field| field.parse().ok()).collect();
    // user nice system idle iowait …
    Some((ticks.get(3)? + ticks.get(4)?, ticks.iter().sum()))
}

fn share(begun: (f64, f64), ended: (f64, f64)) -> f64 {
    let all = ended.1 - begun.1;
    if all > 0.0 { 1.0 - (ended.0 - begun.0) / all } else { 0.0 }
}
