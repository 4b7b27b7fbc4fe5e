//! The load: so many connections, each asking again as soon as it is answered.

pub mod client;

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use client::Client;
use tokio::task::JoinSet;

use crate::process::Process;

/// What one connection asks, one request after another.
pub trait Caller: Send + 'static {
    fn next_request(&mut self) -> &[u8];
}

/// What came of it.
#[derive(Default)]
pub struct Measured {
    pub requests: usize,
    /// Answers with another status than 200.
    pub failures: usize,
    pub elapsed: Duration,
    /// Seconds of processor time that the program under load spent, warm-up included …
    processor_time: f64,
    /// … and what it answered meanwhile.
    answered: usize,
    /// Microseconds, sorted.
    latencies: Vec<u32>,
}

impl Measured {
    /// Several rounds as one.
    pub fn together(rounds: Vec<Measured>) -> Measured {
        let mut all = Measured::default();
        for round in rounds {
            all.requests += round.requests;
            all.failures += round.failures;
            all.elapsed += round.elapsed;
            all.processor_time += round.processor_time;
            all.answered += round.answered;
            all.latencies.extend(round.latencies);
        }
        all.latencies.sort_unstable();
        all
    }

    /// Microseconds of processor time that an answer takes: says more than the rate where others use the machine too.
    pub fn processor_micros(&self) -> f64 {
        self.processor_time * 1e6 / self.answered as f64
    }

    /// Answers that took 40 ms or longer, which is how long a forgotten TCP_NODELAY makes each one wait.
    pub fn stalls(&self) -> usize {
        self.latencies.len() - self.latencies.partition_point(|micros| *micros < 40_000)
    }

    pub fn per_second(&self) -> f64 {
        self.requests as f64 / self.elapsed.as_secs_f64()
    }

    /// Milliseconds within which so many percent were answered.
    pub fn percentile(&self, percent: f64) -> f64 {
        let position = (self.latencies.len() as f64 * percent / 100.0).ceil() as usize;
        self.latencies.get(position.saturating_sub(1)).map_or(f64::NAN, |micros| f64::from(*micros) / 1000.0)
    }
}

/// A connection's share.
#[derive(Default)]
struct Share {
    answered: usize,
    failures: usize,
    latencies: Vec<u32>,
}

/// Warms up, then measures.
pub async fn load<C: Caller>(
    program: &Process,
    callers: Vec<C>,
    (warm_up, duration): (Duration, Duration),
) -> anyhow::Result<Measured> {
    let processor_time = program.processor_time()?;
    let begin = Instant::now() + warm_up;
    let end = begin + duration;
    let mut connections = JoinSet::new();
    for caller in callers {
        connections.spawn(ask(program.address, caller, begin, end));
    }
    let (mut answered, mut failures, mut latencies) = (0, 0, Vec::new());
    while let Some(share) = connections.join_next().await {
        let share = share??;
        answered += share.answered;
        failures += share.failures;
        latencies.extend(share.latencies);
    }
    latencies.sort_unstable();
    let processor_time = program.processor_time()? - processor_time;
    Ok(Measured { requests: latencies.len(), failures, elapsed: duration, processor_time, answered, latencies })
}

/// Answers that come before `begin` or after `end` do not count; failures always do.
async fn ask(address: SocketAddr, mut caller: impl Caller, begin: Instant, end: Instant) -> anyhow::Result<Share> {
    let mut client = Client::connect(address).await?;
    let mut share = Share::default();
    let mut asked = Instant::now();
    while asked < end {
        let status = client.send(caller.next_request()).await?;
        let answered = Instant::now();
        share.answered += 1;
        share.failures += usize::from(status != 200);
        if asked >= begin && answered <= end {
            share.latencies.push((answered - asked).as_micros() as u32);
        }
        asked = answered;
    }
    Ok(share)
}
