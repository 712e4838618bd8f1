namespace PowerIntegration.Local.Clock;

/// <summary>Ids from a seed: the same seed and the same order of calls give the same ids.</summary>
public sealed class SeededIdSource : IIdSource
{
    private readonly object gate = new();
    private readonly Random random;
    private long lastNumber = 700_000_000_000_000;

    /// <summary>Starts the sequence of a seed.</summary>
    /// <param name="seed">Any number; print it, so that a failure can be repeated.</param>
    public SeededIdSource(int seed) => random = new Random(seed);

    /// <inheritdoc/>
    public Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (gate)
        {
            random.NextBytes(bytes);
        }

        // Version 4, variant 1: a consumer that looks sees an ordinary random identifier.
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }

    /// <inheritdoc/>
    public long NextNumber()
    {
        lock (gate)
        {
            lastNumber += 1 + random.Next(97);
            return lastNumber;
        }
    }

    /// <inheritdoc/>
    public int NextInt(int exclusiveMax)
    {
        lock (gate)
        {
            return random.Next(exclusiveMax);
        }
    }
}
