namespace PowerIntegration.Audit.Workload;

/// <summary>Random numbers that a seed and a stream number repeat on every machine (SplitMix64).</summary>
public sealed class SeededNumbers
{
    private ulong state;

    /// <summary>Starts the stream of one contract.</summary>
    public SeededNumbers(long seed, int stream)
    {
        state = Mix(unchecked(((ulong)seed * 0x9E3779B97F4A7C15UL) + (ulong)stream));
    }

    /// <summary>A number from zero up to, not including, the bound.</summary>
    public long Below(long bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (long)Math.BigMul(Next(), (ulong)bound, out _);
    }

    /// <summary>A number from the first to the last, both included.</summary>
    public long Between(long first, long last) => first + Below(last - first + 1);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => Below(times) == 0;

    /// <summary>A part of the amount, from none to so many percent of it, in whole units.</summary>
    public long PartOf(long amount, int percentMax) => amount * Below(percentMax + 1) / 100;

    /// <summary>A number from 1 to the last, each doubling as likely as every other, so that small ones are frequent and large ones occur.</summary>
    public long LogUniform(long last)
    {
        // A whole position on the scale of doublings in 1/65536, then evenly within the doubling.
        var doublings = 63 - (int)ulong.LeadingZeroCount((ulong)last);
        var topShare = ((last << 16) >> doublings) - 65536;
        var position = Below(((long)doublings << 16) + topShare + 1);
        var floor = 1L << (int)(position >> 16);
        return Math.Min(last, floor + (floor * (position & 0xFFFF) / 65536));
    }

    private static ulong Mix(ulong value)
    {
        value = unchecked((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL);
        value = unchecked((value ^ (value >> 27)) * 0x94D049BB133111EBUL);
        return value ^ (value >> 31);
    }

    private ulong Next()
    {
        state = unchecked(state + 0x9E3779B97F4A7C15UL);
        return Mix(state);
    }
}
