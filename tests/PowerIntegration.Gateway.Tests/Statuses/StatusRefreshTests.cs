using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Statuses;

/// <summary>What is decided in Oracle about posted documents is looked up there, because Oracle does not say it.</summary>
public sealed class StatusRefreshTests
{
    private const string Address = "/oracle/statuses/refresh";

    [Fact]
    public async Task Statuses_of_what_is_not_decided_are_reported_with_their_documents()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.Existing(status: "Validated");
        oracle.Invoices[0]!["ApprovalStatus"] = "Rejected";
        oracle.Invoices[0]!["PaidStatus"] = "Un|paid";
        var waiting = Posted(host, "Required", "300100187048034");
        Posted(host, "Not required", "300100187048099", revision: 2);
        host.Dataverse.Api = (_, _) => new ParameterCollection { { "Changed", 1 } };

        var answer = (await host.PostAsync(Address)).Ok();

        Assert.Equal((1, 1), (answer.Number("documentsChecked"), answer.Number("documentsChanged")));
        var report = Assert.Single(host.Dataverse.Calls);
        Assert.Equal(("pint_RecordOracleStatuses", host.EnvironmentId), (report.Name, report.Inputs["EnvironmentId"]));
        Assert.Equal($"{waiting}|Validated|Rejected|Un paid", report.Inputs["Statuses"]);
        var asked = Assert.Single(host.Oracle.Calls).Address;
        Assert.Contains("InvoiceId in (300100187048034)", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_waits_no_one_is_asked()
    {
        await using var host = await GatewayHost.StartAsync();
        _ = new FakePayables(host);
        Posted(host, "Workflow approved", "300100187048034");
        var fresh = Posted(host, "Required", "300100187048035", revision: 2);
        host.Dataverse.Row(DocumentTable.LogicalName, fresh)[DocumentTable.OracleCheckedOn] = host.Clock.GetUtcNow().UtcDateTime.AddMinutes(-9);

        Assert.Equal(0, (await host.PostAsync(Address)).Ok().Number("documentsChecked"));

        Assert.Empty(host.Oracle.Calls);
        Assert.Empty(host.Dataverse.Calls);
    }

    [Fact]
    public async Task What_Oracle_does_not_show_is_not_reported()
    {
        await using var host = await GatewayHost.StartAsync();
        _ = new FakePayables(host);
        Posted(host, "Required", "300100187048034");

        Assert.Equal(0, (await host.PostAsync(Address)).Ok().Number("documentsChecked"));

        Assert.Single(host.Oracle.Calls);
        Assert.Empty(host.Dataverse.Calls);
    }

    private static Guid Posted(GatewayHost host, string approval, string invoiceId, int revision = 1)
    {
        var id = StoredDocuments.AddPrepared(host, key: $"LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|4711|{revision}");
        var row = host.Dataverse.Row(DocumentTable.LogicalName, id);
        row[DocumentTable.DocumentState] = new OptionSetValue(DocumentStateChoice.Posted);
        row[DocumentTable.OracleApprovalStatus] = approval;
        row[DocumentTable.OracleInvoiceId] = invoiceId;
        return id;
    }
}
