namespace PowerIntegration.Packer.Verification.Shapes;

/// <summary>Which texts an element or an attribute may hold.</summary>
/// <param name="Expected">What to write, to follow the word Write: "0 or 1".</param>
/// <param name="Accepts">True for a text that is allowed.</param>
internal sealed record ValueRule(string Expected, Func<string, bool> Accepts)
{
    /// <summary>A text that exports hold in columns and tables of the platform, and that no source written by hand needs.</summary>
    public string? Tolerated { get; init; }

    /// <summary>True for a text that is allowed; <paramref name="complete"/> where the source must be as if written by hand.</summary>
    public bool Allows(string text, bool complete) => Accepts(text) || (!complete && text == Tolerated);

    /// <summary>The same, with an empty text tolerated in what other publishers exported.</summary>
    public ValueRule OrEmptyInExports() => this with { Tolerated = "" };
}
