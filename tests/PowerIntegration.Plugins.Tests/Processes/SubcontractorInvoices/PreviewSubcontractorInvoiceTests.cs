using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Dispatch;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Tests.Sites;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Processes.SubcontractorInvoices;

public sealed class PreviewSubcontractorInvoiceTests
{
    private const string Terms = """
        {"contract":"SC-002","currency":"USD","retainage":{"kind":"split","workRate":0.10,"storedRate":"0.10"},"retainageAmounts":"terms",
        "retainageKeptBy":"us",
         "storedMaterials":"manual","staleStoragePeriods":3,"overbillingTolerance":0,"negativeLines":"accepted","creditDocument":"creditMemo",
         "roundingDifference":"largestLine"}
        """;

    private const string Base = """
        {"currency":"USD","originalContractSum":85000,"lastPostedNumber":1,"postedRevisions":["6001|1"],"storedMaterials":"manual","lines":[
         {"line":"7001","description":"Switchgear","scheduledValue":85000,"completedToDate":56200,"materialsStored":52000,
         "workRetainage":420,"storedRetainage":5200}]}
        """;

    private const string Source = """
        {"record":"6002","number":2,"periodEnd":"2025-11-30","status":"approved","lines":[{"line":"7001","workPrevious":4200,
        "workThisPeriod":"61350.00","materialsStored":0}]}
        """;

