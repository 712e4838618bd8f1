using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>What the clause of a contract is worth in the place of the project.</summary>
public sealed record ClauseReading
{
    /// <summary>
    /// Most days that a contract may name: ten years. Beyond it a number is a slip, and adding it to a date could leave the calendar.
    /// </summary>
    public const int DaysMax = 3653;

    private ClauseReading() { }

    /// <summary>The clause as it works.</summary>
    public PaymentClause Clause { get; private init; }

    /// <summary>Days after the invoice date when payment is due in any case, the earlier of contract and law; null where neither names any.</summary>
    public int? OutsideDays { get; private init; }

    /// <summary>Days after the owner's receipt when payment is due, the earlier of contract and law; null where neither names any.</summary>
    public int? PassThroughDays { get; private init; }

    /// <summary>True where the supplier keeps its lien or bond claim while payment waits: the debt is not extinguished.</summary>
    public bool IsLienKept { get; private init; }

    /// <summary>True where the clause depends on the owner's insolvency, which a person establishes.</summary>
    public bool HasInsolvencyException { get; private init; }

    /// <summary>Key of the verified rule that decided what the clause is worth; null where none did.</summary>
    public string? RuleKey { get; private init; }

    /// <summary>Why the clause cannot be read; null where it can.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>What a person should know.</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <summary>Reads a contract's clause under the rules of its place. An unverified rule changes nothing and warns.</summary>
    public static ClauseReading Of(PaymentTerms terms, JurisdictionFacts facts, IEnumerable<JurisdictionRule> rules)
    {
        if (terms.Clause is not { } clause)
        {
            return Refused(
                new Refusal(
                    LawReasons.PaymentTermMissing,
                    $"{facts.Contract} does not say whether payment waits for the owner's. Complete its terms of payment."
                ),
                []
            );
        }

        var written = new ClauseReading
        {
            Clause = clause,
            OutsideDays = terms.OutsideDays,
            PassThroughDays = terms.PassThroughDays,
        };
        if (clause == PaymentClause.None)
        {
            return written;
        }

        var choice = RuleSelection.Of<RuleEffect.PaymentClause>(facts, rules);
        if (choice.Refusal is not null)
        {
            return Refused(choice.Refusal, choice.Warnings);
        }

        var read = choice.IsVerified
            ? Apply(written, choice.Rule!, choice.Effect!, facts)
            : written with
            {
                Warnings = [.. choice.Warnings, .. Doubt(choice, facts)],
            };
        return RequireDays(choice.IsVerified ? read with { Warnings = [.. choice.Warnings, .. read.Warnings] } : read, facts);
    }

    private static IEnumerable<string> Doubt(RuleChoice<RuleEffect.PaymentClause> choice, JurisdictionFacts facts)
    {
        if (choice.Effect is { } effect)
        {
            yield return $"{facts.Contract}: if {choice.Rule} holds, the effect of the clause is: {Describe(effect.Effect)}.";
        }
        else if (choice.Warnings.Count == 0)
        {
            yield return $"{facts.Contract}: no rule about payment clauses is known for {facts.Jurisdiction}. The clause works as written.";
        }
    }

    private static ClauseReading Apply(ClauseReading written, JurisdictionRule rule, RuleEffect.PaymentClause effect, JurisdictionFacts facts)
    {
        var bounded = written with
        {
            OutsideDays = Earlier(written.OutsideDays, effect.OutsideDays),
            PassThroughDays = Earlier(written.PassThroughDays, effect.PassThroughDays),
            HasInsolvencyException = effect.HasInsolvencyException,
            RuleKey = rule.Key,
            Warnings = [$"{facts.Contract}: {rule}: {Describe(effect.Effect)}."],
        };
        return effect.Effect switch
        {
            PaymentClauseEffect.TimingOnly => bounded with { Clause = PaymentClause.PayWhenPaid },
            PaymentClauseEffect.Ineffective => bounded with { Clause = PaymentClause.None },
            PaymentClauseEffect.NotAgainstLien => bounded with { IsLienKept = true },
            _ => bounded,
        };
    }

    private static ClauseReading RequireDays(ClauseReading reading, JurisdictionFacts facts)
    {
        if (reading.Clause == PaymentClause.None)
        {
            return reading;
        }

        var missing = new List<string>();
        if (reading.PassThroughDays is null)
        {
            missing.Add("days after the owner's receipt");
        }

        // Waiting for the owner is a matter of time, so there must be a time; only a condition may wait without end.
        if (reading.Clause == PaymentClause.PayWhenPaid && reading.OutsideDays is null)
        {
            missing.Add("outside date (days after the invoice)");
        }

        return missing.Count == 0 && (reading.OutsideDays ?? 0) is >= 0 and <= DaysMax && (reading.PassThroughDays ?? 0) is >= 0 and <= DaysMax
            ? reading
            : Refused(
                new Refusal(
                    LawReasons.PaymentTermMissing,
                    $"{facts.Contract} lets payment wait for the owner's, but names no usable "
                        + $"{string.Join(" and no ", missing.DefaultIfEmpty("number of days"))}. Complete its terms of payment."
                ),
                reading.Warnings
            );
    }

    private static int? Earlier(int? contract, int? law) => contract is { } days && law is { } most ? Math.Min(days, most) : contract ?? law;

    private static string Describe(PaymentClauseEffect effect) =>
        effect switch
        {
            PaymentClauseEffect.TimingOnly => "pay-if-paid is read as pay-when-paid, the debt stays",
            PaymentClauseEffect.Ineffective => "a clause that makes payment wait for the owner's has no effect",
            PaymentClauseEffect.NotAgainstLien => "the clause may delay payment but does not stand against a lien or bond claim",
            PaymentClauseEffect.Enforced => "the clause stands where its wording is explicit",
            PaymentClauseEffect.Restricted => "the clause is void or limited in ways that a person must read",
            PaymentClauseEffect.Undecided => "the courts have not decided on the clause",
            _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, "The effect is not known."),
        };

    private static ClauseReading Refused(Refusal refusal, IReadOnlyList<string> warnings) => new() { Refusal = refusal, Warnings = warnings };
}
