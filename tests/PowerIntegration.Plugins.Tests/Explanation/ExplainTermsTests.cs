using System.Text.Json;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Explanation;
using PowerIntegration.Plugins.Explanation;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Explanation;
using PowerIntegration.Tables.Versions;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Explanation;

public sealed class ExplainTermsTests
{
    private readonly Site site = new();

    [Theory]
    [InlineData(RuleStateChoice.Draft)]
    [InlineData(RuleStateChoice.Active)]
    [InlineData(RuleStateChoice.Superseded)]
    public void A_version_is_explained_in_one_request_and_nothing_is_written(int state)
    {
        var answer = Explain(site.AddTerms(site.Commitment, Site.TermsOf("SC-002"), state));
        Assert.Equal(0, answer["ProblemCount"]);
        Assert.Contains(
            "10% of completed work and 10% of stored materials are withheld.\nThere is no maximum.",
            (string)answer["Sentences"],
            StringComparison.Ordinal
        );
        Assert.Contains("pays 36,000.00 USD", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Single(site.Dataverse.Requests);
        Assert.Empty(site.Dataverse.Written);
    }

    [Fact]
    public void The_answer_has_the_figures_and_the_columns_that_a_form_shows()
    {
        var json = Json(Explain(site.AddTerms(site.Commitment, Site.TermsOf("SC-002"))));
        var example = json.GetProperty("example");
        Assert.Equal("100000 0", $"{example.GetProperty("contractSum")} {example.GetProperty("residual")}");
        var second = example.GetProperty("applications")[1];
        string[] fields =
        [
            "number",
            "work",
            "stored",
            "gross",
            "workRetainage",
            "storedRetainage",
            "retainage",
            "earned",
            "paymentDue",
            "payable",
            "balance",
        ];
        Assert.Equal("2 60000 5000 65000 6000 500 6500 58500 22500 22500 41500", string.Join(" ", fields.Select(field => second.GetProperty(field))));
        Assert.False(second.TryGetProperty("tax", out _));
        var maximum = json.GetProperty("topics").EnumerateArray().Single(topic => topic.GetProperty("topic").GetString() == "maximum");
        Assert.Equal("[\"pint_retainagecapbase\",\"pint_retainagecapvalue\"]", maximum.GetProperty("columns").GetRawText());
        Assert.Equal("Maximum", maximum.GetProperty("title").GetString());
        Assert.Empty(json.GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public void A_row_that_cannot_be_read_names_the_column_and_its_value()
    {
        var terms = site.AddTerms(site.Commitment, Site.TermsOf("SC-002"), RuleStateChoice.Draft);
        var row = site.Dataverse.Row(CommitmentTermsTable.LogicalName, terms);
        row[CommitmentTermsTable.RetainageKind] = new OptionSetValue(RetainageKindChoice.Flat);
        row[CommitmentTermsTable.RetainageCapValue] = 0.05m;
        var answer = Explain(terms);
        Assert.Equal((2, ""), (answer["ProblemCount"], answer["Sentences"]));
        Assert.Equal(
            ["pint_storedrate Rate on stored materials 0.1", "pint_retainagecapbase Cap measured on (none), pint_retainagecapvalue Cap 0.05"],
            Fields(answer)
        );
        Assert.False(Json(answer).TryGetProperty("example", out _));
    }

    [Fact]
    public void Terms_that_conflict_name_the_columns_and_their_values()
    {
        var version = Site.TermsOf("SC-002");
        var step = new RetainageTerms.Step(0.5m, 0.1m, 0.05m, StepReading.Stop, BilledMeasure.CompletedWork, ContractSumBase.Original);
        var terms = site.AddTerms(site.Commitment, version with { Terms = version.Terms with { Retainage = step } }, RuleStateChoice.Draft);
        var answer = Explain(terms);
        Assert.Equal([$"pint_stepreading Reading of the step {StepReadingChoice.Stop}, pint_rateafter Rate after 0.05"], Fields(answer));
        Assert.Contains("reading C requires a rate of zero", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Contains("After that, nothing more is withheld.", (string)answer["Sentences"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_stops_the_example_is_a_problem_of_the_retainage()
    {
        var version = Site.TermsOf("SC-002");
        var falling = new RetainageTerms.SlidingScale([
            new SlidingScaleRule(0.10m, new RetainageLimit(LimitBase.Amount, 5000m)),
            new SlidingScaleRule(0.05m, new RetainageLimit(LimitBase.Amount, 4000m)),
        ]);
        var answer = Explain(site.AddTerms(site.Commitment, version with { Terms = version.Terms with { Retainage = falling } }));
        Assert.Equal(1, answer["ProblemCount"]);
        Assert.StartsWith("pint_retainagekind", Assert.Single(Fields(answer)), StringComparison.Ordinal);
        Assert.False(Json(answer).TryGetProperty("example", out _));
    }

    [Fact]
    public void Where_terms_name_a_place_its_law_is_read_with_one_more_request()
    {
        site.MoveTo("US-NV");
        var terms = site.Dataverse.All(CommitmentTermsTable.LogicalName)[^1].Id;
        Assert.Contains("The project is in US-NV.", (string)Explain(terms)["Sentences"], StringComparison.Ordinal);
        Assert.Equal(["RetrieveMultiple pint_commitmentterms", "RetrieveMultiple pint_jurisdictionrule"], site.Dataverse.Requests);
    }

    [Fact]
    public void Terms_without_a_commitment_are_explained_as_far_as_they_go()
    {
        var terms = site.AddTerms(site.Commitment, Site.TermsOf("SC-002"), RuleStateChoice.Draft);
        site.Dataverse.Row(CommitmentTermsTable.LogicalName, terms)[CommitmentTermsTable.CommitmentId] = null;
        var answer = Explain(terms);
        Assert.Contains("do not state the currency", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Equal(["pint_commitmentid Commitment (none)"], Fields(answer));
    }

    [Fact]
    public void Terms_that_do_not_exist_and_a_missing_parameter_are_refused_by_name()
    {
        var unknown = Assert.Throws<InvalidPluginExecutionException>(() => Explain(Guid.Empty));
        Assert.Contains($"Terms {Guid.Empty} do not exist, or you may not see them.", unknown.Message, StringComparison.Ordinal);
        var missing = Assert.Throws<InvalidPluginExecutionException>(() => site.Call(new ExplainTerms(), "pint_ExplainTerms"));
        Assert.Contains("TermsId", missing.Message, StringComparison.Ordinal);
    }

    // A column that is added belongs to a topic, and a term that is added to a column.
    [Fact]
    public void Every_column_of_terms_belongs_to_one_topic_and_every_term_to_columns()
    {
        var topics = typeof(TermsTopic).GetEnumValues().Cast<TermsTopic>().SelectMany(TermsColumns.Of).ToList();
        Assert.Equal(TermsVersionRows.Columns.Except([CommitmentTermsTable.Key]).Order(StringComparer.Ordinal), topics.Order(StringComparer.Ordinal));
        Assert.All(typeof(ContractTerm).GetEnumValues().Cast<ContractTerm>(), term => Assert.NotEmpty(TermsColumns.Of(term)));
        Assert.Empty(
            typeof(ContractTerm)
                .GetEnumValues()
                .Cast<ContractTerm>()
                .SelectMany(TermsColumns.Of)
                .Except([.. topics, CommitmentTermsTable.CommitmentId])
        );
    }

    private ParameterCollection Explain(Guid terms) => site.Call(new ExplainTerms(), "pint_ExplainTerms", ("TermsId", terms));

    private static JsonElement Json(ParameterCollection answer) => JsonDocument.Parse((string)answer["Explanation"]).RootElement;

    private static IEnumerable<string> Fields(ParameterCollection answer) =>
        Json(answer)
            .GetProperty("problems")
            .EnumerateArray()
            .Select(problem =>
                string.Join(
                    ", ",
                    problem
                        .GetProperty("fields")
                        .EnumerateArray()
                        .Select(field => $"{field.GetProperty("column")} {field.GetProperty("label")} {field.GetProperty("value")}")
                )
            );
}
