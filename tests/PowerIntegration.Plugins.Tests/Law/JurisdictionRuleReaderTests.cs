using System.Reflection;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Versions;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Law;

/// <summary>The rules of Nevada, as a preparation reads them; the application holds 10 %, the cap is 5 %.</summary>
public sealed class JurisdictionRuleReaderTests
{
    private readonly Site site = new();
    private readonly Guid document;

    public JurisdictionRuleReaderTests()
    {
        site.MoveTo("US-NV");
        document = site.AddDocument(Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]));
    }

    [Fact]
    public void A_verified_cap_holds_the_document_and_names_statute_and_figures()
    {
        site.AddCap("US-NV|CAP|1");
        var answer = site.Prepare(document);
        Assert.Equal("Held retainage-cap-exceeded", answer["State"] + " " + answer["ReasonCode"]);
        Assert.All(
            ["SC-002", "NRS 624.609", "5,620.00", "at most 2,810.00", "controller"],
            part => Assert.Contains(part, (string)answer["Message"], StringComparison.Ordinal)
        );
        Assert.Equal((DocumentState.Held, (string)answer["Message"]), (site.State(document), site.Document(document).Text(DocumentTable.Reason)));
        Assert.Single(site.Dataverse.Requests, request => request == "RetrieveMultiple pint_jurisdictionrule");
        Assert.Empty(site.Dataverse.All(PreparationTable.LogicalName));
    }

    [Fact]
    public void A_verified_cap_that_is_kept_is_named_among_what_decided()
    {
        site.AddCap("US-NV|CAP|1", (JurisdictionRuleTable.Rate, 0.10m));
        Assert.Equal("Prepared", site.Prepare(document)["State"]);
        Assert.Contains("law US-NV|CAP|1", site.Frozen(document).RuleVersions, StringComparison.Ordinal);
        Assert.Equal(14, site.Dataverse.Requests.Count);
    }

    [Fact]
    public void An_unverified_cap_warns_with_statute_and_source_and_stops_nothing()
    {
        site.AddCap("US-NV|CAP|1", (JurisdictionRuleTable.Verified, false));
        Assert.Equal("Prepared", site.Prepare(document)["State"]);
        var warnings = site.Frozen(document).Warnings;
        Assert.All(
            ["US-NV|CAP|1", "NRS 624.609", "is not verified", "read in a test", "at most 2,810.00"],
            part => Assert.Contains(part, warnings, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("US-NV|CAP|1", site.Frozen(document).RuleVersions, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("US-CA", RuleStateChoice.Active)]
    [InlineData("US-NV", RuleStateChoice.Draft)]
    public void Rules_of_another_place_and_drafts_take_no_part(string jurisdiction, int state)
    {
        site.AddCap("US-XX|CAP|1", (JurisdictionRuleTable.Jurisdiction, jurisdiction), (JurisdictionRuleTable.RuleState, new OptionSetValue(state)));
        Assert.Equal("Prepared", site.Prepare(document)["State"]);
        Assert.Contains("no legal rules for 'US-NV'", site.Frozen(document).Warnings, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_of_the_country_counts_until_the_place_has_one_of_its_own()
    {
        site.AddCap("US|CAP|1", (JurisdictionRuleTable.Jurisdiction, "US"), (JurisdictionRuleTable.Statute, "The country's act"));
        Assert.Contains("The country's act", (string)site.Prepare(document)["Message"], StringComparison.Ordinal);
        site.AddCap("US-NV|CAP|1", (JurisdictionRuleTable.Rate, 0.10m));
        Assert.Equal("Prepared", site.Prepare(document)["State"]);
    }

    [Fact]
    public void Two_rules_that_could_both_apply_refuse_every_document_of_the_place_by_both_names()
    {
        site.AddCap("US-NV|CAP|1");
        site.AddCap("US-NV|CAP|2", (JurisdictionRuleTable.Verified, false));
        var answer = site.Prepare(document);
        Assert.Equal("Refused jurisdiction-rule-overlap", answer["State"] + " " + answer["ReasonCode"]);
        Assert.All(
            ["US-NV|CAP|1", "US-NV|CAP|2", "end one of them"],
            part => Assert.Contains(part, (string)answer["Message"], StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Rules_whose_dates_or_sectors_never_meet_do_not_overlap()
    {
        site.AddCap("US-NV|CAP|1", (JurisdictionRuleTable.EffectiveTo, new DateTime(2024, 12, 31)));
        site.AddCap(
            "US-NV|CAP|2",
            (JurisdictionRuleTable.EffectiveFrom, new DateTime(2025, 1, 1)),
            (JurisdictionRuleTable.ProjectSector, new OptionSetValue(ProjectSectorChoice.Private)),
            (JurisdictionRuleTable.Rate, 0.10m)
        );
        site.AddCap(
            "US-NV|CAP|3",
            (JurisdictionRuleTable.EffectiveFrom, new DateTime(2025, 1, 1)),
            (JurisdictionRuleTable.ProjectSector, new OptionSetValue(ProjectSectorChoice.Public))
        );
        Assert.Equal("Prepared", site.Prepare(document)["State"]);
        Assert.Contains("law US-NV|CAP|2", site.Frozen(document).RuleVersions, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bond_decides_between_two_rules_that_differ_in_it()
    {
        site.AddCap("US-NV|CAP|1", (JurisdictionRuleTable.BondCondition, new OptionSetValue(BondConditionChoice.Bonded)));
        site.AddCap(
            "US-NV|CAP|2",
            (JurisdictionRuleTable.BondCondition, new OptionSetValue(BondConditionChoice.NotBonded)),
            (JurisdictionRuleTable.Rate, 0.10m)
        );
        Assert.Equal("Prepared", site.Prepare(document)["State"]);
        Assert.Contains("law US-NV|CAP|2", site.Frozen(document).RuleVersions, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_depends_on_what_the_contract_does_not_say_holds_and_names_it()
    {
        site.AddCap(
            "US-NV|CAP|1",
            (JurisdictionRuleTable.ValueBasis, new OptionSetValue(ValueBasisChoice.PrimeContract)),
            (JurisdictionRuleTable.ValueMin, 5000000m),
            (JurisdictionRuleTable.Currency, "USD")
        );
        var answer = site.Prepare(document);
        Assert.Equal("Held jurisdiction-fact-missing", answer["State"] + " " + answer["ReasonCode"]);
        Assert.All(
            ["SC-002", "prime contract value", "NRS 624.609", "controller"],
            part => Assert.Contains(part, (string)answer["Message"], StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(JurisdictionRuleTable.Statute, null, "The statute is missing.")]
    [InlineData(JurisdictionRuleTable.Source, null, "The source is missing.")]
    [InlineData(JurisdictionRuleTable.CapBase, null, "It does not state what the retainage limit is a percentage of.")]
    [InlineData(JurisdictionRuleTable.JurisdictionRuleKind, 1, "Rule kind has the value 1.")]
    [InlineData(JurisdictionRuleTable.CapBase, 9, "Cap base has the value 9.")]
    [InlineData(JurisdictionRuleTable.ProjectSector, 9, "Project sector has the value 9.")]
    public void A_row_that_cannot_be_used_refuses_the_document_by_row_and_column(string column, int? choice, string named)
    {
        site.AddCap("US-NV|CAP|1", (column, choice is { } value ? new OptionSetValue(value) : null));
        var answer = site.Prepare(document);
        Assert.Equal("Refused jurisdiction-rule-incomplete", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains("Jurisdiction rule US-NV|CAP|1 cannot be used: " + named, (string)answer["Message"], StringComparison.Ordinal);
        Assert.Equal(DocumentState.Refused, site.State(document));
    }

    [Fact]
    public void A_row_without_a_key_is_named_by_its_id()
    {
        var id = site.AddCap("US-NV|CAP|1", (JurisdictionRuleTable.Key, null), (JurisdictionRuleTable.Statute, null));
        Assert.Contains(id.ToString(), (string)site.Prepare(document)["Message"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_column_of_a_cap_is_read_its_step_too()
    {
        site.AddCap(
            "US-NV|CAP|1",
            (JurisdictionRuleTable.Rate, 0.10m),
            (JurisdictionRuleTable.StepThreshold, 0.5m),
            (JurisdictionRuleTable.StepRateAfter, 0.05m),
            (JurisdictionRuleTable.StepReading, new OptionSetValue(StepReadingChoice.WholeBalance)),
            (JurisdictionRuleTable.Remarks, "Except for small jobs.")
        );
        var answer = site.Prepare(document);
        Assert.Equal("retainage-cap-exceeded", answer["ReasonCode"]);
        Assert.All(
            ["at most 2,810.00", "Except for small jobs."],
            part => Assert.Contains(part, (string)answer["Message"], StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_column_of_a_rule_is_asked_for()
    {
        site.Prepare(document);
        var columns = typeof(JurisdictionRuleTable)
            .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(field => field.GetRawConstantValue())
            .OfType<string>();
        Assert.Equal(
            columns
                .Except([JurisdictionRuleTable.LogicalName, JurisdictionRuleTable.Id, JurisdictionRuleTable.Name, JurisdictionRuleTable.RuleState])
                .Except([JurisdictionRuleTable.Batch, JurisdictionRuleTable.ReplacesId])
                .Except(VersionedTable.Bookkeeping.Where(column => column != JurisdictionRuleTable.VersionHash))
                .Order(StringComparer.Ordinal),
            site.Dataverse.Asked[JurisdictionRuleTable.LogicalName].Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(JurisdictionRuleTable.NoticeDays)]
    [InlineData(JurisdictionRuleTable.PayFromDays)]
    [InlineData(JurisdictionRuleTable.PayToDays)]
    [InlineData(JurisdictionRuleTable.PassThroughDays)]
    [InlineData(JurisdictionRuleTable.FirstAnniversary)]
    public void A_release_of_holdback_needs_each_of_its_days(string column)
    {
        var id = site.AddCap(
            "US-NV|HOLDBACK|1",
            (JurisdictionRuleTable.JurisdictionRuleKind, new OptionSetValue(JurisdictionRuleKindChoice.HoldbackRelease)),
            (JurisdictionRuleTable.NoticeDays, 14),
            (JurisdictionRuleTable.PayFromDays, 60),
            (JurisdictionRuleTable.PayToDays, 74),
            (JurisdictionRuleTable.PassThroughDays, 14),
            (JurisdictionRuleTable.FirstAnniversary, 2026)
        );
        Assert.Equal("Prepared", site.Prepare(document)["State"]);
        site.Dataverse.Row(JurisdictionRuleTable.LogicalName, id)[column] = null;
        Assert.Equal("jurisdiction-rule-incomplete", site.Prepare(document)["ReasonCode"]);
    }

    [Fact]
    public void Variants_of_one_rule_and_values_apart_do_not_overlap()
    {
        site.AddCap("US-NV|CAP|1", (JurisdictionRuleTable.Variant, "trades"));
        site.AddCap("US-NV|CAP|2", Over(0m, 1000m));
        site.AddCap("US-NV|CAP|3", Over(1000m, null));
        Assert.NotEqual("jurisdiction-rule-overlap", site.Prepare(document)["ReasonCode"]);
        site.AddCap("US-NV|CAP|4", Over(2000m, null));
        Assert.Equal("jurisdiction-rule-overlap", site.Prepare(document)["ReasonCode"]);
    }

    [Fact]
    public void A_cap_bound_to_what_the_owner_holds_warns_where_that_is_not_known()
    {
        site.AddCap("US-NV|CAP|1", (JurisdictionRuleTable.Rate, 0.10m), (JurisdictionRuleTable.OwnerRateLimit, true));
        Assert.Equal("Prepared", site.Prepare(document)["State"]);
        Assert.Contains("limits retainage to the owner's rate, which is not known", site.Frozen(document).Warnings, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contract_that_does_not_say_where_it_lies_reads_no_rules()
    {
        site.AddCap("US-NV|CAP|1");
        site.ReplaceTerms(Site.TermsOf("SC-002") with { Key = "LAKESHORE|1|TERMS|SC-002|3", Number = 3 });
        Assert.Equal("Prepared", site.Prepare(document)["State"]);
        Assert.DoesNotContain("RetrieveMultiple pint_jurisdictionrule", site.Dataverse.Requests);
    }

    private static (string Column, object? Value)[] Over(decimal least, decimal? below) =>
        [
            (JurisdictionRuleTable.ValueBasis, new OptionSetValue(ValueBasisChoice.Contract)),
            (JurisdictionRuleTable.ValueMin, least),
            (JurisdictionRuleTable.ValueBelow, below),
            (JurisdictionRuleTable.Currency, "USD"),
        ];
}
