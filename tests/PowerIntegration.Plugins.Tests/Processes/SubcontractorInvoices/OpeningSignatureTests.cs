using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Tests.Fakes;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Processes.SubcontractorInvoices;

/// <summary>A running contract begins with balances that a controller signed: 50,000 billed, 5,000 held, application 1 posted elsewhere.</summary>
public sealed class OpeningSignatureTests
{
    private const string Lines = "RetrieveMultiple pint_openingbalance";

    private static readonly ContractLedger Balances = new()
    {
        Currency = "USD",
        OriginalContractSum = 150_000m,
        LastPostedNumber = 1,
        Lines = [Line("7001", "Work item 1", 100_000m, 40_000m, 4_000m), Line("7002", "Work item 2", 50_000m, 10_000m, 1_000m)],
    };

    private static readonly OpeningBalance Ties = new(CalendarDate.Parse("2025-09-30"), 50_000m, 5_000m, 50_000m, 5_000m, null);

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

    public OpeningSignatureTests() => Enter();

    public static TheoryData<string> SignatureColumns =>
        [CommitmentTable.OpeningSignedBy, CommitmentTable.OpeningSignedById, CommitmentTable.OpeningSignedOn, CommitmentTable.OpeningHash];

    [Fact]
    public void Balances_that_nobody_signed_are_no_base()
    {
        var answer = site.Prepare(site.AddDocument(Second));
        Assert.Equal("Held opening-not-signed", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains("Commitment SC-002: the opening balances are not signed", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Contains("Ask the controller to compare them", (string)answer["Message"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_controller_signed_is_the_base()
    {
        var answer = Sign();
        Assert.Equal("Signed", answer["State"]);
        Assert.Equal("Dana Kowalski", Commitment.Text(CommitmentTable.OpeningSignedBy));
        Assert.Equal(site.Dana.ToString(), Commitment.Text(CommitmentTable.OpeningSignedById));
        Assert.Equal(new DateTime(2025, 11, 4, 15, 0, 0, DateTimeKind.Utc), Commitment.Instant(CommitmentTable.OpeningSignedOn));
        var prepared = site.AddDocument(Second);
        Assert.Equal("Prepared", site.Prepare(prepared)["State"]);
        Assert.Single(site.Dataverse.Requests, request => request == Lines);
        Assert.Equal(14, site.Dataverse.Requests.Count);
        Assert.Equal(22500m, site.Frozen(prepared).PayableAmount);
    }

    [Fact]
    public void The_application_that_waited_comes_again_and_the_others_after_it()
    {
        var second = site.AddDocument(Second);
        var third = site.AddDocument(Third);
        site.Prepare(third);
        site.Prepare(second);
        var answer = Sign();
        var certified = new[] { second, third }.Sum(document => site.Document(document).Amount(DocumentTable.CertifiedPayment) ?? 0m);
        Assert.Equal((2, certified), (answer["ReleasedDocuments"], answer["ReleasedAmount"]));
        Assert.Equal(
            [EventStateChoice.New, EventStateChoice.Read],
            new[] { second, third }.Select(document => EventOf(document).Choice(InboundEventTable.EventState) ?? 0)
        );
        Assert.True(site.Dataverse.Requests.Count <= 12);
    }

    [Fact]
    public void Of_two_revisions_that_wait_the_newer_comes_again_and_is_counted_once()
    {
        var older = site.AddDocument(Second);
        site.Prepare(older);
        var newer = site.AddDocument(Second with { CertifiedPayment = 22_500m }, revision: 2);
        site.Prepare(newer);
        var answer = Sign();
        Assert.Equal((1, 22_500m), (answer["ReleasedDocuments"], answer["ReleasedAmount"]));
        Assert.Equal(
            [EventStateChoice.Read, EventStateChoice.New],
            new[] { older, newer }.Select(document => EventOf(document).Choice(InboundEventTable.EventState) ?? 0)
        );
    }

    [Theory]
    [MemberData(nameof(SignatureColumns))]
    public void Nobody_writes_a_signature_by_hand(string column)
    {
        object value = column == CommitmentTable.OpeningSignedOn ? new DateTime(2025, 11, 1) : "Dana Kowalski";
        var update = new Entity(CommitmentTable.LogicalName, site.Commitment) { [column] = value };
        AssertRefused(() => site.Dataverse.Update(update));
        AssertRefused(() =>
            site.Dataverse.Create(
                new Entity(CommitmentTable.LogicalName) { [CommitmentTable.Key] = "LAKESHORE|1|PROCORE|COMMITMENT|42", [column] = value }
            )
        );
        AssertRefused(() =>
            site.Dataverse.Update(
                new Entity(CommitmentTable.LogicalName, site.Commitment) { [CommitmentTable.OpeningGross] = 50_000m, [column] = value }
            )
        );
        site.Dataverse.Caller = FakeContext.OfApi("pint_RecordDecision");
        AssertRefused(() => site.Dataverse.Update(update));
        Assert.Null(Commitment.Text(CommitmentTable.OpeningSignedBy));
    }

    [Theory]
    [InlineData(CommitmentTable.BasePreparationId)]
    [InlineData(CommitmentTable.LastPostedNumber)]
    public void Nobody_moves_the_base_of_a_contract_by_hand(string column)
    {
        object value = column == CommitmentTable.LastPostedNumber ? 1 : new EntityReference(PreparationTable.LogicalName, Guid.Empty);
        Action[] writes =
        [
            () => site.Dataverse.Update(new Entity(CommitmentTable.LogicalName, site.Commitment) { [column] = value }),
            () =>
                site.Dataverse.Create(
                    new Entity(CommitmentTable.LogicalName) { [CommitmentTable.Key] = "LAKESHORE|1|PROCORE|COMMITMENT|42", [column] = value }
                ),
        ];
        Assert.All(
            writes,
            write =>
                Assert.Contains(
                    $"The billed balances of a commitment cannot be edited",
                    Assert.Throws<InvalidPluginExecutionException>(write).Message,
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData("figure")]
    [InlineData("update")]
    [InlineData("create")]
    [InlineData("delete")]
    [InlineData("void")]
    public void Any_edit_of_them_voids_the_signature(string edit)
    {
        Sign();
        switch (edit)
        {
            case "figure":
                Change(CommitmentTable.OpeningOriginalSum, 150_000m);
                break;
            case "update":
                ChangeLine("7002", OpeningBalanceTable.Description, "Work item two");
                break;
            case "create":
                AddLine(Line("7003", "Work item 3", 0m, 0m, 0m));
                break;
            case "delete":
                site.Dataverse.Delete(OpeningBalanceTable.LogicalName, LineRow("7001"));
                break;
            default:
                Change(CommitmentTable.OpeningSignedBy, null);
                break;
        }

        Assert.Equal([null, null, null], Signature());
        Assert.Equal(
            ("Luis Ortega", site.Luis.ToString()),
            (Commitment.Text(CommitmentTable.OpeningEnteredBy), Commitment.Text(CommitmentTable.OpeningEnteredById))
        );
        Assert.Equal("opening-not-signed", site.Prepare(site.AddDocument(Second))["ReasonCode"]);
        if (edit != "delete")
        {
            Assert.Equal("Signed", Sign()["State"]);
        }
    }

    [Fact]
    public void Any_other_change_of_the_contract_leaves_the_signature()
    {
        Sign();
        site.Dataverse.UpdateInside(
            "pint_Activate",
            new Entity(CommitmentTable.LogicalName, site.Commitment) { [CommitmentTable.VendorSite] = "CHICAGO" }
        );
        site.LinkVendor("1012", "CHICAGO");
        Assert.Equal("Prepared", site.Prepare(site.AddDocument(Second))["State"]);
    }

    [Fact]
    public void What_changed_past_the_guard_is_not_what_was_signed()
    {
        Sign();
        site.Dataverse.Row(OpeningBalanceTable.LogicalName, LineRow("7001"))[OpeningBalanceTable.ScheduledValue] = 99_999m;
        var answer = site.Prepare(site.AddDocument(Second));
        Assert.Equal("Held opening-not-signed", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains(
            "Commitment SC-002: the opening balances changed after Dana Kowalski signed them on 2025-11-04",
            (string)answer["Message"],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(CommitmentTable.OpeningGross, 50000.01, "opening-differs", "50,000.01")]
    [InlineData(CommitmentTable.OpeningRetainageAccount, 4999.0, "opening-differs", "4,999.00")]
    [InlineData(CommitmentTable.OpeningRetainageAccount, null, "input-unusable", "Opening retainage account is empty")]
    [InlineData(CommitmentTable.OpeningThresholdAmount, 7.0, "input-unusable", "Opening threshold application is empty")]
    public void Nobody_signs_what_does_not_tie_or_lacks_a_figure(string column, double? value, string code, string named)
    {
        Change(column, (decimal?)value);
        AssertUnsigned(Sign(), code, named);
    }

    [Fact]
    public void Nobody_signs_or_bills_from_a_line_that_cannot_be_read()
    {
        ChangeLine("7002", OpeningBalanceTable.StoredRetainage, null);
        AssertUnsigned(Sign(), "input-unusable", "line 7002: Stored retainage is empty");
        var answer = site.Prepare(site.AddDocument(Second));
        Assert.Contains("line 7002: Stored retainage is empty", (string)answer["Message"], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_hash_it_answers_what_is_to_be_compared_and_signs_nothing()
    {
        var shown = Show();
        Assert.Equal(("Shown", 50_000m, 5_000m, 2), (shown["State"], shown["Gross"], shown["Retainage"], shown["LineCount"]));
        Assert.Equal(64, ((string)shown["OpeningHash"]).Length);
        Assert.Equal([null, null, null], Signature());
    }

    [Fact]
    public void Nobody_signs_other_balances_than_those_that_were_shown()
    {
        var shown = (string)Show()["OpeningHash"];
        ChangeLine("7001", OpeningBalanceTable.Coding, "1000");
        AssertUnsigned(Sign(shown), "input-unusable", "Show them again");
        foreach (var line in new[] { "7001", "7002" })
        {
            site.Dataverse.Delete(OpeningBalanceTable.LogicalName, LineRow(line));
        }

        foreach (var column in OpeningBalanceRows.HeaderColumns)
        {
            site.Dataverse.Row(CommitmentTable.LogicalName, site.Commitment)[column] = null;
        }

        AssertUnsigned(Sign(shown), "input-unusable", "no opening balances");
        AssertUnsigned(
            site.Call(new SignOpeningBalances(), "pint_SignOpeningBalances", ("CommitmentId", Guid.Empty)),
            "input-unusable",
            "does not exist"
        );
    }

    [Fact]
    public void Everybody_who_entered_since_the_last_signature_is_kept_from_signing()
    {
        site.Dataverse.User = site.AddUser("Mia Chen");
        ChangeLine("7001", OpeningBalanceTable.Coding, "1000");
        site.Caller = site.Luis;
        AssertUnsigned(Sign(), "second-person-required", "Luis Ortega");
        site.Caller = site.Dataverse.User;
        AssertUnsigned(Sign(), "second-person-required", "Mia Chen");
        site.Caller = site.Dana;
        Assert.Equal("Signed", Sign()["State"]);
        ChangeLine("7001", OpeningBalanceTable.Coding, "1001");
        Assert.StartsWith("Mia Chen", Commitment.Text(CommitmentTable.OpeningEnteredBy), StringComparison.Ordinal);
        site.Caller = site.Luis;
        Assert.Equal("Signed", Sign()["State"]);
    }

    [Fact]
    public void A_row_stays_the_row_of_its_line()
    {
        Assert.Equal(
            "LAKESHORE|1|PROCORE|COMMITMENT|SC-002|OPENING|7001",
            new RowView(site.Dataverse.Row(OpeningBalanceTable.LogicalName, LineRow("7001"))).Text(OpeningBalanceTable.Key)
        );
        Action[] moves =
        [
            () => ChangeLine("7001", OpeningBalanceTable.ProcoreLineId, "7009"),
            () => ChangeLine("7001", OpeningBalanceTable.Key, "K"),
            () => ChangeLine("7001", OpeningBalanceTable.CommitmentId, new EntityReference(CommitmentTable.LogicalName, Guid.Empty)),
            () => AddLine(Line("7009", "Other", 0m, 0m, 0m), "LAKESHORE|1|PROCORE|COMMITMENT|SC-002|OPENING|7001"),
        ];
        Assert.All(
            moves,
            move => Assert.Contains("cannot be changed", Assert.Throws<InvalidPluginExecutionException>(move).Message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Whoever_entered_them_does_not_sign_them_whatever_the_name_is_by_now()
    {
        Assert.Equal(
            ("Luis Ortega", site.Luis.ToString()),
            (Commitment.Text(CommitmentTable.OpeningEnteredBy), Commitment.Text(CommitmentTable.OpeningEnteredById))
        );
        site.Dataverse.Row("systemuser", site.Luis)["fullname"] = "Luis A. Ortega";
        site.Caller = site.Luis;
        AssertUnsigned(Sign(), "second-person-required", "Luis A. Ortega entered the opening balances");
        site.Caller = site.Dana;
        Assert.Equal("Signed", Sign()["State"]);
    }

    [Fact]
    public void Nobody_signs_what_nobody_is_known_to_have_entered()
    {
        site.Dataverse.Row(CommitmentTable.LogicalName, site.Commitment)[CommitmentTable.OpeningEnteredById] = null;
        AssertUnsigned(Sign(), "second-person-required", "Enter them again");
    }

    [Theory]
    [InlineData(CommitmentTable.OpeningEnteredBy)]
    [InlineData(CommitmentTable.OpeningEnteredById)]
    public void Nobody_writes_who_entered_them(string column)
    {
        var update = new Entity(CommitmentTable.LogicalName, site.Commitment)
        {
            [column] = "Dana Kowalski",
            [CommitmentTable.OpeningGross] = 50_000m,
        };
        Assert.Contains(
            "Who entered the opening balances cannot be edited",
            Assert.Throws<InvalidPluginExecutionException>(() => site.Dataverse.Update(update)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Once_something_is_posted_they_stand_still()
    {
        Sign();
        var second = site.AddDocument(Second);
        site.Prepare(second);
        Assert.Equal("Posted", site.RecordPosted(second));
        Action[] edits =
        [
            () => Change(CommitmentTable.OpeningGross, 9_000m),
            () => ChangeLine("7001", OpeningBalanceTable.Coding, "1000"),
            () => AddLine(Line("7003", "Work item 3", 0m, 0m, 0m)),
            () => site.Dataverse.Delete(OpeningBalanceTable.LogicalName, LineRow("7001")),
            () => Change(CommitmentTable.OpeningHash, null),
        ];
        Assert.All(
            edits,
            edit =>
                Assert.Contains(
                    "locked once a document has been billed",
                    Assert.Throws<InvalidPluginExecutionException>(edit).Message,
                    StringComparison.Ordinal
                )
        );
        Assert.Equal("Prepared", site.Prepare(site.AddDocument(Third))["State"]);
        Assert.DoesNotContain(site.Dataverse.Requests, request => request == Lines);
    }

    [Fact]
    public void What_was_billed_from_them_is_not_taken_back_to_balances_that_nobody_signed()
    {
        Sign();
        var second = site.AddDocument(Second);
        site.Prepare(second);
        Assert.Equal("Posted", site.RecordPosted(second));
        site.Dataverse.Row(CommitmentTable.LogicalName, site.Commitment)[CommitmentTable.OpeningHash] = null;
        var answer = site.Call(new PrepareReversal(), "pint_PrepareReversal", ("DocumentId", second), ("Reason", "Wrong site"));
        Assert.Equal("Held opening-not-signed", answer["State"] + " " + answer["ReasonCode"]);
        Sign();
        Assert.Equal("AwaitingApproval", site.Call(new PrepareReversal(), "pint_PrepareReversal", ("DocumentId", second))["State"]);
    }

    private RowView Commitment => new(site.Dataverse.Row(CommitmentTable.LogicalName, site.Commitment));

    private static ContractLine Line(string id, string description, decimal scheduled, decimal gross, decimal retainage) =>
        new()
        {
            LineId = id,
            Description = description,
            ScheduledValue = scheduled,
            Posted = new LineBalance(gross, new BucketAmounts(retainage, 0m)),
        };

    private void Enter()
    {
        var header = new Entity(CommitmentTable.LogicalName, site.Commitment);
        OpeningBalanceRows.WriteHeader(Balances, Ties, header);
        site.Dataverse.Update(header);
        foreach (var line in Balances.Lines)
        {
            AddLine(line);
        }
    }

    private void AddLine(ContractLine line, string? key = null)
    {
        var row = OpeningBalanceRows.WriteLines(Balances with { Lines = [line] }).Single();
        row[OpeningBalanceTable.CommitmentId] = new EntityReference(CommitmentTable.LogicalName, site.Commitment);
        if (key is not null)
        {
            row[OpeningBalanceTable.Key] = key;
        }

        site.Dataverse.Create(row);
    }

    private Guid LineRow(string line) =>
        site.Dataverse.All(OpeningBalanceTable.LogicalName).Single(row => new RowView(row).Text(OpeningBalanceTable.ProcoreLineId) == line).Id;

    private void Change(string column, object? value) =>
        site.Dataverse.Update(new Entity(CommitmentTable.LogicalName, site.Commitment) { [column] = value });

    private void ChangeLine(string line, string column, object? value) =>
        site.Dataverse.Update(new Entity(OpeningBalanceTable.LogicalName, LineRow(line)) { [column] = value });

    private ParameterCollection Show() => site.Call(new SignOpeningBalances(), "pint_SignOpeningBalances", ("CommitmentId", site.Commitment));

    private ParameterCollection Sign() => Sign((string)Show()["OpeningHash"]);

    private ParameterCollection Sign(string hash) =>
        site.Call(new SignOpeningBalances(), "pint_SignOpeningBalances", ("CommitmentId", site.Commitment), ("OpeningHash", hash));

    private List<object?> Signature() =>
        [
            Commitment.Text(CommitmentTable.OpeningSignedBy),
            Commitment.Instant(CommitmentTable.OpeningSignedOn),
            Commitment.Text(CommitmentTable.OpeningHash),
        ];

    private RowView EventOf(Guid document) =>
        new(site.Dataverse.All(InboundEventTable.LogicalName).Single(row => new RowView(row).Reference(InboundEventTable.DocumentId) == document));

    private void AssertUnsigned(ParameterCollection answer, string code, string named)
    {
        Assert.Equal($"Refused {code}", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains(named, (string)answer["Message"], StringComparison.Ordinal);
        Assert.Equal([null, null, null], Signature());
    }

    private static void AssertRefused(Action write)
    {
        var refusal = Assert.Throws<InvalidPluginExecutionException>(write);
        Assert.Contains("signature of the opening balances cannot be edited", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Sign opening balances", refusal.Message, StringComparison.Ordinal);
    }
}
