namespace PowerIntegration.Local.Clock;

/// <summary>Where every id, number and random choice of the sandbox comes from, so that one printed seed repeats a run.</summary>
public interface IIdSource
{
    /// <summary>The next identifier.</summary>
    Guid NextGuid();

    /// <summary>The next number of the kind the vendors hand out: positive, at most 15 digits, never given twice.</summary>
    long NextNumber();

    /// <summary>A choice among equals.</summary>
    /// <param name="exclusiveMax">One more than the largest answer; positive.</param>
    int NextInt(int exclusiveMax);
}
