using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Tests.Fakes;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Processes.SubcontractorInvoices;

/// <summary>A running contract begins with balances that a controller signed: 50,000 billed, 5,000 held, application 1 posted elsewhere.</summary>
public sealed class OpeningSignatureTests
{
    // The name inside the text is what anybody may write there.
    private const string Text = """
        {"currency":"USD","originalContractSum":150000.00,"lastPostedNumber":1,
         "lines":[{"line":"7001","description":"Work item 1","scheduledValue":100000.00,"completedToDate":40000.00,"materialsStored":0,
         "workRetainage":4000.00,"storedRetainage":0},
                  {"line":"7002","description":"Work item 2","scheduledValue":50000.00,"completedToDate":10000.00,"materialsStored":0,
                  "workRetainage":1000.00,"storedRetainage":0}],
         "opening":{"date":"2025-09-30","gross":50000.00,"retainage":5000.00,"oracleGross":50000.00,"retainageAccount":5000.00,
         "signedBy":"K. Controller"}}
        """;

    private static readonly SourceInvoice Second = Sample.Application(
        2,
        45000m,
        [Sample.Line(1, 100000m, 40000m, 20000m, 0m, 6000m, 0m, 40000m), Sample.Line(2, 50000m, 10000m, 5000m, 0m, 1500m, 0m, 10000m)]
    );

    private static readonly SourceInvoice Third = Sample.Application(
        3,
        67500m,
        [Sample.Line(1, 100000m, 60000m, 10000m, 0m, 7000m, 0m, 60000m), Sample.Line(2, 50000m, 15000m, 0m, 0m, 1500m, 0m, 15000m)]
    );

    private readonly Site site = new();

    public OpeningSignatureTests() => Enter(Text);

    public static TheoryData<string> SignatureColumns =>
        [CommitmentTable.OpeningSignedBy, CommitmentTable.OpeningSignedOn, CommitmentTable.OpeningHash];

