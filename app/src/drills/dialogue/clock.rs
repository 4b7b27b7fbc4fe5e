//! Time pressure, for whoever switches it on: a customer does not wait for ever. Off at first, and off again by one tap.

use leptos::prelude::*;

use super::scene::Words;

#[derive(Clone, Copy)]
pub struct Clock {
    /// False where no clock can run: on the server, and before the page has come to life.
    is_ready: RwSignal<bool>,
    is_on: RwSignal<bool>,
    left: RwSignal<u32>,
}

impl Clock {
    pub fn new() -> Clock {
        Clock { is_ready: RwSignal::new(false), is_on: RwSignal::new(false), left: RwSignal::new(0) }
    }

    pub fn stop(self) {
        self.is_on.set(false);
    }

    /// Counts down from `seconds` whenever they change while the clock is on, and calls `end` at nought.
    #[cfg(feature = "hydrate")]
    pub fn run(self, seconds: impl Fn() -> Option<u32> + 'static, end: impl Fn() + Copy + 'static) {
        use std::time::Duration;

        let handle = StoredValue::new(None::<IntervalHandle>);
        let stop = move || handle.update_value(|handle| _ = handle.take().map(|handle| handle.clear()));
        Effect::new(move || {
            self.is_ready.set(true);
            stop();
            let Some(seconds) = seconds().filter(|_| self.is_on.get()) else { return self.left.set(0) };
            self.left.set(seconds);
            let tick = move || {
                self.left.update(|left| *left = left.saturating_sub(1));
                if self.left.get_untracked() == 0 {
                    stop();
                    end();
                }
            };
            // Refused by no browser; without it the customer simply waits.
            handle.set_value(set_interval_with_handle(tick, Duration::from_secs(1)).ok());
        });
        on_cleanup(stop);
    }

    #[cfg(not(feature = "hydrate"))]
    pub fn run(self, _seconds: impl Fn() -> Option<u32> + 'static, _end: impl Fn() + Copy + 'static) {}

    /// The switch, and the seconds that are left. A screen reader reads them when asked to, not every second.
    pub fn view(self, words: &Words) -> impl IntoView + use<> {
        let [on, off] = words.time.clone();
        let seconds = words.seconds_left.clone();
        self.is_ready.get().then(move || {
            let switch = move |_| self.is_on.update(|is_on| *is_on = !*is_on);
            let left = move || {
                let left = self.left.get();
                (left > 0).then(|| seconds.replace("{n}", &left.to_string()))
            };
            view! {
                <p class="actions">
                    <button type="button" class="text" on:click=switch>
                        {move || if self.is_on.get() { off.clone() } else { on.clone() }}
                    </button>
                    <span class="meta" role="timer">{left}</span>
                </p>
            }
        })
    }
}
