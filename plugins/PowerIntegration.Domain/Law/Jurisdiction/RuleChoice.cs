using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>The one rule of a kind that applies to a contract, or why there is none.</summary>
/// <typeparam name="TEffect">What the rule requires or allows.</typeparam>
public sealed record RuleChoice<TEffect>
    where TEffect : RuleEffect
{
    /// <summary>The rule that applies; null where none does or it cannot be decided.</summary>
    public JurisdictionRule? Rule { get; init; }

    /// <summary>What it requires or allows; null where there is no rule.</summary>
    public TEffect? Effect => Rule?.Effect as TEffect;

    /// <summary>True where there is a rule and its figures are verified.</summary>
    public bool IsVerified => Rule is { IsVerified: true };

    /// <summary>Why no rule could be chosen; null where there is no obstacle.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>True where a controller decided that a rule which would apply does not.</summary>
    public bool IsExcepted { get; init; }

    /// <summary>What a person should know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
