using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>The effect of a contract's payment clause in the project's jurisdiction.</summary>
public sealed record ClauseReading
{
    /// <summary>
    /// The most days that a contract may state: ten years. A larger number is a typing error, and adding it to a date could leave the calendar.
    /// </summary>
    public const int DaysMax = 3653;

    private ClauseReading() { }

    /// <summary>The clause as applied.</summary>
    public PaymentClause Clause { get; private init; }

    /// <summary>Days after the invoice date when payment is due in any case, the earlier of contract and law; null where neither states it.</summary>
    public int? OutsideDays { get; private init; }

    /// <summary>Days after the owner's receipt when payment is due, the earlier of contract and law; null where neither states it.</summary>
    public int? PassThroughDays { get; private init; }

    /// <summary>True where the vendor keeps its lien or bond claim while payment waits: the debt remains.</summary>
    public bool IsLienKept { get; private init; }

    /// <summary>True where the clause depends on the owner's insolvency, which a person records.</summary>
    public bool HasInsolvencyException { get; private init; }

    /// <summary>Key of the verified rule that decided the effect of the clause; null where none did.</summary>
    public string? RuleKey { get; private init; }

    /// <summary>What sets the outside days: the rule of law with its source, or the contract; null where there are none.</summary>
    public string? OutsideBasis { get; private init; }

    /// <summary>Why the clause cannot be read; null where it can.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>What a person should know.</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <summary>Reads a contract's clause under the rules of its jurisdiction. An unverified rule only gives a warning.</summary>
    public static ClauseReading Of(PaymentTerms terms, JurisdictionFacts facts, IEnumerable<JurisdictionRule> rules)
    {
        if (terms.Clause is not { } clause)
        {
            return Missing(facts.Contract);
        }

        var written = Written(terms, clause, facts.Contract);
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
        return RequireDays(choice.IsVerified ? read with { Warnings = [.. choice.Warnings, .. read.Warnings] } : read, facts.Contract);
    }

    /// <summary>Reads a clause that no law was asked about: as the contract writes it.</summary>
    /// <param name="terms">The payment terms.</param>
    /// <param name="contract">How sentences name the contract.</param>
    public static ClauseReading AsWritten(PaymentTerms terms, string contract) =>
        terms.Clause is { } clause ? RequireDays(Written(terms, clause, contract), contract) : Missing(contract);

    private static ClauseReading Written(PaymentTerms terms, PaymentClause clause, string contract) =>
        new()
        {
            Clause = clause,
            OutsideDays = terms.OutsideDays,
            PassThroughDays = terms.PassThroughDays,
            OutsideBasis = terms.OutsideDays is { } days ? $"{contract} sets {Sentence.Count(days, "day")} after the invoice date." : null,
        };

    private static ClauseReading Missing(string contract) =>
        Refused(
            new Refusal(
                LawReasons.PaymentTermMissing,
                $"{contract} does not state whether payment waits for the owner's payment. Ask the controller to complete its payment terms."
            ),
            []
        );

    private static IEnumerable<string> Doubt(RuleChoice<RuleEffect.PaymentClause> choice, JurisdictionFacts facts)
    {
        if (choice.Effect is { } effect)
        {
            yield return $"{facts.Contract}: if {choice.Rule} applies, {Describe(effect.Effect)}.";
        }
        else if (choice.Warnings.Count == 0)
        {
            yield return $"{facts.Contract}: there is no rule about payment clauses for {facts.Jurisdiction}. The clause applies as written.";
        }
    }

    private static ClauseReading Apply(ClauseReading written, JurisdictionRule rule, RuleEffect.PaymentClause effect, JurisdictionFacts facts)
    {
        var isByLaw = effect.OutsideDays is { } most && (written.OutsideDays is not { } agreed || most < agreed);
        var bounded = written with
        {
            OutsideBasis = isByLaw
                ? Sentence.Of(
                    $"{rule} (rule {rule.Key}) sets {Sentence.Count(effect.OutsideDays!.Value, "day")} after the invoice date. ",
                    $"Source: {rule.Source}"
                )
                : written.OutsideBasis,
            OutsideDays = Earlier(written.OutsideDays, effect.OutsideDays),
            PassThroughDays = Earlier(written.PassThroughDays, effect.PassThroughDays),
            HasInsolvencyException = effect.HasInsolvencyException,
            RuleKey = rule.Key,
            Warnings = [$"{facts.Contract}: under {rule}, {Describe(effect.Effect)}."],
        };
        return effect.Effect switch
        {
            PaymentClauseEffect.TimingOnly => bounded with { Clause = PaymentClause.PayWhenPaid },
            PaymentClauseEffect.Ineffective => bounded with { Clause = PaymentClause.None },
            PaymentClauseEffect.NotAgainstLien => bounded with { IsLienKept = true },
            _ => bounded,
        };
    }

    private static ClauseReading RequireDays(ClauseReading reading, string contract)
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

        // Pay-when-paid only delays payment, so there must be an outside date; only pay-if-paid may wait without one.
        if (reading.Clause == PaymentClause.PayWhenPaid && reading.OutsideDays is null)
        {
            missing.Add("outside date (days after the invoice)");
        }

        return missing.Count == 0 && (reading.OutsideDays ?? 0) is >= 0 and <= DaysMax && (reading.PassThroughDays ?? 0) is >= 0 and <= DaysMax
            ? reading
            : Refused(
                new Refusal(
                    LawReasons.PaymentTermMissing,
                    $"{contract} makes payment wait for the owner's payment, but has no valid "
                        + $"{string.Join(" or ", missing.DefaultIfEmpty("number of days"))}. Ask the controller to complete its payment terms."
                ),
                reading.Warnings
            );
    }

    private static int? Earlier(int? contract, int? law) => contract is { } days && law is { } most ? Math.Min(days, most) : contract ?? law;

    private static string Describe(PaymentClauseEffect effect) =>
        effect switch
        {
            PaymentClauseEffect.TimingOnly => "pay-if-paid is treated as pay-when-paid, and the debt remains",
            PaymentClauseEffect.Ineffective => "a clause that makes payment wait for the owner's payment has no effect",
            PaymentClauseEffect.NotAgainstLien => "the clause may delay payment but does not defeat a lien or bond claim",
            PaymentClauseEffect.Enforced => "the clause is enforced where its wording is explicit",
            PaymentClauseEffect.Restricted => "the clause is void or limited, and counsel must review it",
            PaymentClauseEffect.Undecided => "the courts have not decided whether the clause is enforced",
            _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, "The effect is not known."),
        };

    private static ClauseReading Refused(Refusal refusal, IReadOnlyList<string> warnings) => new() { Refusal = refusal, Warnings = warnings };
}