    private static readonly SourceInvoice First = Sample.Application(
        1,
        0m,
        [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m), Sample.Line(2, 20000m, 0m, 0m, 0m, 0m, 0m, 0m)]
    );

    private readonly Site site = new();

    [Fact]
    public void A_stored_document_is_answered_as_the_preparation_would_and_nothing_is_written_or_locked()
    {
        var id = site.AddDocument(First);
        var preview = Preview(("DocumentId", id));
        Assert.All(site.Dataverse.Requests, request => Assert.StartsWith("Retrieve", request, StringComparison.Ordinal));
        Assert.Empty(site.Dataverse.Written);
        Assert.Equal(0, site.LockCounter);
        Assert.Equal(DocumentState.Received, site.State(id));
        AssertSame(site.Prepare(id), preview);
        Assert.Equal(50580m, preview["Amount"]);
        Assert.Equal([56200m, -5620m], Lines(preview).Select(line => (decimal)line!["amount"]!));
    }

    [Fact]
    public void The_texts_show_every_line_by_name_and_a_residual_of_zero()
    {
        var preview = Preview(("DocumentId", site.AddDocument(First)));
        var certificate = (string)preview["Certificate"];
        Assert.Contains("Work item 1", certificate, StringComparison.Ordinal);
        Assert.Contains("Work item 2", certificate, StringComparison.Ordinal);
        Assert.Matches(@"8  Current payment due \(6 - 7\)\s+0\.00\s+50,580\.00", certificate);
        Assert.Matches(@"Unexplained\s+0\.00", (string)preview["Proof"]);
        Assert.Matches(@"Total\s+56,200\.00\s+56,200\.00", (string)preview["Proof"]);
    }

    [Fact]
    public void A_posted_document_shows_what_was_frozen_in_few_requests()
    {
        var id = site.AddDocument(First);
        site.Prepare(id);
        var prepared = site.Frozen(id);
        site.Call(
            new RecordOutcome(),
            "pint_RecordOutcome",
            ("DocumentId", id),
            ("Outcome", "posted"),
            ("Claim", site.Claimed(id)),
            ("ContentHash", StoredContent.HashOf(prepared)),
            ("ReadBack", OracleAnswers.ReadBack(prepared, site.Key(id)))
        );
        var preview = Preview(("DocumentId", id));
        Assert.True(site.Dataverse.Requests.Count <= 12);
        AssertSame(site.Prepare(id), preview);
        Assert.Equal("Posted", preview["State"]);
        Assert.Equal([56200m, -5620m], Lines(preview).Select(line => (decimal)line!["amount"]!));
    }

    [Fact]
    public void A_stop_is_answered_as_the_preparation_would_and_the_document_keeps_its_state()
    {
        var id = site.AddDocument(First.With(1, line => line with { TaskSegmentCode = null, CostCode = "07-840" }));
        var preview = Preview(("DocumentId", id));
        Assert.Equal("Refused wbs-unmapped", preview["State"] + " " + preview["ReasonCode"]);
        Assert.Equal(DocumentState.Received, site.State(id));
        Assert.Empty(site.Dataverse.Written);
        AssertSame(site.Prepare(id), preview);
    }

    [Fact]
    public void An_unknown_document_is_refused_by_its_id()
    {
        var unknown = new Guid("11111111-2222-3333-4444-555555555555");
        var preview = Preview(("DocumentId", unknown));
        Assert.Equal("Refused document-not-found", preview["State"] + " " + preview["ReasonCode"]);
        Assert.Contains(unknown.ToString(), (string)preview["Message"], StringComparison.Ordinal);
    }

    [Fact]
    public void Materials_that_were_stored_and_are_installed_now_are_paid_once_from_texts_without_any_request()
    {
        var preview = Preview(("Source", Source), ("Base", Base), ("Terms", Terms));
        Assert.Equal("Prepared", preview["State"]);
        Assert.Equal(8415m, preview["Amount"]);
        Assert.Equal([9350m, -935m], Lines(preview).Select(line => (decimal)line!["amount"]!));
        Assert.Contains("Switchgear", (string)preview["Certificate"], StringComparison.Ordinal);
        Assert.Matches(@"Unexplained\s+0\.00", (string)preview["Proof"]);
        Assert.Empty(site.Dataverse.Requests);
    }

    [Fact]
    public void Both_forms_together_none_and_half_a_form_are_refused()
    {
        var id = site.AddDocument(First);
        (string, object?)[][] wrong =
        [
            [],
            [("DocumentId", Guid.Empty)],
            [("DocumentId", id), ("Terms", Terms)],
            [("Source", Source), ("Base", Base)],
        ];
        Assert.All(
            wrong,
            inputs =>
            {
                var preview = Preview(inputs);
                Assert.Equal("Refused input-unusable", preview["State"] + " " + preview["ReasonCode"]);
                Assert.Contains(
                    "Choose a stored document, or give an application, its balances and its terms",
                    (string)preview["Message"],
                    StringComparison.Ordinal
                );
                Assert.Empty(site.Dataverse.Requests);
            }
        );
    }

    [Theory]
    [InlineData("\"storedMaterials\":\"manual\",", "how stored materials carry")]
    [InlineData("\"retainageKeptBy\":\"us\",", "who withholds retainage")]
    [InlineData(",\"storedRate\":\"0.10\"", "retainage rate on stored materials")]
    public void A_term_that_is_missing_is_refused_by_its_name(string left, string named)
    {
        var preview = Preview(("Source", Source), ("Base", Base), ("Terms", Terms.Replace(left, "", StringComparison.Ordinal)));
        Assert.Equal("Refused terms-missing", preview["State"] + " " + preview["ReasonCode"]);
        Assert.Contains(named, (string)preview["Message"], StringComparison.Ordinal);
        Assert.False(preview.Contains("Amount"));
    }

    [Theory]
    [InlineData("\"61350.00\"", "\"61,350.00\"", "Source.lines[line 7001].workThisPeriod is '61,350.00'")]
    [InlineData("\"61350.00\"", "61350.005", "Source.lines[line 7001].workThisPeriod is '61350.005'")]
    [InlineData("\"61350.00\"", "6.135e4", "Source.lines[line 7001].workThisPeriod is '6.135e4'")]
    [InlineData("workPrevious", "workPrevius", "Source.lines[line 7001].workPrevius is not a known field")]
    [InlineData("2025-11-30", "30.11.2025", "Source.periodEnd is '30.11.2025'")]
    [InlineData("approved", "aproved", "Source.status is 'aproved'. Enter one of draft,")]
    [InlineData("\"number\":2,", "", "Source.number is missing")]
    [InlineData("\"number\":2,", "\"number\":2,\"number\":3,", "Source.number appears twice")]
    [InlineData("{\"record\"", "\"record\"", "Source is no")]
    public void What_cannot_be_read_is_refused_by_text_and_field(string from, string to, string named)
    {
        var preview = Preview(("Source", Source.Replace(from, to, StringComparison.Ordinal)), ("Base", Base), ("Terms", Terms));
        Assert.Equal("Refused input-unusable", preview["State"] + " " + preview["ReasonCode"]);
        Assert.Contains(named, (string)preview["Message"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_balance_that_is_missing_is_not_zero()
    {
        var preview = Preview(
            ("Source", Source),
            ("Base", Base.Replace(",\"storedRetainage\":5200", "", StringComparison.Ordinal)),
            ("Terms", Terms)
        );
        Assert.Equal("input-unusable", preview["ReasonCode"]);
        Assert.Contains("Base.lines[line 7001].storedRetainage is missing", (string)preview["Message"], StringComparison.Ordinal);
    }

    private static void AssertSame(ParameterCollection prepared, ParameterCollection preview)
    {
        foreach (var name in new[] { "State", "ReasonCode", "Amount", "Currency" })
        {
            Assert.Equal(prepared.Contains(name) ? prepared[name] : null, preview.Contains(name) ? preview[name] : null);
        }

        Assert.Equal(prepared["Message"], preview["Message"]);
    }

    private static JsonArray Lines(ParameterCollection preview) =>
        JsonNode.Parse((string)preview["Documents"])!.AsArray().Single()!["lines"]!.AsArray();

    private ParameterCollection Preview(params (string Name, object? Value)[] inputs) =>
        site.Call(new PreviewSubcontractorInvoice(), "pint_PreviewSubcontractorInvoice", inputs);
}
