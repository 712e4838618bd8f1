using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Tables.Versions;

/// <summary>How retainage is computed, as columns: a kind, and what the kind needs.</summary>
internal static class RetainageColumns
{
    private const char Bar = '|';

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        CommitmentTermsTable.RetainageKind,
        CommitmentTermsTable.RetainageAgreement,
        CommitmentTermsTable.WorkRate,
        CommitmentTermsTable.StoredRate,
        CommitmentTermsTable.LineRates,
        CommitmentTermsTable.RetainageAmount,
        CommitmentTermsTable.StepThreshold,
        CommitmentTermsTable.RateBefore,
        CommitmentTermsTable.RateAfter,
        CommitmentTermsTable.StepReading,
        CommitmentTermsTable.BilledMeasure,
        CommitmentTermsTable.ContractSumBase,
        CommitmentTermsTable.ScaleSteps,
    ];

    private static IReadOnlyDictionary<int, Func<TermsFields, RetainageTerms>> Kinds { get; } =
        new Dictionary<int, Func<TermsFields, RetainageTerms>>
        {
            [RetainageKindChoice.None] = fields => new RetainageTerms.None(fields.Text(CommitmentTermsTable.RetainageAgreement)),
            [RetainageKindChoice.Flat] = fields => new RetainageTerms.Flat(fields.RequiredNumber(CommitmentTermsTable.WorkRate)),
            [RetainageKindChoice.Split] = fields => new RetainageTerms.Split(
                fields.RequiredNumber(CommitmentTermsTable.WorkRate),
                fields.Number(CommitmentTermsTable.StoredRate)
            ),
            [RetainageKindChoice.PerLine] = fields => new RetainageTerms.PerLine(
                fields.RequiredNumber(CommitmentTermsTable.WorkRate),
                fields.RequiredNumber(CommitmentTermsTable.StoredRate),
                fields.List(CommitmentTermsTable.LineRates, Bar, 3, OwnRate)
            ),
            [RetainageKindChoice.Frozen] = _ => new RetainageTerms.Frozen(),
            [RetainageKindChoice.LumpSum] = fields => new RetainageTerms.LumpSum(fields.RequiredNumber(CommitmentTermsTable.RetainageAmount)),
            [RetainageKindChoice.Step] = fields => new RetainageTerms.Step(
                fields.RequiredNumber(CommitmentTermsTable.StepThreshold),
                fields.RequiredNumber(CommitmentTermsTable.RateBefore),
                fields.RequiredNumber(CommitmentTermsTable.RateAfter),
                fields.Choice(CommitmentTermsTable.StepReading, TermsChoices.StepReadings),
                fields.RequiredChoice(CommitmentTermsTable.BilledMeasure, TermsChoices.Measures),
                fields.RequiredChoice(CommitmentTermsTable.ContractSumBase, TermsChoices.Sums)
            ),
            [RetainageKindChoice.SlidingScale] = fields => new RetainageTerms.SlidingScale(
                fields.List(CommitmentTermsTable.ScaleSteps, Bar, 3, ScaleRule)
            ),
        };

    /// <summary>Reads them; null where no kind is chosen.</summary>
    public static RetainageTerms? Read(TermsFields fields)
    {
        var kind = fields.Choice(CommitmentTermsTable.RetainageKind, Kinds.Keys.ToDictionary(key => key));
        var terms = kind is { } chosen ? Kinds[chosen](fields) : null;
        fields.RefuseOthers(Columns, "this kind of retainage does not use it. Clear it, or choose another kind of retainage.");
        return terms;
    }

    /// <summary>Reads the lists of the kinds that have one, whatever else is filled in; null for other kinds.</summary>
    public static RetainageTerms? Lists(TermsFields fields) =>
        fields.Choice(CommitmentTermsTable.RetainageKind, Kinds.Keys.ToDictionary(key => key)) switch
        {
            RetainageKindChoice.PerLine => new RetainageTerms.PerLine(0m, 0m, fields.List(CommitmentTermsTable.LineRates, Bar, 3, OwnRate)),
            RetainageKindChoice.SlidingScale => new RetainageTerms.SlidingScale(fields.List(CommitmentTermsTable.ScaleSteps, Bar, 3, ScaleRule)),
            _ => null,
        };

    /// <summary>Writes them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind of the terms is unknown.</exception>
    public static void Write(RetainageTerms? terms, Entity row)
    {
        switch (terms)
        {
            case null:
                break;
            case RetainageTerms.None none:
                Kind(row, RetainageKindChoice.None);
                row[CommitmentTermsTable.RetainageAgreement] = none.Agreement;
                break;
            case RetainageTerms.Flat flat:
                Kind(row, RetainageKindChoice.Flat);
                row[CommitmentTermsTable.WorkRate] = flat.Rate;
                break;
            case RetainageTerms.Split split:
                Kind(row, RetainageKindChoice.Split);
                row[CommitmentTermsTable.WorkRate] = split.WorkRate;
                row[CommitmentTermsTable.StoredRate] = split.StoredRate;
                break;
            case RetainageTerms.PerLine perLine:
                Kind(row, RetainageKindChoice.PerLine);
                row[CommitmentTermsTable.WorkRate] = perLine.WorkRate;
                row[CommitmentTermsTable.StoredRate] = perLine.StoredRate;
                row[CommitmentTermsTable.LineRates] = Lines(perLine.Lines.Select(Text));
                break;
            case RetainageTerms.Frozen:
                Kind(row, RetainageKindChoice.Frozen);
                break;
            case RetainageTerms.LumpSum lumpSum:
                Kind(row, RetainageKindChoice.LumpSum);
                row[CommitmentTermsTable.RetainageAmount] = lumpSum.Amount;
                break;
            case RetainageTerms.Step step:
                Kind(row, RetainageKindChoice.Step);
                row[CommitmentTermsTable.StepThreshold] = step.Threshold;
                row[CommitmentTermsTable.RateBefore] = step.BeforeRate;
                row[CommitmentTermsTable.RateAfter] = step.AfterRate;
                row.Choose(CommitmentTermsTable.StepReading, TermsChoices.StepReadings, step.Reading);
                row.Choose(CommitmentTermsTable.BilledMeasure, TermsChoices.Measures, (BilledMeasure?)step.Measure);
                row.Choose(CommitmentTermsTable.ContractSumBase, TermsChoices.Sums, (ContractSumBase?)step.Sum);
                break;
            case RetainageTerms.SlidingScale scale:
                Kind(row, RetainageKindChoice.SlidingScale);
                row[CommitmentTermsTable.ScaleSteps] = Lines(scale.Rules.Select(Text));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(terms), terms, "The kind of retainage is unknown.");
        }
    }

    private static LineRate OwnRate(string name, string[] parts, FieldReader reader) =>
        new(parts[2], OptionalRate(name, parts[0], reader), OptionalRate(name, parts[1], reader));

    private static decimal? OptionalRate(string name, string text, FieldReader reader) => text.Length == 0 ? null : reader.Rate(name, text);

    private static SlidingScaleRule ScaleRule(string name, string[] parts, FieldReader reader)
    {
        var rate = reader.Rate(name, parts[0]);
        var kind = reader.Choice<LimitBase>(name, parts[1]) ?? LimitBase.Amount;
        return new SlidingScaleRule(
            rate,
            new RetainageLimit(kind, kind == LimitBase.Amount ? reader.Amount(name, parts[2]) : reader.Rate(name, parts[2]))
        );
    }

    private static string Text(LineRate line) => string.Join(" | ", Text(line.WorkRate), Text(line.StoredRate), OneLine(line.LineId));

    private static string Text(SlidingScaleRule rule) =>
        string.Join(" | ", Text(rule.Rate), FieldReader.ChoiceTextOf(rule.Limit.Base.ToString()), Text(rule.Limit.Value));

    private static string Text(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";

    private static string OneLine(string text)
    {
        Invariant.Require(text.IndexOf('\n') < 0 && text.Trim() == text && text.Length > 0, $"The ID of a line has no line break: '{text}'.");
        return text;
    }

    private static string? Lines(IEnumerable<string> lines) => string.Join("\n", lines) is { Length: > 0 } text ? text : null;

    private static void Kind(Entity row, int value) => row[CommitmentTermsTable.RetainageKind] = new OptionSetValue(value);
}
