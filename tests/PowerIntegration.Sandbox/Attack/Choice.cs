namespace PowerIntegration.Sandbox.Attack;

/// <summary>Everything that the seed decides.</summary>
/// <param name="seed">The seed.</param>
internal sealed class Choice(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>A number from 0 to below the limit.</summary>
    public int Below(int limit) => random.Next(limit);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => random.Next(times) == 0;

    /// <summary>One of several.</summary>
    public T Of<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>One of several, or what stands in for it where there is none.</summary>
    public T Of<T>(IReadOnlyList<T> choices, T otherwise) => choices.Count == 0 ? otherwise : Of(choices);

    /// <summary>An id that nothing has.</summary>
    public Guid Id()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    /// <summary>A hash of nothing.</summary>
    public string Hash() => string.Concat(Enumerable.Range(0, 64).Select(_ => "0123456789abcdef"[random.Next(16)]));
}