    [Fact]
    public void A_name_inside_the_text_is_no_signature()
    {
        var answer = site.Prepare(site.AddDocument(Second));
        Assert.Equal("Held opening-not-signed", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains("Contract SC-002: nobody signed", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Contains("signs them with pint_SignOpeningBalances", (string)answer["Message"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_controller_signed_is_the_base()
    {
        var answer = Sign(Text);
        Assert.Equal("Signed", answer["State"]);
        Assert.Equal($"Dana Kowalski ({site.Dana})", Contract.Text(CommitmentTable.OpeningSignedBy));
        Assert.Equal(new DateTime(2025, 11, 4, 15, 0, 0, DateTimeKind.Utc), Contract.Instant(CommitmentTable.OpeningSignedOn));
        var prepared = site.AddDocument(Second);
        Assert.Equal("Prepared", site.Prepare(prepared)["State"]);
        Assert.Equal(22500m, site.Frozen(prepared).PayableAmount);
    }

    [Fact]
    public void The_application_that_waited_comes_again_and_the_others_after_it()
    {
        var second = site.AddDocument(Second);
        var third = site.AddDocument(Third);
        site.Prepare(third);
        site.Prepare(second);
        Sign(Text);
        Assert.Equal(
            [EventStateChoice.New, EventStateChoice.Read],
            new[] { second, third }.Select(document => EventOf(document).Choice(InboundEventTable.EventState) ?? 0)
        );
        Assert.True(site.Dataverse.Requests.Count <= 12);
    }

    [Theory]
    [MemberData(nameof(SignatureColumns))]
    public void Nobody_writes_a_signature_by_hand(string column)
    {
        object value = column == CommitmentTable.OpeningSignedOn ? new DateTime(2025, 11, 1) : "Dana Kowalski";
        var update = new Entity(CommitmentTable.LogicalName, site.Contract) { [column] = value };
        AssertRefused(() => site.Dataverse.Update(update), column);
        AssertRefused(
            () =>
                site.Dataverse.Create(
                    new Entity(CommitmentTable.LogicalName) { [CommitmentTable.Key] = "LAKESHORE|1|PROCORE|COMMITMENT|42", [column] = value }
                ),
            column
        );
        AssertRefused(
            () =>
                site.Dataverse.Update(
                    new Entity(CommitmentTable.LogicalName, site.Contract) { [CommitmentTable.OpeningBalances] = Text, [column] = value }
                ),
            column
        );
        site.Dataverse.Caller = FakeContext.OfApi("pint_RecordDecision");
        AssertRefused(() => site.Dataverse.Update(update), column);
        Assert.Null(Contract.Text(CommitmentTable.OpeningSignedBy));
    }

    [Theory]
    [InlineData(CommitmentTable.BasePreparationId)]
    [InlineData(CommitmentTable.LastPostedNumber)]
    public void Nobody_moves_the_base_of_a_contract_by_hand(string column)
    {
        object value = column == CommitmentTable.LastPostedNumber ? 1 : new EntityReference(PreparationTable.LogicalName, Guid.Empty);
        Action[] writes =
        [
            () => site.Dataverse.Update(new Entity(CommitmentTable.LogicalName, site.Contract) { [column] = value }),
            () =>
                site.Dataverse.Create(
                    new Entity(CommitmentTable.LogicalName) { [CommitmentTable.Key] = "LAKESHORE|1|PROCORE|COMMITMENT|42", [column] = value }
                ),
        ];
        Assert.All(
            writes,
            write =>
                Assert.Contains(
                    $"Nobody writes {column} into a contract",
                    Assert.Throws<InvalidPluginExecutionException>(write).Message,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void An_edit_of_the_text_voids_the_signature()
    {
        Sign(Text);
        Enter(Text.Replace("Work item 2", "Work item two", StringComparison.Ordinal));
        Assert.Equal([null, null, null], Signature());
        var answer = site.Prepare(site.AddDocument(Second));
        Assert.Equal("opening-not-signed", answer["ReasonCode"]);
        Assert.Equal("Signed", Sign(Contract.RequiredText(CommitmentTable.OpeningBalances))["State"]);
    }

    [Fact]
    public void Any_other_change_of_the_contract_leaves_the_signature()
    {
        Sign(Text);
        site.Dataverse.Update(new Entity(CommitmentTable.LogicalName, site.Contract) { [CommitmentTable.VendorSite] = "CHICAGO" });
        Assert.Equal("Prepared", site.Prepare(site.AddDocument(Second))["State"]);
    }

    [Fact]
    public void A_text_that_changed_past_the_guard_is_not_the_one_that_was_signed()
    {
        Sign(Text);
        site.Dataverse.Row(CommitmentTable.LogicalName, site.Contract)[CommitmentTable.OpeningBalances] = Text + " ";
        var answer = site.Prepare(site.AddDocument(Second));
        Assert.Equal("Held opening-not-signed", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains(
            $"Contract SC-002: the opening balances are not the ones that Dana Kowalski ({site.Dana}) signed on 2025-11-04",
            (string)answer["Message"],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("\"gross\":50000.00", "\"gross\":50000.01", "opening-differs", "50,000.01")]
    [InlineData("\"retainageAccount\":5000.00", "\"retainageAccount\":4999.00", "opening-differs", "4,999.00")]
    [InlineData("\"completedToDate\":10000.00", "\"completedToDate\":\"many\"", "input-unusable", "lines[line 7002].completedToDate")]
    [InlineData("\"currency\":\"USD\",", "\"currency\":\"USD\",\"colour\":1,", "input-unusable", "colour")]
    [InlineData("\"opening\":{", "\"opening\"{", "input-unusable", "no JSON")]
    public void Nobody_signs_what_does_not_tie_or_cannot_be_read(string part, string replacement, string code, string named)
    {
        Assert.Contains(part, Text, StringComparison.Ordinal);
        Enter(Text.Replace(part, replacement, StringComparison.Ordinal));
        AssertUnsigned(Sign(Contract.RequiredText(CommitmentTable.OpeningBalances)), code, named);
    }

    [Fact]
    public void Nobody_signs_balances_that_tie_to_nothing()
    {
        Enter(Text.Remove(Text.IndexOf(",\n \"opening\"", StringComparison.Ordinal)) + "}");
        AssertUnsigned(Sign(Contract.RequiredText(CommitmentTable.OpeningBalances)), "input-unusable", "retainageAccount");
    }

    [Fact]
    public void Nobody_signs_another_text_than_the_one_that_is_there()
    {
        AssertUnsigned(Sign(Text + " "), "input-unusable", "Read them again");
        site.Dataverse.Row(CommitmentTable.LogicalName, site.Contract)[CommitmentTable.OpeningBalances] = null;
        AssertUnsigned(Sign(Text), "input-unusable", "no opening balances");
        var unknown = site.Call(new SignOpeningBalances(), "pint_SignOpeningBalances", ("CommitmentId", Guid.Empty), ("OpeningBalances", Text));
        AssertUnsigned(unknown, "input-unusable", "which no contract has");
    }

    [Fact]
    public void Whoever_entered_them_does_not_sign_them_whatever_the_name_is_by_now()
    {
        Assert.Equal($"Luis Ortega ({site.Luis})", Contract.Text(CommitmentTable.OpeningEnteredBy));
        site.Dataverse.Row("systemuser", site.Luis)["fullname"] = "Luis A. Ortega";
        site.Caller = site.Luis;
        AssertUnsigned(Sign(Text), "second-person-required", $"Luis Ortega ({site.Luis}) entered the opening balances");
        site.Caller = site.Dana;
        Assert.Equal("Signed", Sign(Text)["State"]);
    }

    [Fact]
    public void Nobody_signs_what_nobody_is_known_to_have_entered()
    {
        site.Dataverse.Row(CommitmentTable.LogicalName, site.Contract)[CommitmentTable.OpeningEnteredBy] = null;
        AssertUnsigned(Sign(Text), "second-person-required", "Enter them again");
    }

    [Fact]
    public void Nobody_writes_who_entered_them()
    {
        var update = new Entity(CommitmentTable.LogicalName, site.Contract)
        {
            [CommitmentTable.OpeningEnteredBy] = "Dana Kowalski",
            [CommitmentTable.OpeningBalances] = Text,
        };
        Assert.Contains(
            "Nobody writes who entered",
            Assert.Throws<InvalidPluginExecutionException>(() => site.Dataverse.Update(update)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Once_something_is_posted_they_stand_still()
    {
        Sign(Text);
        var second = site.AddDocument(Second);
        site.Prepare(second);
        Assert.Equal("Posted", site.RecordPosted(second));
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => Enter(Text.Replace("10000.00", "9000.00", StringComparison.Ordinal)));
        Assert.Contains("What is posted is the base now", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("Prepared", site.Prepare(site.AddDocument(Third))["State"]);
    }

    [Fact]
    public void What_was_billed_from_them_is_not_taken_back_to_balances_that_nobody_signed()
    {
        Sign(Text);
        var second = site.AddDocument(Second);
        site.Prepare(second);
        Assert.Equal("Posted", site.RecordPosted(second));
        site.Dataverse.Row(CommitmentTable.LogicalName, site.Contract)[CommitmentTable.OpeningHash] = null;
        var answer = site.Call(new PrepareReversal(), "pint_PrepareReversal", ("DocumentId", second), ("Reason", "Wrong site"));
        Assert.Equal("Held opening-not-signed", answer["State"] + " " + answer["ReasonCode"]);
        Sign(Text);
        Assert.Equal("AwaitingApproval", site.Call(new PrepareReversal(), "pint_PrepareReversal", ("DocumentId", second))["State"]);
    }

    private RowView Contract => new(site.Dataverse.Row(CommitmentTable.LogicalName, site.Contract));

    private void Enter(string text) =>
        site.Dataverse.Update(new Entity(CommitmentTable.LogicalName, site.Contract) { [CommitmentTable.OpeningBalances] = text });

    private ParameterCollection Sign(string text) =>
        site.Call(new SignOpeningBalances(), "pint_SignOpeningBalances", ("CommitmentId", site.Contract), ("OpeningBalances", text));

    private List<object?> Signature() =>
        [
            Contract.Text(CommitmentTable.OpeningSignedBy),
            Contract.Instant(CommitmentTable.OpeningSignedOn),
            Contract.Text(CommitmentTable.OpeningHash),
        ];

    private RowView EventOf(Guid document) =>
        new(site.Dataverse.All(InboundEventTable.LogicalName).Single(row => new RowView(row).Reference(InboundEventTable.DocumentId) == document));

    private void AssertUnsigned(ParameterCollection answer, string code, string named)
    {
        Assert.Equal($"Refused {code}", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains(named, (string)answer["Message"], StringComparison.Ordinal);
        Assert.Equal([null, null, null], Signature());
    }

    private static void AssertRefused(Action write, string column)
    {
        var refusal = Assert.Throws<InvalidPluginExecutionException>(write);
        Assert.Contains(column, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("pint_SignOpeningBalances", refusal.Message, StringComparison.Ordinal);
    }
}
