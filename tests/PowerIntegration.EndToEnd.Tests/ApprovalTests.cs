using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>Invoices that are approved in Teams: asked, answered, changed and asked again, on the shipped flows.</summary>
public sealed class ApprovalTests
{
    private const string Omar = "omar.lindqvist";
    private const string Dana = "dana.whitfield";
    private const string Number = "PCC-25-1187";
    private const string State = "pint_documentstate@OData.Community.Display.V1.FormattedValue";
    private const string RequestState = "pint_approvalstate@OData.Community.Display.V1.FormattedValue";

    [Fact]
    public async Task An_invoice_is_asked_of_one_person_and_posted_when_that_person_approves()
    {
        using var data = InTeams();
        await using var driver = await SandboxDriver.StartAsync(data);
        await SubmitAsync(driver);

        var document = await driver.DocumentAsync(Number);
        Assert.Equal("Awaiting approval", document[State]!.ToString());
        var request = await RequestAsync(driver);
        Assert.Equal("Asked", request[RequestState]!.ToString());
        Assert.Equal("Omar Lindqvist", request["pint_assigneename"]!.ToString());
        Assert.Empty(driver.Sandbox.Oracle.ReceivedPayloads);

        await AnswerAsync(driver, Omar, "Approve");

        Assert.Equal("Posted", (await driver.DocumentAsync(Number))[State]!.ToString());
        request = await RequestAsync(driver);
        Assert.Equal("Approved", request[RequestState]!.ToString());
        Assert.Equal("Omar Lindqvist", request["pint_answeredby"]!.ToString());
        Assert.Single(driver.Sandbox.Oracle.ReceivedPayloads, payload => payload["InvoiceNumber"]?.ToString() == Number);
    }

    /// <summary>The seeded job with subcontractor invoices approved in Teams once they are under review in Procore.</summary>
    internal static ChangedData InTeams() =>
        new ChangedData().With(
            "dataverse/70-pint_ownershiprules.json",
            root =>
            {
                var rule = root["rows"]![0]!;
                rule["pint_approvalplace"] = 723100002;
                rule["pint_triggerstatus"] = "under_review";
            }
        );

    // The first subcontractor of October submits; nobody decides in Procore.
    private static async Task SubmitAsync(SandboxDriver driver)
    {
        var month = driver.Sandbox.Seed.Months[0];
        var invoice = month.Invoices.Single(one => one.InvoiceNumber == Number);
        driver.Clock.AdvanceTo(month.OpenedAt);
        driver.Sandbox.Procore.Actors.OpenPeriod(month.PeriodId, month.OpenedAt);
        driver.Clock.AdvanceTo(invoice.SubmittedAt);
        driver.Sandbox.Procore.Actors.SubmitInvoice(month, invoice);
        await driver.PollAsync();
    }

    private static async Task<JsonObject> RequestAsync(SandboxDriver driver) =>
        (await driver.RowsAsync("pint_approvals?$orderby=pint_key desc"))[0];

    private static async Task AnswerAsync(SandboxDriver driver, string user, string answer, string? comments = null)
    {
        var id = driver.Sandbox.Seed.User(user).SystemUserId;
        var open = driver.Sandbox.Approvals.OpenFor(id).Single();
        driver.Clock.Advance(TimeSpan.FromMinutes(30));
        var result = driver.Sandbox.Approvals.Answer(id, open.ApprovalId, answer, comments);
        Assert.Null(result.Refusal);
        await driver.RunFlowsAsync();
    }
}
