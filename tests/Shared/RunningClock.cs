namespace Tests.Shared;

/// <summary>Time that runs eight times as fast as on the wall, or as a test wants, and can be set forward; every timer on it keeps up.</summary>
internal sealed class RunningClock(int speed = 8) : TimeProvider
{
    private readonly DateTimeOffset _origin = DateTimeOffset.UtcNow;
    private readonly long _started = System.GetTimestamp();
    private readonly HashSet<Hand> _hands = [];
    private readonly Lock _gate = new();
    private TimeSpan _ahead;

    private int Speed => speed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _origin + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    private TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
                return System.GetElapsedTime(_started) * speed + _ahead;
        }
    }

    public void Forward(TimeSpan by)
    {
        Hand[] hands;
        lock (_gate)
        {
            _ahead += by;
            hands = [.. _hands];
        }
        foreach (var hand in hands)
            hand.Wind();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var hand = new Hand(this, callback, state);
        lock (_gate)
            _hands.Add(hand);
        hand.Change(dueTime, period);
        return hand;
    }

    private sealed class Hand : ITimer
    {
        private readonly RunningClock _clock;
        private readonly Timer _timer;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly Lock _gate = new();
        private TimeSpan? _due;
        private TimeSpan _period;

        public Hand(RunningClock clock, TimerCallback callback, object? state)
        {
            (_clock, _callback, _state) = (clock, callback, state);
            _timer = new Timer(static hand => ((Hand)hand!).Strike(), this, Timeout.Infinite, Timeout.Infinite);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.Elapsed + dueTime;
                _period = period;
            }
            Wind();
            return true;
        }

        public void Wind()
        {
            lock (_gate)
            {
                var wait = _due is { } due ? Max(due - _clock.Elapsed, TimeSpan.Zero) / _clock.Speed : Timeout.InfiniteTimeSpan;
                try
                {
                    _timer.Change(wait, Timeout.InfiniteTimeSpan);
                }
                catch (ObjectDisposedException)
                {
                    // Disposed while the clock was set forward.
                }
            }
        }

        private void Strike()
        {
            lock (_gate)
            {
                if (_due is not { } due)
                    return;
                if (due > _clock.Elapsed)
                {
                    Wind();
                    return;
                }
                _due = _period > TimeSpan.Zero ? _clock.Elapsed + _period : null;
                Wind();
            }
            _callback(_state);
        }

        public void Dispose()
        {
            lock (_clock._gate)
                _clock._hands.Remove(this);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
    }
}
