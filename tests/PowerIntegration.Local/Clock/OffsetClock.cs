#pragma warning disable RS0030 // This is where the real clock enters.
using PowerIntegration.Local.Storage;

namespace PowerIntegration.Local.Clock;

/// <summary>
/// Real time with an offset: what <c>serve</c> runs on, so that a job of last autumn can continue today. The offset lies in the store folder: a later
/// start continues from there, and <c>token</c> signs for the same time.
/// </summary>
public sealed class OffsetClock : TimeProvider, IMovableClock
{
    private const string FileName = "clock-offset.txt";
    private readonly Lock gate = new();
    private readonly string path;
    private TimeSpan offset;

    private OffsetClock(string path, TimeSpan offset)
    {
        this.path = path;
        this.offset = offset;
    }

    /// <summary>Opens the clock of a store folder.</summary>
    /// <param name="storeFolder">The store; it is made where it is missing.</param>
    /// <param name="start">The time of a store that has none yet.</param>
    public static OffsetClock Open(string storeFolder, DateTimeOffset start)
    {
        Directory.CreateDirectory(storeFolder);
        var path = Path.Combine(storeFolder, FileName);
        if (File.Exists(path))
        {
            var text = File.ReadAllText(path);
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ticks)
                ? new OffsetClock(path, TimeSpan.FromTicks(ticks))
                : throw new StoreRefusedException(
                    $"The store file {Path.GetFullPath(path)} contains '{text}' instead of a time offset. Delete it: time "
                        + $"then continues from {start:yyyy-MM-dd}, and from the next month that is billed."
                );
        }

        var clock = new OffsetClock(path, start - System.GetUtcNow());
        clock.Keep();
        return clock;
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return System.GetUtcNow() + offset;
        }
    }

    /// <inheritdoc/>
    public void AdvanceTo(DateTimeOffset instant)
    {
        lock (gate)
        {
            var behind = instant - (System.GetUtcNow() + offset);
            if (behind > TimeSpan.Zero)
            {
                offset += behind;
                Keep();
            }
        }
    }

    private void Keep() => StoreText.Write(path, offset.Ticks.ToString(CultureInfo.InvariantCulture));
}
