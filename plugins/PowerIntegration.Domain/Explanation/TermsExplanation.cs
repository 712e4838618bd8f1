using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Versions;

namespace PowerIntegration.Domain.Explanation;

/// <summary>A version of terms in words, with what is wrong with it and a worked example.</summary>
public sealed record TermsExplanation
{
    private TermsExplanation() { }

    /// <summary>The version.</summary>
    public required TermsVersion Version { get; init; }

    /// <summary>What the terms mean, topic by topic; empty where the row cannot be read.</summary>
    public required IReadOnlyList<TopicWords> Topics { get; init; }

    /// <summary>What billing with the terms would be refused for; empty where nothing is, or the row cannot be read.</summary>
    public required IReadOnlyList<TermsFault> Faults { get; init; }

    /// <summary>The example; null where something is wrong.</summary>
    public WorkedExample? Example { get; init; }

    /// <summary>How many things are wrong.</summary>
    public int ProblemCount => Version.Problems.Count + Faults.Count + (Example?.Stop is null ? 0 : 1);

    /// <summary>The result in words.</summary>
    public string Message =>
        ProblemCount > 0
            ? $"Terms {Version.Key} cannot be used: {Sentence.Count(ProblemCount, "problem")}. {First}"
            : $"Terms {Version.Key} can be used. In the example, a contract over {Amount(WorkedExample.ContractSum)} pays "
                + $"{string.Join(", ", Example!.Applications.Select(application => Amount(application.Payable)))}, "
                + $"and {Amount(Held)} is held at the end.";

    private decimal Held => Example!.Applications[Example.Applications.Count - 1].Retainage;

    private string First => Version.Problems.Concat(Faults.Select(fault => fault.Refusal.Sentence)).FirstOrDefault() ?? Example!.Stop!.Sentence;

    /// <summary>Explains a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="rules">Active rules of its place; empty where it names none.</param>
    /// <param name="rulesProblem">Why the rules cannot be used; null where they can.</param>
    public static TermsExplanation Of(TermsVersion version, IReadOnlyList<JurisdictionRule> rules, Refusal? rulesProblem)
    {
        if (version.Problems.Count > 0)
        {
            return new TermsExplanation
            {
                Version = version,
                Topics = [],
                Faults = [],
            };
        }

        var faults = TermsFaults.Of(version, rules, rulesProblem);
        return new TermsExplanation
        {
            Version = version,
            Topics = TermsWords.Of(version, LawWords.Of(version, rules)),
            Faults = faults,
            Example = faults.Count == 0 ? WorkedExample.Of(version, rules) : null,
        };
    }

    private string Amount(decimal amount) => TermWords.Amount(amount, Version.Terms.Currency);
}
