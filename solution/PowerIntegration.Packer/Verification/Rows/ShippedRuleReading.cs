using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Rows;

/// <summary>Reads a shipped row as the plug-in will: what a value of a choice means is the label that ships with it.</summary>
internal sealed class ShippedRuleReading
{
    private readonly Dictionary<string, string> labels;

    public ShippedRuleReading(IEnumerable<UnpackedSolution> solutions)
    {
        labels = solutions
            .SelectMany(solution => solution.XmlIn("OptionSets", ".xml"))
            .SelectMany(choice =>
                choice
                    .Element.Descendants("option")
                    .Select(option =>
                        (
                            Name: choice.Attribute("Name") + " " + (string?)option.Attribute("value"),
                            Label: ((string?)option.Descendants("label").First().Attribute("description") ?? "").Replace(
                                " ",
                                "",
                                StringComparison.Ordinal
                            )
                        )
                    )
            )
            .ToDictionary(option => option.Name, option => option.Label, StringComparer.Ordinal);
    }

    public JurisdictionRuleDefinition Of(ShippedRow row) =>
        new()
        {
            Key = row.Key,
            Jurisdiction = row.Text("pint_jurisdiction"),
            Kind = Choice<JurisdictionRuleKind>(row, "pint_jurisdictionrulekind"),
            Variant = row.Text("pint_variant"),
            Statute = row.Text("pint_statute"),
            Source = row.Text("pint_source"),
            Remarks = row.Text("pint_remarks"),
            IsVerified = Flag(row, "pint_verified"),
            Sector = Choice<ProjectSector>(row, "pint_projectsector"),
            EffectiveFrom = Date(row, "pint_effectivefrom"),
            EffectiveTo = Date(row, "pint_effectiveto"),
            ValueBasis = Choice<RuleValueBasis>(row, "pint_valuebasis"),
            ValueMin = Amount(row, "pint_valuemin"),
            ValueBelow = Amount(row, "pint_valuebelow"),
            Currency = row.Text("pint_currency"),
            DwellingsMin = Whole(row, "pint_dwellingsmin"),
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
            OutsideDays = Whole(row, "pint_outsidedays"),
            OwnerDays = Whole(row, "pint_ownerdays"),
            PassThroughDays = Whole(row, "pint_passthroughdays"),
            ReleaseDays = Whole(row, "pint_releasedays"),
            NoticeDays = Whole(row, "pint_noticedays"),
            PayFromDays = Whole(row, "pint_payfromdays"),
            PayToDays = Whole(row, "pint_paytodays"),
            DayKind = Choice<DayKind>(row, "pint_daykind"),
            FirstAnniversary = Whole(row, "pint_firstanniversary"),
            MonthlyInterestRate = Amount(row, "pint_monthlyinterestrate"),
            TaxMode = Choice<RetainageTaxMode>(row, "pint_retainagetaxmode"),
        };

    // Columns of a rule are named after their choice, so one name finds both.
    private T? Choice<T>(ShippedRow row, string column)
        where T : struct, Enum =>
        row.Columns[column] is { } value
        && labels.TryGetValue(column + " " + value.ToJsonString(), out string? label)
        && Enum.TryParse(label, ignoreCase: true, out T known)
            ? known
            : null;

    private static bool Flag(ShippedRow row, string column) => row.Columns[column]?.GetValue<bool>() ?? false;

    private static decimal? Amount(ShippedRow row, string column) => row.Columns[column]?.GetValue<decimal>();

    private static int? Whole(ShippedRow row, string column) => row.Columns[column]?.GetValue<int>();

    private static CalendarDate? Date(ShippedRow row, string column) => row.Text(column) is { } text ? CalendarDate.Parse(text) : null;
}
