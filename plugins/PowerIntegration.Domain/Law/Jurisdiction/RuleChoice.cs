using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>The one rule of a kind that applies to a contract, or why there is none.</summary>
/// <typeparam name="TEffect">What the rule demands or allows.</typeparam>
public sealed record RuleChoice<TEffect>
    where TEffect : RuleEffect
{
    /// <summary>The rule that applies; null where none does or it cannot be said.</summary>
    public JurisdictionRule? Rule { get; init; }

    /// <summary>What it demands or allows; null where there is no rule.</summary>
    public TEffect? Effect => Rule?.Effect as TEffect;

    /// <summary>True where there is a rule and somebody has read its figures in the source.</summary>
    public bool IsVerified => Rule is { IsVerified: true };

    /// <summary>Why no rule could be chosen; null where nothing stands in the way.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What a person should know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
