using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Tables.Law;

/// <summary>One row of the table, and the values of it that are not valid.</summary>
public sealed class JurisdictionRuleRow
{
    /// <summary>The columns that a rule is read from.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        JurisdictionRuleTable.Key,
        JurisdictionRuleTable.VersionHash,
        JurisdictionRuleTable.Jurisdiction,
        JurisdictionRuleTable.JurisdictionRuleKind,
        JurisdictionRuleTable.Variant,
        JurisdictionRuleTable.Statute,
        JurisdictionRuleTable.Source,
        JurisdictionRuleTable.Remarks,
        JurisdictionRuleTable.Verified,
        JurisdictionRuleTable.ProjectSector,
        JurisdictionRuleTable.EffectiveFrom,
        JurisdictionRuleTable.EffectiveTo,
        JurisdictionRuleTable.ValueBasis,
        JurisdictionRuleTable.ValueMin,
        JurisdictionRuleTable.ValueBelow,
        JurisdictionRuleTable.Currency,
        JurisdictionRuleTable.DwellingsMin,
        JurisdictionRuleTable.BondCondition,
        JurisdictionRuleTable.Rate,
        JurisdictionRuleTable.CapBase,
        JurisdictionRuleTable.StepThreshold,
        JurisdictionRuleTable.StepRateAfter,
        JurisdictionRuleTable.StepReading,
        JurisdictionRuleTable.OwnerRateLimit,
        JurisdictionRuleTable.PunchListFactor,
        JurisdictionRuleTable.ClauseEffect,
        JurisdictionRuleTable.InsolvencyException,
        JurisdictionRuleTable.OutsideDays,
        JurisdictionRuleTable.OwnerDays,
        JurisdictionRuleTable.PassThroughDays,
        JurisdictionRuleTable.ReleaseDays,
        JurisdictionRuleTable.NoticeDays,
        JurisdictionRuleTable.PayFromDays,
        JurisdictionRuleTable.PayToDays,
        JurisdictionRuleTable.DayKind,
        JurisdictionRuleTable.FirstAnniversary,
        JurisdictionRuleTable.MonthlyInterestRate,
        JurisdictionRuleTable.RetainageTaxMode,
    ];

    private readonly RowView row;
    private readonly List<string> problems = [];

    /// <summary>Reads the row with this id.</summary>
    public JurisdictionRuleRow(RowView row, Guid id)
    {
        this.row = row;
        var key = row.Text(JurisdictionRuleTable.Key) ?? id.ToString();
        Definition = Read(key);
        Unknown =
            problems.Count == 0
                ? null
                : new Refusal(
                    LawReasons.JurisdictionRuleIncomplete,
                    $"Jurisdiction rule {key} cannot be used: {string.Join(" ", problems)} Ask the controller to correct the rule."
                );
    }

    /// <summary>The columns of the row. Not to be used if a value is unknown.</summary>
    public JurisdictionRuleDefinition Definition { get; }

    /// <summary>Names the row, the field and the value that is not valid; null if all are valid.</summary>
    public Refusal? Unknown { get; }

    private JurisdictionRuleDefinition Read(string key) =>
        new()
        {
            Key = key,
            VersionHash = row.Text(JurisdictionRuleTable.VersionHash),
            Jurisdiction = row.Text(JurisdictionRuleTable.Jurisdiction),
            Kind = Choice(JurisdictionRuleTable.JurisdictionRuleKind, JurisdictionRuleChoices.Kinds),
            Variant = row.Text(JurisdictionRuleTable.Variant),
            Statute = row.Text(JurisdictionRuleTable.Statute),
            Source = row.Text(JurisdictionRuleTable.Source),
            Remarks = row.Text(JurisdictionRuleTable.Remarks),
            IsVerified = row.Flag(JurisdictionRuleTable.Verified),
            Sector = Choice(JurisdictionRuleTable.ProjectSector, JurisdictionRuleChoices.Sectors),
            EffectiveFrom = row.Date(JurisdictionRuleTable.EffectiveFrom),
            EffectiveTo = row.Date(JurisdictionRuleTable.EffectiveTo),
            ValueBasis = Choice(JurisdictionRuleTable.ValueBasis, JurisdictionRuleChoices.ValueBases),
            ValueMin = row.Amount(JurisdictionRuleTable.ValueMin),
            ValueBelow = row.Amount(JurisdictionRuleTable.ValueBelow),
            Currency = row.Text(JurisdictionRuleTable.Currency),
            DwellingsMin = row.WholeNumber(JurisdictionRuleTable.DwellingsMin),
            Bond = Choice(JurisdictionRuleTable.BondCondition, JurisdictionRuleChoices.Bonds),
            Rate = row.Amount(JurisdictionRuleTable.Rate),
            CapBase = Choice(JurisdictionRuleTable.CapBase, JurisdictionRuleChoices.CapBases),
            StepThreshold = row.Amount(JurisdictionRuleTable.StepThreshold),
            StepRateAfter = row.Amount(JurisdictionRuleTable.StepRateAfter),
            StepReading = Choice(JurisdictionRuleTable.StepReading, JurisdictionRuleChoices.StepReadings),
            IsOwnerRateLimit = row.Flag(JurisdictionRuleTable.OwnerRateLimit),
            PunchListFactor = row.Amount(JurisdictionRuleTable.PunchListFactor),
            ClauseEffect = Choice(JurisdictionRuleTable.ClauseEffect, JurisdictionRuleChoices.ClauseEffects),
            HasInsolvencyException = row.Flag(JurisdictionRuleTable.InsolvencyException),
            OutsideDays = row.WholeNumber(JurisdictionRuleTable.OutsideDays),
            OwnerDays = row.WholeNumber(JurisdictionRuleTable.OwnerDays),
            PassThroughDays = row.WholeNumber(JurisdictionRuleTable.PassThroughDays),
            ReleaseDays = row.WholeNumber(JurisdictionRuleTable.ReleaseDays),
            NoticeDays = row.WholeNumber(JurisdictionRuleTable.NoticeDays),
            PayFromDays = row.WholeNumber(JurisdictionRuleTable.PayFromDays),
            PayToDays = row.WholeNumber(JurisdictionRuleTable.PayToDays),
            DayKind = Choice(JurisdictionRuleTable.DayKind, JurisdictionRuleChoices.DayKinds),
            FirstAnniversary = row.WholeNumber(JurisdictionRuleTable.FirstAnniversary),
            MonthlyInterestRate = row.Amount(JurisdictionRuleTable.MonthlyInterestRate),
            TaxMode = Choice(JurisdictionRuleTable.RetainageTaxMode, JurisdictionRuleChoices.TaxModes),
        };

    private TValue? Choice<TValue>(string column, IReadOnlyDictionary<int, TValue> values)
        where TValue : struct
    {
        if (row.Choice(column) is not { } number)
        {
            return null;
        }

        if (values.TryGetValue(number, out var value))
        {
            return value;
        }

        problems.Add(Sentence.Of($"{Labels.Of(JurisdictionRuleTable.LogicalName, column)} has the value {number}. Choose one from the list."));
        return null;
    }
}
