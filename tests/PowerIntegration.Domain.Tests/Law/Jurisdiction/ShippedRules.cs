using System.Text.Json;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.Jurisdiction;

namespace PowerIntegration.Domain.Tests.Law.Jurisdiction;

/// <summary>
/// The rows that ship, read as Dataverse would hold them. Values of a choice count up from the publisher's first in the order of the enumeration.
/// </summary>
internal static class ShippedRules
{
    private const int FirstChoiceValue = 723100000;

    public static IReadOnlyList<JsonElement> Rows { get; } = Load();

    public static IReadOnlyList<JurisdictionRule> All { get; } =
    [.. Rows.Select(Read).Select(reading => reading.Rule ?? throw new InvalidOperationException(reading.Refusal!.Sentence))];

    public static JurisdictionRule Rule(string key) => All.Single(rule => rule.Key == "ALL|JURISDICTION|" + key);

    public static JurisdictionRuleReading Read(JsonElement row) =>
        JurisdictionRuleReading.Of(
            new JurisdictionRuleDefinition
            {
                Key = Text(row, "pint_key")!,
                Jurisdiction = Text(row, "pint_jurisdiction"),
                Kind = Choice<JurisdictionRuleKind>(row, "pint_jurisdictionrulekind"),
                Variant = Text(row, "pint_variant"),
                Statute = Text(row, "pint_statute"),
                Source = Text(row, "pint_source"),
                Remarks = Text(row, "pint_remarks"),
                IsVerified = Flag(row, "pint_verified"),
                Sector = Choice<ProjectSector>(row, "pint_projectsector"),
                EffectiveFrom = Date(row, "pint_effectivefrom"),
                EffectiveTo = Date(row, "pint_effectiveto"),
                ValueBasis = Choice<RuleValueBasis>(row, "pint_valuebasis"),
                ValueMin = Amount(row, "pint_valuemin"),
                ValueBelow = Amount(row, "pint_valuebelow"),
                Currency = Text(row, "pint_currency"),
                DwellingsMin = WholeNumber(row, "pint_dwellingsmin"),
                Bond = Choice<BondCondition>(row, "pint_bondcondition"),
                Rate = Amount(row, "pint_rate"),
                CapBase = Choice<CapBase>(row, "pint_capbase"),
                StepThreshold = Amount(row, "pint_stepthreshold"),
                StepRateAfter = Amount(row, "pint_steprateafter"),
                StepReading = Choice<CapStepReading>(row, "pint_stepreading"),
                IsOwnerRateLimit = Flag(row, "pint_ownerratelimit"),
                PunchListFactor = Amount(row, "pint_punchlistfactor"),
                ClauseEffect = Choice<PaymentClauseEffect>(row, "pint_clauseeffect"),
                HasInsolvencyException = Flag(row, "pint_insolvencyexception"),
                OutsideDays = WholeNumber(row, "pint_outsidedays"),
                OwnerDays = WholeNumber(row, "pint_ownerdays"),
                PassThroughDays = WholeNumber(row, "pint_passthroughdays"),
                ReleaseDays = WholeNumber(row, "pint_releasedays"),
                NoticeDays = WholeNumber(row, "pint_noticedays"),
                PayFromDays = WholeNumber(row, "pint_payfromdays"),
                PayToDays = WholeNumber(row, "pint_paytodays"),
                DayKind = Choice<DayKind>(row, "pint_daykind"),
                FirstAnniversary = WholeNumber(row, "pint_firstanniversary"),
                MonthlyInterestRate = Amount(row, "pint_monthlyinterestrate"),
                TaxMode = Choice<RetainageTaxMode>(row, "pint_retainagetaxmode"),
            }
        );

    private static List<JsonElement> Load()
    {
        using var stream = typeof(ShippedRules).Assembly.GetManifestResourceStream("jurisdiction-rules.json")!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.Clone())];
    }

    private static string? Text(JsonElement row, string column) => row.TryGetProperty(column, out var value) ? value.GetString() : null;

    private static bool Flag(JsonElement row, string column) => row.TryGetProperty(column, out var value) && value.GetBoolean();

    private static decimal? Amount(JsonElement row, string column) => row.TryGetProperty(column, out var value) ? value.GetDecimal() : null;

    private static int? WholeNumber(JsonElement row, string column) => row.TryGetProperty(column, out var value) ? value.GetInt32() : null;

    private static CalendarDate? Date(JsonElement row, string column) => Text(row, column) is { } text ? CalendarDate.Parse(text) : null;

    private static T? Choice<T>(JsonElement row, string column)
        where T : struct, Enum => WholeNumber(row, column) is { } value ? Enum.GetValues<T>()[value - FirstChoiceValue] : null;
}
